import asyncio

import store


async def uses():
    await asyncio.gather(store.handed_on(1), store.handed_on(2))
    return await store.find(1)
