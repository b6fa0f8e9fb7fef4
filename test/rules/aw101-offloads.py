# Everything that moves a call off the event loop, and what only looks like it.
import asyncio
import concurrent.futures
import functools
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import aiofiles.os
import anyio
import anyio.to_thread
import asyncer
import trio
from anyio import to_thread
from asgiref.sync import sync_to_async
from fastapi import BackgroundTasks
from fastapi.concurrency import run_in_threadpool
from homeassistant.core import HomeAssistant
from starlette.background import BackgroundTask
from starlette.concurrency import iterate_in_threadpool
from starlette.concurrency import run_in_threadpool as run_in_starlette

pool = ThreadPoolExecutor(max_workers=4)
processes = ProcessPoolExecutor()


def work(seconds=1):
    time.sleep(seconds)
#   ------------------- see AW101: calls `time.sleep`


async def offloads_to_thread():
    await asyncio.to_thread(work)
    await asyncio.to_thread(work, seconds=2)
    await asyncio.wait_for(asyncio.to_thread(work), 3)
    await asyncio.gather(asyncio.to_thread(work), *(asyncio.to_thread(work, n) for n in range(3)))
    asyncio.create_task(asyncio.to_thread(work))
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.to_thread(work))


async def offloads_to_executor():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, work)
    await loop.run_in_executor(pool, work, 1)
    await loop.run_in_executor(processes, partial(work, seconds=1))
    await asyncio.get_event_loop().run_in_executor(None, lambda: work(1))


async def offloads_to_pool_made_here():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor() as own:
        await loop.run_in_executor(own, work)


async def offloads_with_helper_of_executor():
    run = partial(asyncio.get_running_loop().run_in_executor, None)
    await run(work)


async def offloads_by_submitting():
    future = pool.submit(work, 1)
    await asyncio.wrap_future(future)
    processes.submit(work)


async def offloads_to_anyio():
    await anyio.to_thread.run_sync(work)
    await to_thread.run_sync(work, 1)
    await anyio.to_thread.run_sync(partial(work, seconds=1), abandon_on_cancel=True)
    await asyncer.asyncify(work)(seconds=1)


async def offloads_to_trio():
    await trio.to_thread.run_sync(work)


async def offloads_to_framework(hass: HomeAssistant):
    await run_in_threadpool(work, 1)
    await run_in_starlette(work)
    await hass.async_add_executor_job(work, 1)
    await hass.async_add_import_executor_job(work)


async def offloads_to_django():
    await sync_to_async(work)()
    await sync_to_async(work, thread_sensitive=False)(1)
    run = sync_to_async(work)
    await run()


@sync_to_async
def asked_for_in_thread():
    work()


@sync_to_async(thread_sensitive=False)
def asked_for_in_some_thread():
    work()


async def offloads_by_decorator():
    await asked_for_in_thread()
    await asked_for_in_some_thread()


async def offloads_behind_response(tasks: BackgroundTasks):
    tasks.add_task(work, 1)
    return BackgroundTask(work)


def slow_numbers():
    for number in range(3):
        work()
        yield number


async def offloads_iteration():
    async for number in iterate_in_threadpool(slow_numbers()):
        print(number)


async def starts_threads():
    threading.Thread(target=work).start()
    threading.Thread(None, work, "name", (1,)).start()
    threading.Timer(1, work).start()


class Poller(threading.Thread):
    def run(self):
        work()
#       ------ see AW101: calls `work`


async def starts_thread_of_own_class():
    Poller().start()


# The project's own helpers.


async def in_background(function, *args, **kwargs):
    return await asyncio.to_thread(partial(function, *args, **kwargs))


def in_executor(function, *args):
    return asyncio.get_running_loop().run_in_executor(pool, function, *args)


def threaded(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, partial(function, *args, **kwargs))

    return wrapper


def threaded_with(executor):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            return await asyncio.get_running_loop().run_in_executor(executor, function, *args)

        return wrapper

    return decorate


class Device:
    def __init__(self, hass: HomeAssistant):
        self.hass = hass
        self._pool = ThreadPoolExecutor(1)

    def read(self):
        work()

    async def _run(self, function, *args):
        async with asyncio.Lock():
            return await asyncio.get_running_loop().run_in_executor(self._pool, function, *args)

    async def update(self):
        await self._run(self.read)
        await self.hass.async_add_executor_job(self.read)
        await self._run(lambda: self.read())

    @threaded
    def refresh(self):
        self.read()

    async def update_by_decorator(self):
        await self.refresh()


@threaded
def measure():
    work()


@threaded_with(pool)
def measure_in_pool():
    work()


async def offloads_through_own_helpers(device: Device):
    await in_background(work, 1)
    await in_background(device.read)
    await in_executor(work)
    await in_executor(partial(work, 1))
    await measure()
    await measure_in_pool()
    await threaded(work)()


async def offloads_nested_functions(device: Device):
    def read():
        device.read()
        return [work() for _ in range(3)]

    await asyncio.to_thread(read)
    await in_background(read)
    await device._run(read)


async def offloads_conditionally(fast):
    function = (lambda: None) if fast else work
    await asyncio.to_thread(function)


async def offloads_async_file_names():
    await aiofiles.os.remove("a")


async def runs_other_loop_in_thread():
    await asyncio.to_thread(asyncio.run, offloads_to_thread())


async def offloads_method_reference():
    await asyncio.to_thread(threading.Event().wait, 1)


async def offloads_own_class():
    class Reader:
        def __init__(self):
            work()

    await asyncio.to_thread(Reader)


# What only looks like it.


def run_now(function, *args):
    return function(*args)
#          --------------- see AW101: calls `work`
#          --------------- see AW101: calls `blocks_in_lambda_that_runs_now.<lambda>`


async def wrap(function, *args):
    return function(*args)


async def blocks_by_calling_first():
    await asyncio.to_thread(work())
#                           ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_by_calling_first_in_list():
    await asyncio.gather(*[asyncio.to_thread(work(n)) for n in range(3)])
#                                            ~~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_through_helper_that_runs_now():
    run_now(work)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `run_now` → `work` → `time.sleep` sleeps


# FIXME missed alarm: what a coroutine does with a function that it is given
async def blocks_in_coroutine_that_calls():
    await wrap(work)


async def blocks_in_lambda_that_runs_now():
    run_now(lambda: work())
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `run_now` → `blocks_in_lambda_that_runs_now.<lambda>` → `work` → `time.sleep` sleeps
#                   ------ see AW101: calls `work`


async def blocks_in_thread_run_here():
    Poller().run()
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Poller.run` → `work` → `time.sleep` sleeps


async def blocks_in_map_of_functions():
    for function in (work, work):
        function()
#       ~~~~~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_by_calling_result_of_partial():
    partial(work, 1)()
#   ~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
