# AW302 independent-await-in-loop
import asyncio

import aiohttp
import httpx


async def one_by_one(client: httpx.AsyncClient, urls):
    texts = []
    for url in urls:
        response = await client.get(url)
#                  ~~~~~~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `AsyncClient.get`
        texts.append(response.text)
    return texts


async def comprehension(client: httpx.AsyncClient, urls):
    return [await client.get(url) for url in urls]
#           ~~~~~~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `AsyncClient.get`


async def fetch(client: httpx.AsyncClient, url):
    response = await client.get(url)
    return response.json()


async def through_a_function(client, names):
    found = {}
    for name in names:
        found[name] = await fetch(client, f"/users/{name}")
#                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `fetch` → `AsyncClient.get`
    return found


async def entered(session: aiohttp.ClientSession, urls):
    texts = []
    for url in urls:
        async with session.get(url) as response:
#                  ~~~~~~~~~~~~~~~~ AW302: Waits for one item after the other: no turn needs what another one got from `ClientSession.get`
            texts.append(await response.text())
    return texts


# Silent.


async def first_that_answers(client: httpx.AsyncClient, urls):
    for url in urls:
        response = await client.get(url)
        if response.status_code == 200:
            return response


async def stops(client: httpx.AsyncClient, urls):
    for url in urls:
        response = await client.get(url)
        if response.status_code != 200:
            break


async def retries(client: httpx.AsyncClient):
    for attempt in range(3):
        response = await client.get("/news")
        print(attempt, response)


async def pauses(client: httpx.AsyncClient, urls):
    for url in urls:
        print(await client.get(url))
        await asyncio.sleep(1)


async def carries_on(client: httpx.AsyncClient, names):
    token = ""
    for name in names:
        response = await client.get(f"/{name}", params={"token": token})
        token = response.text
    return token


async def pages(client: httpx.AsyncClient):
    url = "/page"
    while url:
        response = await client.get(url)
        url = response.json().get("next")


async def writes(client: httpx.AsyncClient, orders):
    for order in orders:
        print(await client.post("/orders", json=order))


async def hands_out(client: httpx.AsyncClient, urls):
    for url in urls:
        yield await client.get(url)


class Feed:
    latest = None

    async def remembers(self, client: httpx.AsyncClient, urls):
        for url in urls:
            self.latest = await client.get(url)


async def written_out(client: httpx.AsyncClient):
    for url in ("/a", "/b"):
        print(await client.get(url))


async def unknown(plugins):
    for plugin in plugins:
        print(await plugin.load())


async def as_they_come(client: httpx.AsyncClient, urls):
    async for url in urls:
        print(await client.get(url))


async def writes_what_it_read(client: httpx.AsyncClient, urls):
    for url in urls:
        response = await client.get(url)
        await client.post("/copies", content=response.text)


async def load_at_once(client: httpx.AsyncClient, path):
    open(path, "a").close()
    return await client.get(path)


async def writes_on_the_spot(client: httpx.AsyncClient, paths):
    return [await load_at_once(client, path) for path in paths]
