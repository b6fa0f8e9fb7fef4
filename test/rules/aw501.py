# AW501 missing-timeout
import asyncio
import smtplib
import socket
import urllib.request
from http.client import HTTPSConnection

import aiohttp
import httpx
import mcp
import openai
import requests


def asks(url):
    return requests.get(url)
#          ~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `requests.get` has none by default, and gets no `timeout`


async def asks_from_a_coroutine(url):
    return await asyncio.to_thread(lambda: requests.post(url, json={}))
#                                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `requests.post` has none by default, and gets no `timeout`


def asks_through_a_session(url):
    with requests.Session() as session:
        return session.get(url)
#              ~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `Session.get` has none by default, and gets no `timeout`


class Client:
    def __init__(self):
        self.session = requests.Session()

    def asks_through_an_attribute(self, url):
        return self.session.request("GET", url)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `Session.request` has none by default, and gets no `timeout`


def opens(url):
    return urllib.request.urlopen(url)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `urllib.request.urlopen` has none by default, and gets no `timeout`


def connects(host):
    HTTPSConnection(host)
#   ~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `http.client.HTTPSConnection` has none by default, and gets no `timeout`
    socket.create_connection((host, 80))
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `socket.create_connection` has none by default, and gets no `timeout`
    return smtplib.SMTP(host)
#          ~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `smtplib.SMTP` has none by default, and gets no `timeout`


async def connects_asynchronously(host):
    return await asyncio.open_connection(host, 80)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `asyncio.open_connection` has none of its own, and stands under none


async def opens_a_session(read, write):
    async with mcp.ClientSession(read, write) as session:
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW501: Waits without a time limit: `mcp.ClientSession` has none by default, and gets no `read_timeout_seconds`
        return await session.initialize()


# Silent.


def asks_with_a_limit(url):
    requests.get(url, timeout=5)
    urllib.request.urlopen(url, None, 5)
    socket.create_connection((url, 80), 5)
    smtplib.SMTP(url, 25, None, 5)


def hands_options_on(url, **options):
    return requests.get(url, **options)


async def has_a_limit_by_default(url):
    openai.AsyncOpenAI()
    async with httpx.AsyncClient() as client:
        await client.get(url)
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            return await response.text()


class Limited(requests.Session):
    def request(self, method, url, **options):
        return super().request(method, url, timeout=5, **options)


def asks_through_an_own_session(url):
    return Limited().get(url)


async def stands_under_a_limit(host):
    async with asyncio.timeout(5):
        await asyncio.open_connection(host, 80)
    return await asyncio.wait_for(asyncio.open_connection(host, 80), 5)


async def is_called_under_a_limit(host):
    return await asyncio.open_connection(host, 80)


async def limits_another(host):
    return await asyncio.wait_for(is_called_under_a_limit(host), 5)


def has_no_network_behind_it(get):
    return get("http://example.com")


def test_asks():
    return requests.get("http://localhost")


async def limits_each_call(read, write):
    async with mcp.ClientSession(read, write) as session:
        return await asyncio.wait_for(session.initialize(), 5)
