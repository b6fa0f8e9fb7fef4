# notebook
# AW405 asyncio-run-in-notebook
import asyncio


async def fetch():
    return 1


asyncio.run(fetch())
#~~~~~~~~~~~~~~~~~~~ AW405: Starts an event loop on the notebook's own: `asyncio.run` raises RuntimeError
loop = asyncio.get_event_loop()
loop.run_until_complete(fetch())
#~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW405: Starts an event loop on the notebook's own: `AbstractEventLoop.run_until_complete` raises RuntimeError


def fetch_now():
    return asyncio.run(fetch())
#          -------------------- see AW405: calls `asyncio.run`


print(fetch_now())
#     ~~~~~~~~~~~ AW405: Starts an event loop on the notebook's own: `fetch_now` → `asyncio.run` raises RuntimeError


async def in_a_coroutine():
    asyncio.run(fetch())
#   ~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `asyncio.run` raises RuntimeError


def never_called():
    asyncio.run(fetch())


await fetch()
async with asyncio.timeout(5):
    await fetch()
