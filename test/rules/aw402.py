# AW402 get-event-loop-in-coroutine
import asyncio
from asyncio import get_event_loop


def render(page):
    return page


async def asks_for_the_loop(page):
    loop = asyncio.get_event_loop()
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant
    return await loop.run_in_executor(None, render, page)


async def asks_by_its_name():
    return get_event_loop().time()
#          ~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant


class Page:
    async def asks_in_a_method(self):
        return asyncio.get_event_loop().create_future()
#              ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant


# Silent.


async def asks_for_the_running_one():
    return asyncio.get_running_loop().time()


def is_no_coroutine():
    return asyncio.get_event_loop()


class Policy:
    def get_event_loop(self):
        return None


async def asks_somebody_else(policy: Policy):
    return policy.get_event_loop()
