# AW303 unbounded-fan-out
import asyncio
from enum import Enum
from pathlib import Path

import aiohttp
import asyncpg
import httpx

REGIONS = ("eu", "us", "asia")


class Colour(Enum):
    RED = 1
    BLUE = 2


async def fetch(client: httpx.AsyncClient, url):
    response = await client.get(url)
    return response.text


async def fetch_all(client, urls):
    return await asyncio.gather(*[fetch(client, url) for url in urls])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`fetch` → `AsyncClient.get`)


async def generator_of_requests(client: httpx.AsyncClient, urls):
    return await asyncio.gather(*(client.get(url) for url in urls))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`AsyncClient.get`)


async def list_by_append(client, urls):
    tasks = []
    for url in urls:
        tasks.append(asyncio.create_task(fetch(client, url)))
    return await asyncio.gather(*tasks)
#                ~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each uses the network (`fetch` → `AsyncClient.get`)


async def list_by_name(session: aiohttp.ClientSession, urls):
    calls = [read(session, url) for url in urls]
    done, _ = await asyncio.wait(calls)
#                   ~~~~~~~~~~~~~~~~~~~ AW303: `wait` starts as many at once as there are items, and each uses the network (`read` → `ClientSession.get`)
    return done


async def read(session: aiohttp.ClientSession, url):
    async with session.get(url) as response:
        return await response.text()


async def task_group(client, urls):
    async with asyncio.TaskGroup() as group:
        for url in urls:
            group.create_task(fetch(client, url))
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `create_task` starts as many at once as there are items, and each uses the network (`fetch` → `AsyncClient.get`)


async def as_they_complete(client, urls):
    for done in asyncio.as_completed([fetch(client, url) for url in urls]):
#               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `as_completed` starts as many at once as there are items, and each uses the network (`fetch` → `AsyncClient.get`)
        print(await done)


async def processes(commands):
    return await asyncio.gather(*[asyncio.create_subprocess_exec(command) for command in commands])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW303: `gather` starts as many at once as there are items, and each starts a process (`asyncio.subprocess.create_subprocess_exec`)


# Bounded by a pool or a loop, and reported for that.


async def files_in_threads(paths: list[Path]):
    return await asyncio.gather(*[asyncio.to_thread(path.read_text) for path in paths])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `gather` over `asyncio.to_thread` fills the pool that all share
#                                 --------------------------------- see AW312: takes a thread for each item


async def announce(loop: asyncio.AbstractEventLoop, text):
    await loop.run_in_executor(None, print, text)
#         --------------------------------------- see AW312: takes a thread for each item


async def in_the_executor(loop, texts):
    await asyncio.gather(*[announce(loop, text) for text in texts])
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `gather` over `AbstractEventLoop.run_in_executor` fills the pool that all share


async def one_after_the_other(client, urls):
    return [await fetch(client, url) for url in urls]
#           ~~~~~~~~~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `fetch` → `AsyncClient.get`


# Silent.


async def in_turn(client, url, semaphore):
    async with semaphore:
        return await fetch(client, url)


async def holds_a_semaphore(client, urls):
    semaphore = asyncio.Semaphore(5)
    return await asyncio.gather(*[in_turn(client, url, semaphore) for url in urls])


async def written_out(client):
    return await asyncio.gather(*[fetch(client, url) for url in ("a", "b")])


async def constant(client):
    return await asyncio.gather(*[fetch(client, region) for region in REGIONS])


async def enumeration(client):
    return await asyncio.gather(*[fetch(client, colour.name) for colour in Colour])


async def counted(client):
    return await asyncio.gather(*[fetch(client, page) for page in range(5)])


async def sliced(client, urls):
    return await asyncio.gather(*[fetch(client, url) for url in urls[:10]])


async def batches(client, urls):
    for start in range(0, len(urls), 10):
        await asyncio.gather(*[fetch(client, url) for url in urls[start : start + 10]])


async def batches_of_others(client, pages):
    for page in pages:
        await asyncio.gather(*[fetch(client, url) for url in page])


async def two(client):
    return await asyncio.gather(fetch(client, "a"), fetch(client, "b"))


async def wait_a_while(seconds):
    await asyncio.sleep(seconds)


async def reads_nothing(delays):
    await asyncio.gather(*[wait_a_while(delay) for delay in delays])


async def left_to_the_pool(pool: asyncpg.Pool, queries):
    return await asyncio.gather(*[pool.fetch(query) for query in queries])


async def unknown(plugins):
    return await asyncio.gather(*[plugin.run() for plugin in plugins])


class Player:
    async def start(self, client):
        await fetch(client, "play")


async def own_objects(client, players: list[Player]):
    await asyncio.gather(*[player.start(client) for player in players])


async def by_case(client, kinds):
    calls = []
    for kind in kinds:
        if kind == "page":
            calls.append(fetch(client, "page"))
        elif kind == "list":
            calls.append(fetch(client, "list"))
    return await asyncio.gather(*calls)


async def watch(client, url):
    while True:
        await fetch(client, url)
        await asyncio.sleep(60)


async def starts_workers(client, urls):
    await asyncio.gather(*[watch(client, url) for url in urls])
