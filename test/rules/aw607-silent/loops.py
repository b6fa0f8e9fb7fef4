# Who knows how many.
import asyncio
import sys

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        for url in sys.argv[1:]:
            await client.get(url)


asyncio.run(main())
