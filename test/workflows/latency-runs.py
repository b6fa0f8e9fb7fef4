"""Runs what the latency model speaks of: waiting calls one by one, in a thread pool and on an event loop."""

import asyncio
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def one_by_one(calls: int, wait: float, limit: int) -> None:
    for _ in range(calls):
        time.sleep(wait)


def in_threads(calls: int, wait: float, limit: int) -> None:
    with ThreadPoolExecutor(limit) as pool:
        list(pool.map(time.sleep, [wait] * calls))


async def gathered(calls: int, wait: float, limit: int) -> None:
    bound = asyncio.Semaphore(limit)

    async def call() -> None:
        async with bound:
            await asyncio.sleep(wait)

    await asyncio.gather(*(call() for _ in range(calls)))


def on_loop(calls: int, wait: float, limit: int) -> None:
    asyncio.run(gathered(calls, wait, limit))


def users_in_threads(users: int, wait: float, limit: int) -> None:
    """Each user asks REQUESTS times, and waits for a worker of the pool and for its answer."""
    with ThreadPoolExecutor(limit) as workers:

        def user(_: int) -> None:
            for _ in range(REQUESTS):
                workers.submit(time.sleep, wait).result()

        with ThreadPoolExecutor(users) as everybody:
            list(everybody.map(user, range(users)))


def users_on_loop(users: int, wait: float, limit: int) -> None:
    async def user() -> None:
        for _ in range(REQUESTS):
            await asyncio.sleep(wait)

    async def all_users() -> None:
        await asyncio.gather(*(user() for _ in range(users)))

    asyncio.run(all_users())


REQUESTS = 4
WAYS = {way.__name__: way for way in (one_by_one, in_threads, on_loop, users_in_threads, users_on_loop)}

way, wait, limit, *sizes = sys.argv[1:]
seconds = []
for size in sizes:
    began = time.perf_counter()
    WAYS[way](int(size), float(wait), int(limit))
    seconds.append(time.perf_counter() - began)
print(json.dumps(seconds))
