import asyncio
from time import sleep


def settle():
    sleep(1)
#   -------- see AW101: calls `time.sleep`


async def settle_async():
    await asyncio.sleep(1)
