import asyncio
import functools
import threading
import time


def retry(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for _ in range(3):
            try:
                return function(*args, **kwargs)
            except OSError:
                time.sleep(1)
#               ------------- see AW101: calls `time.sleep`

    return wrapper


async def run_blocking(function, *args, **kwargs):
    return await asyncio.to_thread(function, *args, **kwargs)


def spawn(function):
    thread = threading.Thread(target=function, daemon=True)
    thread.start()
    return thread


def in_thread(function):
    async def wrapper(*args):
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, lambda: function(*args))

    return wrapper


def background(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)

    return wrapper
