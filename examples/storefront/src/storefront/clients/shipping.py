"""The shipping company."""

from __future__ import annotations

import asyncio

import httpx


class ShippingClient:
    def __init__(self, base_url: str) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, timeout=5.0)

    async def tracking(self, order_id: int) -> str | None:
        response = await self._http.get(f"/parcels/{order_id}")
        if response.status_code == 404:
            return None
        response.raise_for_status()
        return response.json()["tracking"]

    async def wait_until_delivered(self, order_id: int, every: float = 60.0) -> None:
        while True:
            response = await self._http.get(f"/parcels/{order_id}")
            if response.json()["state"] == "delivered":
                return
            await asyncio.sleep(every)

    async def aclose(self) -> None:
        await self._http.aclose()
