# AW607 async-is-ceremony
import asyncio

import httpx


async def load(url):
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
    return response.text


async def main():
    print(await load("https://shop.example"))


if __name__ == "__main__":
    asyncio.run(main())
#   ~~~~~~~~~~~~~~~~~~~ AW607: Starts an event loop for one call: `asyncio.run` around `AsyncClient.get`, which has a sync twin
