# AW406 loop-bound-object-at-import
import asyncio

import aiohttp
import httpx

loop = asyncio.get_event_loop()
#      ~~~~~~~~~~~~~~~~~~~~~~~~ AW406: Calls `asyncio.get_event_loop` at import: the loop that it gives is not the one that will run
ready = loop.create_future()
#       ~~~~~~~~~~~~~~~~~~~~ AW406: Calls `AbstractEventLoop.create_future` at import: it belongs to a loop that will not run
done = asyncio.Future()
#      ~~~~~~~~~~~~~~~~ AW406: Calls `asyncio.Future` at import: it belongs to a loop that will not run
session = aiohttp.ClientSession()
#         ~~~~~~~~~~~~~~~~~~~~~~~ AW406: Calls `aiohttp.ClientSession` at import: it belongs to the loop of its first use, and nobody closes it


class Client:
    session = aiohttp.ClientSession()
#             ~~~~~~~~~~~~~~~~~~~~~~~ AW406: Calls `aiohttp.ClientSession` at import: it belongs to the loop of its first use, and nobody closes it


def takes_a_session(session=aiohttp.ClientSession()):
#                           ~~~~~~~~~~~~~~~~~~~~~~~ AW406: Calls `aiohttp.ClientSession` at import: it belongs to the loop of its first use, and nobody closes it
    return session


# Silent.

client = httpx.AsyncClient()
lock = asyncio.Lock()
asyncio.set_event_loop(asyncio.get_event_loop())
make = lambda: aiohttp.ClientSession()


async def makes_it_in_time():
    asyncio.get_running_loop().create_future()
    return aiohttp.ClientSession()


class Server:
    def __init__(self):
        self.session = aiohttp.ClientSession()


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(makes_it_in_time())
