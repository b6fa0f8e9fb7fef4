# Nothing tells which Python runs this, so either name may be the right one.
import asyncio


async def catches_one(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except asyncio.TimeoutError:
        return None


async def catches_the_other(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except TimeoutError:
        return None
