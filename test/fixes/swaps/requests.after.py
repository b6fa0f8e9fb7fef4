import httpx


async def load(url, text):
    async with httpx.AsyncClient(follow_redirects=True) as session:
        session.headers.update({"Accept": "application/json"})
        moved = (await session.get(url, timeout=5, follow_redirects=False)).headers.get("location")
        response = await session.get(moved or url, timeout=5)
        if response.status_code == 404:
            return None
        response.raise_for_status()
        answer = await session.post(url, json={"text": text}, timeout=10)
        return response.json(), answer.headers["location"]


async def other(url):
    async with httpx.AsyncClient() as client:
        return await client.get(url)
