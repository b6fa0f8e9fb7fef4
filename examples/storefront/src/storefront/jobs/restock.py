"""Orders more of what has run out, every night."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable

from storefront.clients.payments import PaymentClient
from storefront.clients.throttle import Throttle
from storefront.store.cache import Catalogue

log = logging.getLogger(__name__)

EVERY = 24 * 60 * 60


class Restocking:
    def __init__(self, catalogue: Catalogue, payments: PaymentClient, names: Iterable[str]) -> None:
        self._catalogue = catalogue
        self._payments = payments
        self._names = tuple(names)
        self._throttle = Throttle(seconds=2.0)

    async def run_forever(self) -> None:
        while True:
            for number, name in enumerate(self.run_out(), start=1):
                await self.order(number, name)
            await asyncio.sleep(EVERY)

    def run_out(self) -> list[str]:
        products = ((name, self._catalogue.find(name)) for name in self._names)
        return [name for name, product in products if product is None or product.in_stock == 0]

    async def order(self, number: int, name: str) -> None:
        self._throttle.wait()
        await asyncio.to_thread(self._payments.charge, number, 10_000, "supplier")
        log.info("ordered %s as number %d", name, number)
