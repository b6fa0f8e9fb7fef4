# AW603 sync-callee-only-used-from-coroutines
import asyncio
import pathlib
import time

import requests


def settle():
#   ~~~~~~ AW603: Blocks, and only coroutines call it: `settle` could await `asyncio.sleep` in the place of `time.sleep`
    time.sleep(1)


class Client:
    def ping(self, url):
#       ~~~~ AW603: Blocks, and only coroutines call it: `Client.ping` could await `httpx.AsyncClient` in the place of `Client.get` → `requests.get`
        return self.get(url).ok

    def get(self, url):
        return requests.get(url)
#              ----------------- see AW603: calls `requests.get`


async def restart(client: Client):
    settle()
    return client.ping("https://shop.example")


# Silent.


class SyncClient:
    def ping(self, url):
        return requests.get(url)


async def uses_a_client_that_is_sync(client: SyncClient):
    return client.ping("https://shop.example")


def shared(url):
    return requests.get(url)


def stands_over_what_others_share(url):
    return shared(url).ok


def plain_code_that_shares():
    return shared("https://shop.example")


async def uses_what_stands_over_it(url):
    return stands_over_what_others_share(url)


def also_in_plain_code():
    time.sleep(1)


def plain_code():
    also_in_plain_code()


def offloaded_too():
    time.sleep(1)


def reads_a_file():
    return pathlib.Path("settings.json").read_text()


def used_by_nobody():
    time.sleep(1)


async def uses_it_in_a_coroutine():
    also_in_plain_code()


async def calls_and_offloads():
    offloaded_too()


async def offloads():
    await asyncio.to_thread(offloaded_too)


async def reads():
    return reads_a_file()
