# AW502 timeout-disabled
import asyncio

import aiohttp
import httpx
import openai
import requests


def asks(url):
    return requests.get(url, timeout=None)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `requests.get` wait for ever


async def builds_a_client(url):
    async with httpx.AsyncClient(timeout=None) as client:
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `httpx.AsyncClient` wait for ever instead of 5 s
        return await client.get(url)


def builds_a_setting():
    return httpx.Timeout(None)
#          ~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `httpx.Timeout` wait for ever


async def builds_a_session():
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
#                                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `total=None` lets `aiohttp.ClientTimeout` wait for ever


async def asks_through_a_session(url):
    async with aiohttp.ClientSession() as session:
        await session.get(url, timeout=None)
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `ClientSession.get` wait for ever instead of 300 s


def builds_a_model():
    return openai.AsyncOpenAI(timeout=None)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `openai.AsyncOpenAI` wait for ever instead of 600 s


async def waits(event: asyncio.Event):
    await asyncio.wait_for(event.wait(), None)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `asyncio.wait_for` wait for ever
    await asyncio.wait_for(event.wait(), timeout=None)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW502: Switches off the time limit: `timeout=None` lets `asyncio.wait_for` wait for ever


# Silent.


def has_a_limit(url):
    clients = [httpx.AsyncClient(timeout=300), httpx.AsyncClient()]
    return clients, requests.get(url, timeout=(3, 10))


def limits_the_parts():
    httpx.Timeout(None, read=60)
    return aiohttp.ClientTimeout(total=None, sock_read=60)


def takes_what_it_is_given(url, timeout=None):
    return requests.get(url, timeout=timeout)


async def waits_for_a_while(event: asyncio.Event):
    await asyncio.wait_for(event.wait(), 5)


async def may_be_set_later():
    async with asyncio.timeout(None) as limit:
        limit.reschedule(5)
