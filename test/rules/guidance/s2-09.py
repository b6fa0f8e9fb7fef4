# profile: async-first
# Guidelines 65 and 81: the same with `gather`. The document's loop does not use its item, which C16 settles: AW314; and
# C2 how many may start: AW303.
import asyncio

import httpx

slots = asyncio.Semaphore(8)


async def execute(client: httpx.AsyncClient, tool: str):
    return (await client.post(tool)).json()


async def execute_in_turn(client: httpx.AsyncClient, tool: str):
    async with slots:
        return await execute(client, tool)


async def settled_ignores_the_item(client: httpx.AsyncClient, calls, tool: str):
    return await asyncio.gather(*[execute_in_turn(client, tool) for call in calls])
#                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW314: `execute_in_turn` is started once for each `call`, and does the same every time: `call` is not used


async def settled_starts_all(client: httpx.AsyncClient, calls):
    return await asyncio.gather(*[execute(client, call.url) for call in calls])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`execute` → `AsyncClient.post`)


async def good_starts_a_few(client: httpx.AsyncClient, calls):
    return await asyncio.gather(*[execute_in_turn(client, call.url) for call in calls])
