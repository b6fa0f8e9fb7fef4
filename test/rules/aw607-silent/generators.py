# What a loop does to itself has no sync twin.
import asyncio


def closes():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
