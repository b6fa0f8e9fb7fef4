# profile: async-first
# Guidelines 113 to 115: many network calls, one after the other in sync code (AW608) or side by side, where C2 settles
# how many may start: AW303.
import asyncio

import httpx
import requests
from pydantic import BaseModel


class Scenes(BaseModel):
    scenes: list[str]


def translate_sync(scene: str) -> str:
    return requests.post("https://llm.example", json=scene, timeout=60).text


def bad_translate(request: Scenes) -> list[str]:
    results = []
    for scene in request.scenes:
#                ~~~~~~~~~~~~~~ AW608: Waits for `translate_sync` item by item, though none needs another: side by side they take as long as one
        results.append(translate_sync(scene))
#                      --------------------- see AW608: waits here, in each turn
    return results


async def translate(client: httpx.AsyncClient, scene: str) -> str:
    return (await client.post("https://llm.example", json=scene)).text


async def settled_translate_all(client: httpx.AsyncClient, request: Scenes) -> list[str]:
    tasks = [translate(client, scene) for scene in request.scenes]
    return await asyncio.gather(*tasks)
#                ~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`translate` → `AsyncClient.post`)


async def good_translate_a_few_at_once(client: httpx.AsyncClient, request: Scenes) -> list[str]:
    slots = asyncio.Semaphore(8)

    async def in_turn(scene: str) -> str:
        async with slots:
            return await translate(client, scene)

    return await asyncio.gather(*[in_turn(scene) for scene in request.scenes])
