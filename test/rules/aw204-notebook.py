# notebook
import asyncio


async def load():
    await asyncio.sleep(1)


# Silent: a cell may await.
await load()
