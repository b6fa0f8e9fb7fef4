# AW301 sequential-independent-awaits
import asyncio
from pathlib import Path

import aiohttp
import asyncpg
import httpx
import openai


async def two_requests(client: httpx.AsyncClient):
    weather = await client.get("/weather")
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 2 waits in a row that could be one: `AsyncClient.get`, `AsyncClient.get` need nothing of one another
    news = await client.get("/news")
#          ------------------------- see AW301: needs nothing of the one before
    return weather, news


async def fetch(client: httpx.AsyncClient, url):
    response = await client.get(url)
    return response.json()


async def three_functions(client, name):
    user = await fetch(client, f"/users/{name}")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 3 waits in a row that could be one: `fetch`, `fetch`, `fetch` need nothing of one another
    orders = await fetch(client, f"/orders/{name}")
#            -------------------------------------- see AW301: needs nothing of the one before
    prices = await fetch(client, "/prices")
#            ------------------------------ see AW301: needs nothing of the one before
    return user, orders, prices


async def pool_of_connections(pool: asyncpg.Pool):
    names = await pool.fetch("SELECT name FROM users")
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 2 waits in a row that could be one: `Pool.fetch`, `Pool.fetchval` need nothing of one another
    count = await pool.fetchval("SELECT count(*) FROM orders")
#           -------------------------------------------------- see AW301: needs nothing of the one before
    return names, count


async def two_questions(client: openai.AsyncOpenAI, messages, others):
    first = await client.chat.completions.create(model="m", messages=messages)
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 2 waits in a row that could be one: `openai.AsyncOpenAI.chat.completions.create`, `openai.AsyncOpenAI.chat.completions.create` need nothing of one another
    second = await client.chat.completions.create(model="m", messages=others)
#            ---------------------------------------------------------------- see AW301: needs nothing of the one before
    return first, second


async def files(first: Path, second: Path):
    one = await asyncio.to_thread(first.read_text)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW301: 2 waits in a row that could be one: `Path.read_text`, `Path.read_text` need nothing of one another
    two = await asyncio.to_thread(second.read_text)
#         ----------------------------------------- see AW301: needs nothing of the one before
    return one + two


# Silent.


async def needs_the_first(client: httpx.AsyncClient):
    token = await client.get("/token")
    return await client.get("/news", headers={"token": token.text})


async def needs_it_under_a_name(client: httpx.AsyncClient):
    token = await client.get("/token")
    headers = {"token": token.text}
    news = await client.get("/news", headers=headers)
    return news


async def checks_the_first(client: httpx.AsyncClient):
    user = await client.get("/user")
    if user.status_code != 200:
        return None
    return await client.get("/news")


async def writes(client: httpx.AsyncClient, order):
    created = await client.post("/orders", json=order)
    orders = await client.get("/orders")
    return created, orders


async def one_connection(connection: asyncpg.Connection):
    names = await connection.fetch("SELECT name FROM users")
    count = await connection.fetchval("SELECT count(*) FROM orders")
    return names, count


async def in_a_transaction(pool: asyncpg.Pool):
    async with pool.transaction():
        names = await pool.fetch("SELECT name FROM users")
        count = await pool.fetchval("SELECT count(*) FROM orders")
    return names, count


class Session:
    def __init__(self, client: httpx.AsyncClient):
        self.client = client
        self.token = None

    async def log_in(self):
        self.token = await self.client.get("/token")
        return self.token

    async def news(self):
        return await self.client.get("/news", headers={"token": self.token})

    async def shares_an_object(self):
        token = await self.log_in()
        news = await self.news()
        return token, news


async def pauses(client: httpx.AsyncClient):
    first = await client.get("/a")
    await asyncio.sleep(1)
    second = await client.get("/b")
    return first, second


async def unknown(plugin):
    first = await plugin.load()
    second = await plugin.run()
    return first, second


async def for_its_effect(client: httpx.AsyncClient):
    await client.get("/wake-up")
    news = await client.get("/news")
    return news


async def something_in_between(client: httpx.AsyncClient, log):
    first = await client.get("/a")
    log("first")
    second = await client.get("/b")
    return first, second


async def at_once(client: httpx.AsyncClient):
    return await asyncio.gather(client.get("/a"), client.get("/b"))
