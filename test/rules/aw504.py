# AW504 async-resource-not-closed
import contextlib

import aiofiles
import aiohttp
import asyncpg
import httpx
import redis.asyncio


async def leaves_a_session(url):
    session = aiohttp.ClientSession()
#             ~~~~~~~~~~~~~~~~~~~~~~~ AW504: Leaves open what `aiohttp.ClientSession` opened: nothing awaits its `close`
    response = await session.get(url)
    return await response.text()


async def leaves_a_client_without_a_name(url):
    return await httpx.AsyncClient().get(url)
#                ~~~~~~~~~~~~~~~~~~~ AW504: Leaves open what `httpx.AsyncClient` opened: nothing awaits its `aclose`


async def leaves_a_connection(query):
    connection = await asyncpg.connect("postgres://")
#                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW504: Leaves open what `asyncpg.connect` opened: nothing awaits its `close`
    return await connection.fetch(query)


async def leaves_a_file(path):
    file = await aiofiles.open(path)
#                ~~~~~~~~~~~~~~~~~~~ AW504: Leaves open what `aiofiles.open` opened: nothing awaits its `close`
    return await file.read()


async def leaves_a_cache(key):
    cache = redis.asyncio.from_url("redis://")
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW504: Leaves open what `redis.asyncio.from_url` opened: nothing awaits its `aclose`
    if cache:
        return await cache.get(key)


def make_session():
    session = aiohttp.ClientSession(raise_for_status=True)
    return session


async def connect():
    return await asyncpg.connect("postgres://")


async def leaves_what_a_factory_opens(url):
    session = make_session()
#             ~~~~~~~~~~~~~~ AW504: Leaves open what `make_session` opened: nothing awaits its `close`
    await session.get(url)


async def leaves_what_a_coroutine_opens(query):
    connection = await connect()
#                      ~~~~~~~~~ AW504: Leaves open what `connect` opened: nothing awaits its `close`
    return await connection.fetch(query)


# Silent.


async def enters(url):
    async with aiohttp.ClientSession() as session:
        return await session.get(url)


async def enters_later(url):
    session = aiohttp.ClientSession()
    async with session:
        return await session.get(url)


async def closes(url):
    session = aiohttp.ClientSession()
    try:
        return await session.get(url)
    finally:
        await session.close()


async def closes_on_one_path(query, keep):
    connection = await asyncpg.connect("postgres://")
    if not keep:
        await connection.close()


async def hands_on(pool):
    session = aiohttp.ClientSession()
    pool.append(session)
    async with contextlib.AsyncExitStack() as stack:
        client = await stack.enter_async_context(httpx.AsyncClient())
        return await client.get("https://example.com")


def does_nothing_with_it():
    make_session()
    httpx.AsyncClient()


def looks_at_what_a_factory_opens():
    session = make_session()
    return session.closed


class Client:
    async def open(self):
        self.session = aiohttp.ClientSession()


async def closes_in_a_function_inside():
    session = aiohttp.ClientSession()

    async def close():
        await session.close()

    return close


async def enters_what_a_factory_opens(url):
    async with make_session() as session:
        return await session.get(url)


async def borrows_connections(pool: redis.asyncio.ConnectionPool):
    client = redis.asyncio.Redis(connection_pool=pool)
    return await client.get("a")
