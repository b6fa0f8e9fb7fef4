# AW802 endpoint-runs-own-loop
import asyncio

from fastapi import Depends, FastAPI
from flask import Flask
from starlette.applications import Starlette
from starlette.routing import Route

app = FastAPI()
flask = Flask(__name__)


async def ask(question): ...


def ask_now(question):
    return asyncio.run(ask(question))
#          -------------------------- see AW802: calls `asyncio.run`


@app.get("/answer")
def runs_a_loop(question: str):
    return asyncio.run(ask(question))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW802: Starts an event loop for each call: `asyncio.run`; the framework's own is free to `await` on


@app.get("/helper")
def runs_one_behind_a_function(question: str):
    return ask_now(question)
#          ~~~~~~~~~~~~~~~~~ AW802: Starts an event loop for each call: `ask_now` → `asyncio.run`; the framework's own is free to `await` on


def runs_one_in_a_dependency():
    loop = asyncio.new_event_loop()
    return loop.run_until_complete(ask("who"))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW802: Starts an event loop for each call: `AbstractEventLoop.run_until_complete`; the framework's own is free to `await` on


@app.get("/me")
async def me(user: str = Depends(runs_one_in_a_dependency)):
    return user


def starlette_endpoint(request):
    return asyncio.run(ask(request))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~ AW802: Starts an event loop for each call: `asyncio.run`; the framework's own is free to `await` on


starlette = Starlette(routes=[Route("/", starlette_endpoint)])

# Silent.


@app.get("/async")
async def awaits(question: str):
    return await ask(question)


@app.get("/nested")
async def is_on_the_loop(question: str):
    return asyncio.run(ask(question))  # ok: AW401 has the word


def main():
    asyncio.run(ask("nobody"))


@flask.get("/answer")
def has_no_loop(question: str):
    return asyncio.run(ask(question))  # ok: Flask runs none
