"""What the assistant can do."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from storefront.clients.shipping import ShippingClient
from storefront.store.database import session_scope
from storefront.store.orders import OrderRepository

Tool = Callable[..., Awaitable[str]]


class Toolbox:
    def __init__(self, shipping: ShippingClient) -> None:
        self._shipping = shipping
        self._tools: dict[str, Tool] = {
            "order_status": self.order_status,
            "track_parcel": self.track_parcel,
            "check_link": self.check_link,
        }

    @property
    def schemas(self) -> list[dict[str, Any]]:
        return [{"type": "function", "function": {"name": name}} for name in self._tools]

    async def run(self, name: str, arguments: dict[str, Any]) -> str:
        tool = self._tools.get(name)
        if tool is None:
            return f"there is no tool {name}"
        return await asyncio.wait_for(tool(**arguments), timeout=30)

    async def order_status(self, order_id: int) -> str:
        with session_scope() as session:
            order = OrderRepository(session).get(order_id)
            return order.status if order else "no such order"

    async def track_parcel(self, order_id: int) -> str:
        return await self._shipping.tracking(order_id) or "not shipped yet"

    async def check_link(self, url: str) -> str:
        host = urlsplit(url).hostname or ""
        return "that is our shop" if host in _own_addresses(host) else "that is not one of our links"


def _own_addresses(host: str) -> set[str]:
    try:
        return {str(entry[4][0]) for entry in socket.getaddrinfo(host, 443)} | {host}
    except socket.gaierror:
        return set()
