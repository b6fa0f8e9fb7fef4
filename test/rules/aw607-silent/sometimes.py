# Not on every path.
import asyncio
import sys

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        if len(sys.argv) > 1:
            await client.get(sys.argv[1])


asyncio.run(main())
