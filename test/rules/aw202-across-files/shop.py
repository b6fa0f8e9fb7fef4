import asyncio


async def load():
    await asyncio.sleep(1)


class Client:
    async def get(self, name):
        return await load()
