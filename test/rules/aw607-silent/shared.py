# Somebody else needs the coroutine.
import asyncio

import httpx


async def load(url):
    async with httpx.AsyncClient() as client:
        return await client.get(url)


async def serve(request):
    return await load(request)


if __name__ == "__main__":
    asyncio.run(load("https://shop.example"))
