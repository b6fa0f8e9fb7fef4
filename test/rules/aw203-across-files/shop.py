import asyncio


async def is_open() -> bool:
    await asyncio.sleep(1)
    return True
