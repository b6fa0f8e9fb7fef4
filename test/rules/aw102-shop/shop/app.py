import asyncio

import pywidget
from fastapi import Depends, FastAPI
from pywidget.aio import AsyncWidgetClient

from .clients import PaymentClient, StockClient, stock_of

app = FastAPI()
payments = PaymentClient("https://example.org")


def get_payments() -> PaymentClient:
    return payments


class Checkout:
    def __init__(self, payments: PaymentClient, stock: "StockClient"):
        self.payments = payments
        self.stock = stock

    def is_possible(self, order):
        return self.payments.is_healthy and self.stock.count(order) > 0
#              ------------------------ see AW102: calls `PaymentClient.is_healthy`

    async def pay(self, order):
        if not self.is_possible(order):
#              ~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `Checkout.is_possible` → `PaymentClient.is_healthy` → `Client._send` → `Session.request` waits for the network
            return None
        return self.payments.status(order)
#              ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `PaymentClient.status` → `Client.fetch` → `Client._send` → `Session.request` waits for the network


@app.get("/payments/{order}")
async def blocks_through_dependency(order: str, client: PaymentClient = Depends(get_payments)):
    return client.status(order)
#          ~~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `PaymentClient.status` → `Client.fetch` → `Client._send` → `Session.request` waits for the network


@app.get("/health")
async def blocks_through_property():
    return payments.is_healthy
#          ~~~~~~~~~~~~~~~~~~~ AW102: Blocks the event loop: `PaymentClient.is_healthy` → `Client._send` → `Session.request` waits for the network


@app.get("/stock/{name}")
async def blocks_through_package(name: str):
    return stock_of(name)
#          ~~~~~~~~~~~~~~ AW102 (information): Blocks the event loop: `stock_of` → `StockClient.count` → … → `socket.create_connection` waits for the network


@app.get("/stock/{name}/now")
async def blocks_through_package_called_here(name: str):
    return pywidget.WidgetClient("https://example.org").get(name)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW102 (information): Blocks the event loop: `WidgetClient.get` → `Transport.send` → `socket.create_connection` waits for the network


@app.get("/stock/{name}/async")
async def awaits_async_client(name: str):
    async with AsyncWidgetClient("https://example.org") as client:
        return await client.get(name)


@app.get("/payments/{order}/sync")
def sync_endpoint(order: str):
    return payments.status(order)  # ok: the framework runs it in a thread


@app.get("/offloaded/{order}")
async def offloads(order: str):
    return await asyncio.to_thread(payments.status, order)
