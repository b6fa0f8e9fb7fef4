# What is entered waits too.
import asyncio

import httpx
from unread import limit


async def main():
    async with limit("shop"), httpx.AsyncClient() as client:
        await client.get("https://a.example")


asyncio.run(main())
