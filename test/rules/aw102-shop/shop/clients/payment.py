from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Client

if TYPE_CHECKING:
    from requests import Response


class PaymentClient(Client[dict]):
    def parse(self, response: Response) -> dict:
        return response.json()

    def status(self, order_id: str) -> str:
        return self.fetch(f"/orders/{order_id}")["status"]
#              --------------------------------- see AW102: calls `Client.fetch`

    @property
    def is_healthy(self) -> bool:
        return self._send("GET", "/health").ok
#              ---------------------------- see AW102: calls `Client._send`
