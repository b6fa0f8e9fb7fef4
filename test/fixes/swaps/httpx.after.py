import httpx


async def reads_lines(url):
    async with httpx.AsyncClient(timeout=5) as client:
        return (await client.get(url)).json()


async def streams(url):
    client = httpx.AsyncClient(timeout=5)
    try:
        async with client.stream("GET", url) as response:
            response.raise_for_status()
            async for line in response.aiter_lines():
                print(line)
            rest = await response.aread()
        request = client.build_request("GET", url)
        return rest, (await client.send(request)).text
    finally:
        await client.aclose()
