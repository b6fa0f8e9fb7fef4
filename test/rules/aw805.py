# AW805 async-to-sync-in-coroutine
import asyncio

from asgiref.sync import AsyncToSync, async_to_sync, sync_to_async


async def fetch(key): ...


def fetch_now(key):
    return async_to_sync(fetch)(key)
#          ------------------------- see AW805: calls `async_to_sync`


fetch_sync = async_to_sync(fetch)


@async_to_sync
async def decorated(key): ...


async def crosses_at_once(key):
    return async_to_sync(fetch)(key)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~ AW805: Waits for a coroutine on the thread of a running loop: `async_to_sync` raises RuntimeError


async def crosses_behind_a_function(key):
    return fetch_now(key)
#          ~~~~~~~~~~~~~~ AW805: Waits for a coroutine on the thread of a running loop: `fetch_now` → `async_to_sync` raises RuntimeError


async def crosses_by_a_name(key):
    return fetch_sync(key)
#          ~~~~~~~~~~~~~~~ AW805: Waits for a coroutine on the thread of a running loop: `async_to_sync` raises RuntimeError


async def crosses_by_a_class(key):
    return AsyncToSync(fetch)(key)
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW805: Waits for a coroutine on the thread of a running loop: `async_to_sync` raises RuntimeError


async def crosses_by_a_decorator(key):
    return decorated(key)
#          ~~~~~~~~~~~~~~ AW805: Waits for a coroutine on the thread of a running loop: `async_to_sync` raises RuntimeError


# Silent.


async def only_builds_it(key):
    return async_to_sync(fetch)


async def offloads(key):
    return await sync_to_async(fetch_now)(key)


async def only_without_a_loop(key):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return fetch_now(key)
    return await fetch(key)


def in_plain_code(key):
    return async_to_sync(fetch)(key)
