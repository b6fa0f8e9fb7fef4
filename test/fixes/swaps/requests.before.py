import httpx
import requests


async def load(url, text):
    with requests.Session() as session:
        session.headers.update({"Accept": "application/json"})
        moved = session.get(url, timeout=5, allow_redirects=False).headers.get("location")
        response = session.get(moved or url, timeout=5)
        if response.status_code == 404:
            return None
        response.raise_for_status()
        answer = session.post(url, json={"text": text}, timeout=10)
        return response.json(), answer.headers["location"]


async def other(url):
    async with httpx.AsyncClient() as client:
        return await client.get(url)
