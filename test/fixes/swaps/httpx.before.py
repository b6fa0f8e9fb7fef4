import httpx


async def reads_lines(url):
    with httpx.Client(timeout=5) as client:
        return client.get(url).json()


async def streams(url):
    client = httpx.Client(timeout=5)
    try:
        with client.stream("GET", url) as response:
            response.raise_for_status()
            for line in response.iter_lines():
                print(line)
            rest = response.read()
        request = client.build_request("GET", url)
        return rest, client.send(request).text
    finally:
        client.close()
