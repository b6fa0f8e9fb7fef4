# AW602 trivial-offload
import asyncio
import functools
from dataclasses import dataclass

import requests
from anyio import to_thread
from unread import session


@dataclass
class Point:
    x: int


def origin():
    return Point(0)


def near(point: Point):
    return origin().x < point.x


def total(numbers):
    return sum(numbers)


def fetch(url):
    return requests.get(url)


async def offloads_a_constant():
    return await asyncio.to_thread(lambda: {"key": "value"})
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: the lambda never waits


async def offloads_a_quick_function(point: Point):
    return await asyncio.to_thread(near, point)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: `near` never waits


async def offloads_by_other_ways(loop: asyncio.AbstractEventLoop):
    await loop.run_in_executor(None, origin)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: `origin` never waits
    return await to_thread.run_sync(functools.partial(near, origin()))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: `near` never waits


class NoEmbeddings:
    def embed(self, text):
        return [0.1]


def embeddings(provider):
    if provider == "none":
        return NoEmbeddings()
    return session.load(provider)


class Store:
    def __init__(self, provider):
        self.model = embeddings(provider)
        self.empty = NoEmbeddings()

    async def add(self, text):
        await asyncio.to_thread(self.empty.embed, text)
#             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW602: Takes a thread for what is done at once: `NoEmbeddings.embed` never waits

    async def add_by_what_was_read_in_part(self, text):
        return await asyncio.to_thread(self.model.embed, text)


# Silent.


async def offloads_what_waits(url):
    return await asyncio.to_thread(fetch, url)


async def offloads_what_may_take_long(numbers):
    return await asyncio.to_thread(total, numbers)


async def offloads_what_was_not_read():
    return await asyncio.to_thread(lambda: session.user)


async def sets_what_may_be_a_property(speaker):
    def louder():
        speaker.volume = 11

    await asyncio.to_thread(louder)


async def offloads_what_is_handed_in(function):
    return await asyncio.to_thread(function)


async def the_next_item_may_have_to_be_fetched(items):
    return await asyncio.to_thread(lambda: next(items))


async def calls_it():
    return origin()
