import asyncio


async def load():
    await asyncio.sleep(1)


def load_now():
    return asyncio.run(load())
#          ------------------- see AW802: calls `asyncio.run`
