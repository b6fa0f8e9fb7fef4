# python: 3.10
import asyncio
import socket


async def catches_the_builtin(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except TimeoutError:
#          ~~~~~~~~~~~~ AW505: Does not catch the timeout: before Python 3.11 asyncio raises `asyncio.TimeoutError`
        return None


async def catches_the_builtin_among_others(read):
    try:
        async with asyncio.timeout(5):
            return await read()
    except (OSError, TimeoutError):
#                    ~~~~~~~~~~~~ AW505: Does not catch the timeout: before Python 3.11 asyncio raises `asyncio.TimeoutError`
        return None


def catches_the_alias_of_a_socket(connection):
    try:
        return connection.recv(1)
    except socket.timeout:
#          ~~~~~~~~~~~~~~ AW505: Names the builtin `TimeoutError` by its alias `socket.timeout`
        return None


# Silent.


async def catches_asyncio(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except asyncio.TimeoutError:
        return None


async def catches_both(read):
    try:
        return await asyncio.wait_for(read(), 5)
    except (asyncio.TimeoutError, TimeoutError):
        return None


def catches_a_socket(connection):
    try:
        return connection.recv(1)
    except TimeoutError:
        return None
