# notebook
# AW405 asyncio-run-in-notebook
import asyncio


async def fetch():
    return 1


asyncio.run(fetch())
loop = asyncio.get_event_loop()
loop.run_until_complete(fetch())


def fetch_now():
    return asyncio.run(fetch())


print(fetch_now())


async def in_a_coroutine():
    asyncio.run(fetch())


def never_called():
    asyncio.run(fetch())


await fetch()
async with asyncio.timeout(5):
    await fetch()
