from shop import Client, load


async def keeps_it(client: Client):
    page = client.get("page")
#          ~~~~~~~~~~~~~~~~~~ AW202: Never runs `Client.get`: `page` holds its coroutine, and nobody awaits it
    other = load()
#           ~~~~~~ AW202: Never runs `load`: `other` holds its coroutine, and nobody awaits it


async def awaits_it_later(client: Client):
    page = client.get("page")
    return await page
