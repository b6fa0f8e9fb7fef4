import asyncio


async def fetch():
    return 1


asyncio.run(fetch())  # ok: no notebook
