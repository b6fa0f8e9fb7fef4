# AW503 timeout-over-thread
import asyncio

import anyio
import anyio.to_thread


def convert(path):
    return path


async def waits_for_a_thread(path):
    return await asyncio.wait_for(asyncio.to_thread(convert, path), timeout=5)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW503: Cannot stop the thread: when the time of `asyncio.wait_for` is up, what `asyncio.to_thread` runs goes on
#                                 -------------------------------- see AW503: runs on when the time is up


async def waits_for_an_executor(path):
    loop = asyncio.get_running_loop()
    return await asyncio.wait_for(loop.run_in_executor(None, convert, path), 5)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW503: Cannot stop the thread: when the time of `asyncio.wait_for` is up, what `AbstractEventLoop.run_in_executor` runs goes on
#                                 ----------------------------------------- see AW503: runs on when the time is up


async def limits_a_block(path):
    async with asyncio.timeout(5):
#              ~~~~~~~~~~~~~~~~~~ AW503: Cannot stop the thread: when the time of `asyncio.timeout` is up, what `asyncio.to_thread` runs goes on
        await asyncio.sleep(0)
        return await asyncio.to_thread(convert, path)
#                    -------------------------------- see AW503: runs on when the time is up


async def limits_a_block_of_anyio(path):
    with anyio.fail_after(5):
#        ~~~~~~~~~~~~~~~~~~~ AW503: Cannot stop the thread: when the time of `anyio.fail_after` is up, what `anyio.to_thread.run_sync` runs goes on
        return await anyio.to_thread.run_sync(convert, path)
#                    --------------------------------------- see AW503: runs on when the time is up


async def names_the_future_first(path):
    future = asyncio.to_thread(convert, path)
#            -------------------------------- see AW503: runs on when the time is up
    return await asyncio.wait_for(future, 5)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW503: Cannot stop the thread: when the time of `asyncio.wait_for` is up, what `asyncio.to_thread` runs goes on


# Silent.


async def waits_for_a_coroutine():
    return await asyncio.wait_for(asyncio.sleep(1), 5)


async def hands_over_without_a_limit(path):
    async with asyncio.timeout(5):
        await asyncio.sleep(1)
    return await asyncio.to_thread(convert, path)


async def says_what_becomes_of_it(path):
    with anyio.fail_after(5):
        return await anyio.to_thread.run_sync(convert, path, abandon_on_cancel=True)


async def hides_the_thread(path):
    # FIXME missed alarm: what a coroutine hands over is not followed
    return await asyncio.wait_for(hands_over_without_a_limit(path), 5)
