# profile: async-first
# Guideline 101: failures handed back. C13 settles that somebody has to look at them: AW304.
import asyncio

import httpx


async def execute(client: httpx.AsyncClient, tool: str):
    return (await client.post(tool)).json()


async def settled_nobody_looks(client: httpx.AsyncClient, first: str, second: str):
    results = await asyncio.gather(execute(client, first), execute(client, second), return_exceptions=True)
#                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW304: Hides every failure: `return_exceptions=True` puts them into `results`, which nobody reads


async def good_looks(client: httpx.AsyncClient, first: str, second: str):
    results = await asyncio.gather(execute(client, first), execute(client, second), return_exceptions=True)
    return [result for result in results if not isinstance(result, BaseException)]
