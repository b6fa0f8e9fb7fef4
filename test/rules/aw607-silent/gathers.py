# Two calls at once.
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        await asyncio.gather(client.get("https://a.example"), client.get("https://b.example"))


asyncio.run(main())
