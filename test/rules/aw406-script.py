# A script that runs its own loop has no other time to make these.
import asyncio

import aiohttp

loop = asyncio.get_event_loop()
session = aiohttp.ClientSession(loop=loop)


async def work():
    return await session.get("http://example.com")


loop.run_until_complete(work())
