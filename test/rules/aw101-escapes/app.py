# AW101 blocking-sleep, through the project's own helpers that run a function: off the loop, on it, or at once
import time

from helpers import Worker, here, in_thread, later, offload, spawn, submit


def read():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@in_thread
def decorated():
    time.sleep(1)


async def blocks_through_a_helper_that_calls():
    here(read)
#   ~~~~~~~~~~ AW101: Blocks the event loop: `here` → `read` → `time.sleep` sleeps


async def blocks_before_the_helper_is_called():
    await offload(read())
#                 ~~~~~~ AW101: Blocks the event loop: `read` → `time.sleep` sleeps


# FIXME missed alarm: what a helper gives to `call_soon` is not known to run on the loop.
async def blocks_soon():
    later(read)


# Silent.


async def offloads_through_a_coroutine():
    await offload(read)


async def offloads_a_lambda():
    await offload(lambda: time.sleep(1))


async def offloads_to_a_thread():
    spawn(read)


async def offloads_to_a_pool():
    submit(read)


async def offloads_through_a_decorator():
    await decorated()
    await in_thread(read)()


async def offloads_through_methods(worker: Worker):
    await worker.run(read)
    worker.start(read)
