from fastapi import FastAPI
from shop import load, load_now

app = FastAPI()


@app.get("/")
def runs_a_loop():
    return load_now()
#          ~~~~~~~~~~ AW802: Starts an event loop for each call: `load_now` → `asyncio.run`; the framework's own is free to `await` on


@app.get("/async")
async def awaits():
    return await load()
