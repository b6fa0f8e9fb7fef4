from fastapi import FastAPI


# Silent: nobody waits for what an endpoint of a test takes.
def test_echo():
    app = FastAPI()

    @app.get("/{x}")
    def echo(x: str):
        return x
