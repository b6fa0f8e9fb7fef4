# profile: hybrid
# Guidelines 54 and 55: a thread for what is there already (AW602).
import asyncio


async def bad_get_config():
    return await asyncio.to_thread(lambda: {"key": "value"})
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: the lambda never waits


def good_get_config():
    return {"key": "value"}
