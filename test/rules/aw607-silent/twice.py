# Two calls, one after the other: they may become two at once.
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient() as client:
        await client.get("https://a.example")
        await client.get("https://b.example")


asyncio.run(main())
