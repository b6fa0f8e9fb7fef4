# python: 3.11
import asyncio
import concurrent.futures
import socket
from asyncio import TimeoutError as AsyncTimeout


async def catches_the_alias(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except asyncio.TimeoutError:
#          ~~~~~~~~~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `asyncio.TimeoutError`
        return None


async def catches_several(read):
    try:
        return await read()
    except (OSError, asyncio.TimeoutError, AsyncTimeout):
#                    ~~~~~~~~~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `asyncio.TimeoutError`
#                                          ~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `asyncio.TimeoutError`
        return None


def catches_others(future):
    try:
        return future.result(5)
    except concurrent.futures.TimeoutError:
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `concurrent.futures.TimeoutError`
        return None
    except socket.timeout:
#          ~~~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `socket.timeout`
        return None


# Silent.


async def catches_the_builtin(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except TimeoutError:
        return None


class TimeoutErrors:
    TimeoutError = ValueError


async def catches_something_else(read):
    try:
        return await read()
    except TimeoutErrors.TimeoutError:
        return None
