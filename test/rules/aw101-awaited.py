# What is awaited gives something that can be awaited: a function that also works the sync way has its other half here.
import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Literal, Protocol, Union, overload


class SyncClient:
    def read(self) -> str:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return ""

    def close(self) -> None:
        time.sleep(1)


class AsyncClient:
    async def read(self) -> str:
        await asyncio.sleep(1)
        return ""

    async def close(self) -> None:
        await asyncio.sleep(1)

    async def __aenter__(self) -> "AsyncClient":
        return self

    async def __aexit__(self, *exception) -> None: ...


@overload
def get_client(sync: Literal[False] = False) -> AsyncClient: ...
@overload
def get_client(sync: Literal[True]) -> SyncClient: ...
def get_client(sync: bool = False) -> Union[SyncClient, AsyncClient]:
    return SyncClient() if sync else AsyncClient()


def make_client(sync=False):
    if sync:
        return SyncClient()
    return AsyncClient()


def run_sync(function):
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`
    return function()


async def run_async(function):
    return await function()


def run(function):
    if inspect.iscoroutinefunction(function):
        return run_async(function)
    return run_sync(function)
#          ------------------ see AW101: calls `run_sync`


class Flow:
    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.is_async = inspect.iscoroutinefunction(function)

    def __call__(self, *args: Any) -> Any:
        if self.is_async:
            return run_async(self.function)
        return run_sync(self.function)


def flow(function) -> Flow:
    return Flow(function)


@flow
async def load(): ...


async def awaits_overload():
    client = get_client()
    await client.read()


async def awaits_entered_overload():
    async with get_client() as client:
        await client.read()


async def awaits_one_of_two_clients(sync):
    await make_client().read()
    client = SyncClient() if sync else AsyncClient()
    await client.close()


async def awaits_either_client(client: SyncClient | AsyncClient):
    if isinstance(client, AsyncClient):
        await client.read()


# FIXME false alarm: what `run_sync` gives cannot be awaited
async def awaits_function_of_two_ways():
    await run(load)
#         ~~~~~~~~~ AW101: Blocks the event loop: `run` → `run_sync` → `time.sleep` sleeps


async def awaits_object_of_two_ways():
    await load()


# FIXME false alarm: it is awaited a line later
async def awaits_later():
    task = run(load)
#          ~~~~~~~~~ AW101: Blocks the event loop: `run` → `run_sync` → `time.sleep` sleeps
    await task


# FIXME false alarm: gathered is awaited
async def awaits_together():
    await asyncio.gather(run(load), run(load))
#                        ~~~~~~~~~ AW101: Blocks the event loop: `run` → `run_sync` → `time.sleep` sleeps
#                                   ~~~~~~~~~ AW101: Blocks the event loop: `run` → `run_sync` → `time.sleep` sleeps


class Source:
    async def read(self) -> str: ...


class QuickSource(Source):
    def read(self) -> Awaitable[str]:
        return asyncio.sleep(0, "")


class SlowSource(Source):
    def read(self) -> Coroutine[Any, Any, str]:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return asyncio.sleep(0, "")


async def awaits_quick_source(source: QuickSource):
    await source.read()


# What can be awaited may have blocked before.


def starts_slowly() -> Awaitable[None]:
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`
    return asyncio.sleep(1)


async def blocks_before_it_can_be_awaited(source: SlowSource):
    await starts_slowly()
#         ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `starts_slowly` → `time.sleep` sleeps
    await source.read()
#         ~~~~~~~~~~~~~ AW101: Blocks the event loop: `SlowSource.read` → `time.sleep` sleeps


async def blocks_in_one_of_several_sources(source: Source):
    await source.read()
#         ~~~~~~~~~~~~~ AW101 (likely): Blocks the event loop: `SlowSource.read` → `time.sleep` sleeps


async def blocks_without_await(client: SyncClient):
    client.read()
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `SyncClient.read` → `time.sleep` sleeps


async def blocks_if_result_is_awaitable_or_not(function):
    result = run_sync(function)
#            ~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `run_sync` → `time.sleep` sleeps
    if inspect.isawaitable(result):
        result = await result
    return result
