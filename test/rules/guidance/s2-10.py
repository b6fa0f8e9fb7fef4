# profile: async-first
# Guidelines 82 to 84: a coroutine function in sync code. Its call is no error of syntax but loses the coroutine (AW201,
# AW202, C7), `await` is one (AW204).
import asyncio


async def fetch():
    await asyncio.sleep(1)
    return 1


def bad_calls():
    fetch()
#   ~~~~~~~ AW201: Never runs `fetch`: its coroutine is made in plain code, which cannot await it


def bad_keeps():
    result = fetch()
#            ~~~~~~~ AW202: Never runs `fetch`: `result` holds its coroutine, and nobody awaits it


def bad_awaits():
    result = await fetch()
#            ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a plain function
    return result


async def good_awaits():
    result = await fetch()
    return result
