# profile: async-first
# Guideline 102: a time limit. The name of its error is right where older Pythons may run it.
import asyncio


async def good_gives_up(tool, parameters):
    try:
        return await asyncio.wait_for(tool.execute(parameters), timeout=30)
    except asyncio.TimeoutError:
        return "the tool took too long"
