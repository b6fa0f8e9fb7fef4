# AW310 client-per-call
import contextlib

import aiohttp
import httpx
import openai
import redis.asyncio
import requests
from fastapi import Depends, FastAPI

app = FastAPI()
KEY = "key"


@app.get("/quote")
async def builds_for_each_request():
    async with httpx.AsyncClient() as client:
#              ~~~~~~~~~~~~~~~~~~~ AW310 (information): Builds `httpx.AsyncClient` for each call of this endpoint: its connections are never used again
        return (await client.get("https://example.com")).json()


@app.get("/answer")
async def builds_a_model(question: str):
    client = openai.AsyncOpenAI(api_key=KEY)
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW310 (information): Builds `openai.AsyncOpenAI` for each call of this endpoint: its connections are never used again
    return await client.responses.create(input=question, model="m")


@app.get("/plain")
def builds_in_a_plain_endpoint():
    return requests.Session().get("https://example.com", timeout=5).json()
#          ~~~~~~~~~~~~~~~~~~ AW310 (information): Builds `requests.Session` for each call of this endpoint: its connections are never used again


async def builds_in_a_loop(urls):
    for url in urls:
        async with aiohttp.ClientSession() as session:
#                  ~~~~~~~~~~~~~~~~~~~~~~~ AW310: Builds `aiohttp.ClientSession` in every turn: its connections are gone before the next one
            await session.get(url)


async def builds_in_a_comprehension(urls):
    return [await redis.asyncio.Redis().get(url) for url in urls]
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `Redis.get`
#                 ~~~~~~~~~~~~~~~~~~~~~ AW310: Builds `redis.asyncio.Redis` in every turn: its connections are gone before the next one


# Silent.


@contextlib.asynccontextmanager
async def lifespan(app):
    async with httpx.AsyncClient() as client:
        yield {"client": client}


@app.on_event("startup")
async def starts():
    async with httpx.AsyncClient() as client:
        await client.get("https://example.com")


@app.get("/mine")
async def builds_for_a_token(token: str):
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        return (await client.get("https://example.com")).json()


async def builds_for_each_host(hosts):
    for host in hosts:
        async with httpx.AsyncClient(base_url=host) as client:
            await client.get("/")


async def keeps_what_it_builds(names):
    clients = {}
    for name in names:
        clients[name] = httpx.AsyncClient()
    return clients


async def builds_what_broke():
    while True:
        async with aiohttp.ClientSession() as session:
            await session.get("https://example.com")


async def is_no_handler():
    async with httpx.AsyncClient() as client:
        return (await client.get("https://example.com")).json()


@app.get("/once")
async def asks_once():
    return httpx.codes.OK
