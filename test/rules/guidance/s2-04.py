# profile: async-first
# Guidelines 70 to 72: calls that do not need each other run side by side (AW301), those that do come after.
import asyncio

import httpx


async def search(client: httpx.AsyncClient, text: str):
    return (await client.get("https://search.example", params={"q": text})).json()


async def generate_image(client: httpx.AsyncClient, about):
    return (await client.post("https://image.example", json={"about": about})).content


async def bad_one_after_the_other(client: httpx.AsyncClient):
    weather = await search(client, "weather Paris")
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 2 waits in a row that could be one: `search`, `search` need nothing of one another
    tourism = await search(client, "tourism Paris")
#             ------------------------------------- see AW301: needs nothing of the one before
    return weather, tourism


async def good_the_image_needs_the_search(client: httpx.AsyncClient):
    weather = await search(client, "weather Paris")
    return await generate_image(client, weather)


async def good_side_by_side(client: httpx.AsyncClient):
    results = await asyncio.gather(search(client, "weather Paris"), search(client, "tourism Paris"))
    return await generate_image(client, results[0])
