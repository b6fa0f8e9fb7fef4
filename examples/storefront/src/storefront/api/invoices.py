"""Invoices as PDF."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, Response

from storefront.config import settings
from storefront.documents.archive import InvoiceFolder
from storefront.documents.invoices import InvoiceRenderer
from storefront.store.database import session_scope
from storefront.store.orders import Order, OrderRepository

router = APIRouter(tags=["invoices"])


def load_order(order_id: int) -> Order | None:
    with session_scope() as session:
        return OrderRepository(session).get(order_id)


@router.get("/{order_id}.pdf")
async def download(order_id: int) -> FileResponse:
    folder = InvoiceFolder(settings.invoice_folder)
    path = folder.path_of(order_id)
    if not folder.has(order_id):
        order = await asyncio.to_thread(load_order, order_id)
        if order is None:
            raise HTTPException(404, "no such order")
        renderer = InvoiceRenderer("invoice.html")
        renderer.render(order, path)
    return FileResponse(path, media_type="application/pdf")


@router.get("/{order_id}/preview")
async def preview(order_id: int) -> Response:
    order = await asyncio.to_thread(load_order, order_id)
    if order is None:
        raise HTTPException(404, "no such order")
    page = await asyncio.to_thread(lambda: InvoiceRenderer("invoice.html").html(order))
    return Response(page, media_type="text/html")
