from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from .database import engine, get_db, session_scope
from .models import Base, Order
from .repositories import FixedOrderSource, OrderRepository, OrderSource, SqlOrderSource

router = APIRouter()
Database = Annotated[Session, Depends(get_db)]


def get_orders(session: Database) -> OrderRepository:
    return OrderRepository(session)


Orders = Annotated[OrderRepository, Depends(get_orders)]


@router.get("/orders")
async def blocks_through_repository(orders: Orders):
    return orders.open()
#          ~~~~~~~~~~~~~ AW103: Blocks the event loop: `OrderRepository.open` → `Session.scalars` waits for the database


@router.get("/orders/{key}")
async def blocks_through_inherited_method(key: int, orders: Orders):
    order = orders.get(key)
#           ~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Repository.get` → `Session.get` waits for the database
    if order is None:
        raise HTTPException(404)
    return order


@router.post("/orders")
async def blocks_through_session(session: Database):
    session.add(Order())
    session.commit()
#   ~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.commit` waits for the database
    session.refresh(Order())
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Session.refresh` waits for the database


@router.delete("/orders")
async def blocks_through_scope():
    with session_scope() as session:
#        ~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `session_scope` → `Session.commit` waits for the database
        session.query(Order).delete()
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Query.delete` waits for the database


async def blocks_through_abstract_method(source: OrderSource):
    return source.open()
#          ~~~~~~~~~~~~~ AW103 (likely): Blocks the event loop: `SqlOrderSource.open` → `OrderRepository.open` → `Session.scalars` waits for the database


async def blocks_through_implementation(source: SqlOrderSource):
    return source.open()
#          ~~~~~~~~~~~~~ AW103: Blocks the event loop: `SqlOrderSource.open` → `OrderRepository.open` → `Session.scalars` waits for the database


# FIXME missed alarm: `metadata` comes from the library, whose source is not there
async def blocks_through_metadata():
    Base.metadata.create_all(bind=engine)


async def reads_fixed(source: FixedOrderSource):
    return source.open()


@router.get("/threads")
async def offloads(orders: Orders):
    return await run_in_threadpool(orders.open)


@router.get("/sync")
def sync_endpoint(orders: Orders):
    return orders.open()  # ok: the framework runs it in a thread


def sync_dependency(session: Database):
    return session.query(Order).all()  # ok: as above


async def async_dependency(session: Database):
    return session.query(Order).all()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW103: Blocks the event loop: `Query.all` waits for the database
