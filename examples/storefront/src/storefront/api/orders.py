"""Taking, showing and paying orders."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from storefront.clients.payments import PaymentClient, PaymentRefused
from storefront.config import settings
from storefront.store.database import get_session
from storefront.store.orders import OrderRepository, OrderStatus

router = APIRouter(tags=["orders"])


class NewOrder(BaseModel):
    customer: str
    items: list[str] = Field(min_length=1)
    card_token: str


class OrderView(BaseModel):
    id: int
    status: OrderStatus
    total: int
    tracking: str | None = None


def get_orders(session: Annotated[Session, Depends(get_session)]) -> OrderRepository:
    return OrderRepository(session)


def get_payments() -> PaymentClient:
    return PaymentClient(settings.payments_url)


Orders = Annotated[OrderRepository, Depends(get_orders)]
Payments = Annotated[PaymentClient, Depends(get_payments)]


@router.get("/{order_id}")
async def show(order_id: int, orders: Orders, request: Request) -> OrderView:
    order = orders.get(order_id)
    if order is None:
        raise HTTPException(404, "no such order")
    tracking = await request.app.state.shipping.tracking(order_id)
    return OrderView(id=order.id, status=order.status, total=order.total, tracking=tracking)


@router.post("", status_code=201)
async def place(new: NewOrder, orders: Orders, payments: Payments) -> OrderView:
    order = await asyncio.to_thread(orders.create, new.customer, new.items)
    try:
        payments.charge(order.id, order.total, new.card_token)
    except PaymentRefused as refusal:
        orders.set_status(order, OrderStatus.REFUSED)
        raise HTTPException(402, str(refusal)) from refusal
    orders.set_status(order, OrderStatus.PAID)
    return OrderView(id=order.id, status=order.status, total=order.total)


@router.get("")
def list_recent(orders: Orders, customer: str, limit: int = 20) -> list[OrderView]:
    return [
        OrderView(id=order.id, status=order.status, total=order.total)
        for order in orders.of_customer(customer, limit)
    ]


@router.post("/{order_id}/cancel")
async def cancel(order_id: int, orders: Orders, payments: Payments) -> OrderView:
    order = await asyncio.to_thread(orders.get, order_id)
    if order is None:
        raise HTTPException(404, "no such order")
    await asyncio.to_thread(payments.refund, order.id)
    await asyncio.to_thread(orders.set_status, order, OrderStatus.CANCELLED)
    return OrderView(id=order.id, status=order.status, total=order.total)
