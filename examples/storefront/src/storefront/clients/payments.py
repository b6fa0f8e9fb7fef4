"""The payment provider."""

from __future__ import annotations

from typing import Any

import requests

from storefront.clients.retry import retry


class PaymentRefused(Exception):
    pass


class PaymentClient:
    def __init__(self, base_url: str, timeout: float = 10.0) -> None:
        self._base_url = base_url
        self._timeout = timeout
        self._session = requests.Session()
        self._session.headers["Accept"] = "application/json"

    def charge(self, order_id: int, amount: int, card_token: str) -> str:
        reply = self._post("/charges", {"order": order_id, "amount": amount, "source": card_token})
        if reply["status"] != "succeeded":
            raise PaymentRefused(reply.get("reason", "refused"))
        return reply["id"]

    @retry(times=5)
    def refund(self, order_id: int) -> None:
        self._post("/refunds", {"order": order_id})

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(self._base_url + path, json=body, timeout=self._timeout)
        response.raise_for_status()
        return response.json()
