# AW407 sync-bridge-over-async-sdk
import asyncio

import mcp
import openai

client = openai.AsyncOpenAI()


async def ask(question):
    return await client.responses.create(input=question, model="m")


async def asks_twice(question):
    await asyncio.sleep(0)
    return await ask(await ask(question))


class Tools:
    def __init__(self, session: mcp.ClientSession):
        self.session = session

    def calls_at_once(self, name):
        return asyncio.run(self.session.call_tool(name))
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW407: Waits by `asyncio.run` for what `mcp` offers as a coroutine: await it, and let callers await

    def call_two(self):
        return self.calls_at_once("a"), self.calls_at_once("b")


def asks_behind_two_coroutines(question):
    return asyncio.run(asks_twice(question))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW407: Waits by `asyncio.run` for what `openai` offers as a coroutine: await it, and let callers await


def compares(question):
    return asks_behind_two_coroutines(question) == asks_behind_two_coroutines(question)


async def names(address):
    async with mcp.ClientSession(*address) as session:
        return session


def enters(address):
    return asyncio.run(names(address))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW407: Waits by `asyncio.run` for what `mcp` offers as a coroutine: await it, and let callers await


def counts(address):
    return len(enters(address))


async def sleeps():
    await asyncio.sleep(1)


def waits_for_no_library():
    return asyncio.run(sleeps())
#          ~~~~~~~~~~~~~~~~~~~~~ AW403: Starts an event loop away from the entry point: `waits_twice` calls this, and each call makes a loop


def waits_twice():
    return waits_for_no_library(), waits_for_no_library()


# Silent.


def main():
    return asyncio.run(ask("a"))


def begins():
    return main()
