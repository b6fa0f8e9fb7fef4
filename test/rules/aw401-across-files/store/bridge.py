import asyncio


def run_now(coroutine):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(coroutine)
#          ---------------------------------- see AW401: calls `AbstractEventLoop.run_until_complete`
