# AW205 coroutine-function-where-sync-expected
import asyncio
import atexit
import concurrent.futures
import functools
import re
import signal
import threading
import unittest
from collections import defaultdict
from contextlib import AsyncExitStack

import anyio
import click
import unread
from anyio import from_thread, to_thread
from celery import shared_task


async def refresh(item):
    return item


def plain(item):
    return item


def run_async(function):
    @functools.wraps(function)
    def run(*args, **kwargs):
        return asyncio.run(function(*args, **kwargs))

    return run


def logged(function):
    @functools.wraps(function)
    async def log(*args, **kwargs):
        print(function)
        return await function(*args, **kwargs)

    return log


def gives_a_coroutine(item):
    return refresh(item)


async def hands_to_threads(loop: asyncio.AbstractEventLoop, pool: concurrent.futures.ThreadPoolExecutor):
    await asyncio.to_thread(refresh, 1)
#                           ~~~~~~~ AW205: Never runs `refresh`: `asyncio.to_thread` calls it and does not await its coroutine
    await loop.run_in_executor(None, refresh, 1)
#                                    ~~~~~~~ AW205: Never runs `refresh`: `AbstractEventLoop.run_in_executor` calls it and does not await its coroutine
    await to_thread.run_sync(refresh, 1)
#                            ~~~~~~~ AW205: Never runs `refresh`: `anyio.to_thread.run_sync` calls it and does not await its coroutine
    pool.submit(refresh, 1)
#               ~~~~~~~ AW205: Never runs `refresh`: `ThreadPoolExecutor.submit` calls it and does not await its coroutine
    threading.Thread(target=refresh, args=(1,)).start()
#                           ~~~~~~~ AW205: Never runs `refresh`: `threading.Thread` calls it and does not await its coroutine
    threading.Timer(5, refresh).start()
#                      ~~~~~~~ AW205: Never runs `refresh`: `threading.Timer` calls it and does not await its coroutine


async def hands_over_wrapped(loop: asyncio.AbstractEventLoop):
    await asyncio.to_thread(lambda: refresh(1))
#                           ~~~~~~~~~~~~~~~~~~ AW205: Never runs `refresh`: `asyncio.to_thread` calls it and does not await its coroutine
    await asyncio.to_thread(functools.partial(refresh, 1))
#                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW205: Never runs `refresh`: `asyncio.to_thread` calls it and does not await its coroutine
    await asyncio.to_thread(gives_a_coroutine, 1)
#                           ~~~~~~~~~~~~~~~~~ AW205: Never runs `refresh`: `asyncio.to_thread` calls it and does not await its coroutine
    later = functools.partial(refresh, 1)
    loop.call_soon(later)
#   ~~~~~~~~~~~~~~~~~~~~~ AW205: Never runs `refresh`: `AbstractEventLoop.call_soon` calls it and does not await its coroutine


async def hands_to_the_loop(loop: asyncio.AbstractEventLoop, task: asyncio.Task):
    loop.call_soon(refresh, 1)
#                  ~~~~~~~ AW205: Never runs `refresh`: `AbstractEventLoop.call_soon` calls it and does not await its coroutine
    loop.call_later(5, refresh, 1)
#                      ~~~~~~~ AW205: Never runs `refresh`: `AbstractEventLoop.call_later` calls it and does not await its coroutine
    task.add_done_callback(refresh)
#                          ~~~~~~~ AW205: Never runs `refresh`: `Task.add_done_callback` calls it and does not await its coroutine
    loop.add_signal_handler(signal.SIGTERM, refresh)
#                                           ~~~~~~~ AW205: Never runs `refresh`: `AbstractEventLoop.add_signal_handler` calls it and does not await its coroutine


def hands_to_the_standard_library(items):
    atexit.register(refresh)
#                   ~~~~~~~ AW205: Never runs `refresh`: `atexit.register` calls it and does not await its coroutine
    signal.signal(signal.SIGTERM, refresh)
#                                 ~~~~~~~ AW205: Never runs `refresh`: `signal.signal` calls it and does not await its coroutine
    items = sorted(items, key=refresh)
#                             ~~~~~~~ AW205: Never runs `refresh`: `sorted` calls it and does not await its coroutine
    items.sort(key=refresh)
#                  ~~~~~~~ AW205: Never runs `refresh`: `list.sort` calls it and does not await its coroutine
    print(max(items, key=refresh), list(filter(refresh, items)))
#                        ~~~~~~~ AW205: Never runs `refresh`: `max` calls it and does not await its coroutine
#                                              ~~~~~~~ AW205: Never runs `refresh`: `filter` calls it and does not await its coroutine
    print(re.sub("a", refresh, "banana"), functools.reduce(refresh, items))
#                     ~~~~~~~ AW205: Never runs `refresh`: `re.sub` calls it and does not await its coroutine
#                                                          ~~~~~~~ AW205: Never runs `refresh`: `functools.reduce` calls it and does not await its coroutine
    return defaultdict(refresh)
#                      ~~~~~~~ AW205: Never runs `refresh`: `collections.defaultdict` calls it and does not await its coroutine


async def pushes_a_callback():
    async with AsyncExitStack() as stack:
        stack.callback(refresh, 1)
#                      ~~~~~~~ AW205: Never runs `refresh`: `AsyncExitStack.callback` calls it and does not await its coroutine
        stack.push_async_callback(refresh, 1)


def uses_up_a_map(items):
    map(refresh, items)
#       ~~~~~~~ AW205: Never runs `refresh`: `map` calls it and does not await its coroutine
    return "".join(map(refresh, items)), sum(map(refresh, items))
#                      ~~~~~~~ AW205: Never runs `refresh`: `map` calls it and does not await its coroutine
#                                                ~~~~~~~ AW205: Never runs `refresh`: `map` calls it and does not await its coroutine


async def awaits_a_map(items):
    await asyncio.gather(*map(refresh, items))
    for pending in map(refresh, items):
        await pending
    later = list(map(refresh, items))
    return await asyncio.gather(*later)


@shared_task
async def is_a_task(): ...
#         ~~~~~~~~~ AW205: Never runs `is_a_task`: Celery calls it as a task and does not await its coroutine


@click.command()
async def is_a_command(): ...
#         ~~~~~~~~~~~~ AW205: Never runs `is_a_command`: Click calls it as a command and does not await its coroutine


@click.command()
@click.option("--name")
@logged
async def is_a_command_with_options(name): ...
#         ~~~~~~~~~~~~~~~~~~~~~~~~~ AW205: Never runs `is_a_command_with_options`: Click calls it as a command and does not await its coroutine


@click.command()
@click.option("--name")
@run_async
async def is_run_by_a_decorator(name): ...


@click.command()
@unread.runs_perhaps
async def is_run_by_what_was_not_read(): ...


@run_async
@click.command()
async def is_run_too_late(): ...
#         ~~~~~~~~~~~~~~~ AW205: Never runs `is_run_too_late`: Click calls it as a command and does not await its coroutine


class Case(unittest.TestCase):
    async def setUp(self): ...
#             ~~~~~ AW205: Never runs `Case.setUp`: unittest calls it as a test and does not await its coroutine

    async def test_nothing(self): ...
#             ~~~~~~~~~~~~ AW205: Never runs `Case.test_nothing`: unittest calls it as a test and does not await its coroutine


class AsyncCase(unittest.IsolatedAsyncioTestCase):
    def setUp(self): ...

    async def test_something(self): ...


class Echo(asyncio.Protocol):
    async def data_received(self, data): ...
#             ~~~~~~~~~~~~~ AW205: Never runs `Echo.data_received`: asyncio calls it as a protocol callback and does not await its coroutine


async def hands_over_plain_functions(loop: asyncio.AbstractEventLoop, items):
    await asyncio.to_thread(plain, 1)
    loop.call_soon(plain, 1)
    loop.call_soon(asyncio.create_task, refresh(1))
    await asyncio.to_thread(asyncio.run, refresh(1))
    threading.Thread(target=lambda: asyncio.run(refresh(1))).start()
    atexit.register(lambda: asyncio.run(refresh(1)))
    return sorted(items, key=plain)


async def hands_over_to_those_who_await(group: asyncio.TaskGroup):
    from_thread.run(refresh, 1)
    anyio.run(refresh, 1)
    unread.register(refresh)  # ok: who knows
    group.create_task(refresh(1))
    asyncio.run_coroutine_threadsafe(refresh(1), asyncio.get_running_loop())


@unread.task
async def decorated(): ...


def hands_over_what_a_decorator_made():
    atexit.register(decorated)  # ok: who knows what a task is
