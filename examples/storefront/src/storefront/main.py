"""The application: routes, start-up and shut-down."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from storefront import __version__
from storefront.api import assistant, health, invoices, orders, staff
from storefront.clients.shipping import ShippingClient
from storefront.config import settings
from storefront.jobs.thumbnails import ThumbnailWorker
from storefront.store.cache import Catalogue


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.shipping = ShippingClient(settings.shipping_url)
    app.state.catalogue = Catalogue(settings.redis_url)
    app.state.thumbnails = ThumbnailWorker(settings.media_folder)
    app.state.thumbnails.start()
    yield
    app.state.thumbnails.stop()
    await app.state.shipping.aclose()


def create_app() -> FastAPI:
    app = FastAPI(title="Storefront", version=__version__, lifespan=lifespan)
    app.include_router(health.router)
    app.include_router(orders.router, prefix="/orders")
    app.include_router(invoices.router, prefix="/invoices")
    app.include_router(assistant.router, prefix="/assistant")
    app.include_router(staff.router, prefix="/staff")
    return app


app = create_app()
