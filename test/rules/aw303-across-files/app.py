import asyncio

from shop import price


async def asks_for_all(names):
    return await asyncio.gather(*[price(name) for name in names])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`price` → `AsyncClient.get`)


async def asks_for_two(first, second):
    return await asyncio.gather(price(first), price(second))
