# profile: async-first
# Guideline 104: a loop inside a loop (AW401).
import asyncio


async def fetch():
    await asyncio.sleep(1)


async def bad_starts_another():
    asyncio.run(fetch())
#   ~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `asyncio.run` raises RuntimeError


async def good_awaits():
    await fetch()
