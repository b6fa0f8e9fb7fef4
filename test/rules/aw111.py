# AW111 sync-stream-in-coroutine
import asyncio
import sqlite3

import openai
import requests


async def follows_an_answer(messages):
    client = openai.OpenAI()
    stream = client.chat.completions.create(model="m", messages=messages, stream=True)
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `openai.OpenAI.chat.completions.create` waits for the network
    for chunk in stream:
#                ~~~~~~ AW111: Blocks the event loop at every turn: `Stream.__iter__` waits for the next element
        print(chunk)


async def follows_on_the_spot(messages):
    client = openai.OpenAI()
    for chunk in client.chat.completions.create(model="m", messages=messages, stream=True):
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW111: Blocks the event loop at every turn: `openai.OpenAI.chat.completions.create` waits for the next element
        print(chunk)


async def lines(url):
    response = requests.get(url, stream=True)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `requests.get` waits for the network
    for line in response.iter_lines():
#               ~~~~~~~~~~~~~~~~~~~~~ AW111 (likely): Blocks the event loop at every turn: `Response.iter_lines` waits for the next element
        print(line)


async def rows(connection: sqlite3.Connection):
    return [row for row in connection.execute("SELECT 1")]
#                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW111: Blocks the event loop at every turn: `Connection.execute` waits for the next element


def pages(url):
    while url:
        page = requests.get(url).json()
#              ----------------- see AW111: calls `requests.get`
        yield page
        url = page.get("next")


async def generator_of_the_project(url):
    for page in pages(url):
#               ~~~~~~~~~~ AW111: Blocks the event loop at every turn: `pages` → `requests.get` waits for the next element
        print(page)


# What is no stream is reported as what it is.


async def whole_answer(url):
    for item in requests.get(url).json():
#               ~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `requests.get` waits for the network
        print(item)


async def all_rows(connection: sqlite3.Connection):
    for row in connection.execute("SELECT 1").fetchall():
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Connection.execute` waits for the database
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Cursor.fetchall` waits for the database
        print(row)


async def file(path):
    for line in open(path):
#               ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        print(line)


# Silent.


async def asynchronously(messages):
    client = openai.AsyncOpenAI()
    stream = await client.chat.completions.create(model="m", messages=messages, stream=True)
    async for chunk in stream:
        print(chunk)


def consume(url, queue, loop):
    for page in pages(url):
        loop.call_soon_threadsafe(queue.put_nowait, page)


async def in_a_thread(url, queue):
    await asyncio.to_thread(consume, url, queue, asyncio.get_running_loop())
