"""What this project hands functions to."""

import asyncio
import functools
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def offload(function, *args):
    return await asyncio.to_thread(function, *args)


def spawn(function):
    threading.Thread(target=function).start()


def submit(function, *args, **kwargs):
    return pool.submit(functools.partial(function, *args, **kwargs))


def in_thread(function):
    @functools.wraps(function)
    async def run(*args, **kwargs):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, functools.partial(function, *args, **kwargs))

    return run


class Worker:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    async def run(self, function, *args):
        return await asyncio.get_running_loop().run_in_executor(self.pool, function, *args)

    def start(self, function):
        def target():
            function()

        threading.Thread(target=target).start()


def later(function):
    asyncio.get_running_loop().call_soon(function)


def here(function):
    return function()
#          ---------- see AW101: calls `read`
