from fastapi import FastAPI

app = FastAPI()


@app.get("/{x}")
def echo(x: str):
#   ~~~~ AW801: Takes a thread for nothing: the endpoint `echo` never waits, and could be `async def`
    return x
