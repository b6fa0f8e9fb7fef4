"""What comes out of `await`, and of what runs coroutines."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any


class Store:
    def read(self) -> bytes: return b""


class Cache:
    def read(self) -> bytes: return b""


async def fetch() -> Store: ...


async def infer():
    return Store()


async def awaits():
    (await fetch()).read()  #> fetch, Store.read
    (await infer()).read()  #> infer, Store.read
    store = await infer()
    store.read()  #> Store.read


async def parameters(
    a: Awaitable[Store],
    b: Coroutine[Any, Any, Store],
    c: Callable[[], Awaitable[Store]],
    d: asyncio.Future[Store],
    e: asyncio.Task[Store],
    f: "asyncio.Queue[Store]",
):
    (await a).read()  #> Store.read
    (await b).read()  #> Store.read
    (await c()).read()  #> ?, Store.read
    (await d).read()  #> Store.read
    (await e).read()  #> Store.read
    (await f.get()).read()  #> asyncio.queues.Queue.get, Store.read
    e.result().read()  #> _asyncio.Task.result, Store.read


async def combinations():
    first, second = await asyncio.gather(fetch(), infer())
    first.read()  #> Store.read
    second.read()  #> Store.read
    task = asyncio.create_task(fetch())
    (await task).read()  #> Store.read
    (await asyncio.wait_for(fetch(), 1)).read()  #> fetch, asyncio.tasks.wait_for, Store.read
    (await asyncio.shield(infer())).read()  #> infer, asyncio.tasks.shield, Store.read
    (await asyncio.to_thread(Cache)).read()  #> asyncio.threads.to_thread, Cache.read
    loop = asyncio.get_running_loop()
    (await loop.run_in_executor(None, make)).read()  #> asyncio.events.AbstractEventLoop.run_in_executor, Cache.read
    async with asyncio.TaskGroup() as group:
        started = group.create_task(infer())
    started.result().read()  #> _asyncio.Task.result, Store.read
    for finished in asyncio.as_completed([fetch()]):
        (await finished).read()  #> Store.read


def make() -> Cache: ...


class Lazy:
    def __await__(self):
        yield
        return Store()


async def awaits_object():
    (await Lazy()).read()  #> Lazy, Lazy.__await__, Store.read


async def chain():
    return await chain_end()


async def chain_end():
    return await infer()


async def awaits_chain():
    (await chain()).read()  #> chain, Store.read


def outside():
    asyncio.run(fetch()).read()  #> fetch, asyncio.runners.run, Store.read
