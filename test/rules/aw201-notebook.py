# notebook
import asyncio


async def load():
    await asyncio.sleep(1)


load()
#~~~~~ AW201: Never runs `load`: its coroutine is not awaited
await load()
