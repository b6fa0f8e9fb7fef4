"""Orders."""

from __future__ import annotations

import datetime
import enum

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from storefront.store.database import Base


class OrderStatus(enum.StrEnum):
    OPEN = "open"
    PAID = "paid"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[str] = mapped_column(index=True)
    status: Mapped[OrderStatus] = mapped_column(default=OrderStatus.OPEN)
    placed: Mapped[datetime.datetime]
    lines: Mapped[list[OrderLine]] = relationship(back_populates="order", lazy="selectin")

    @property
    def total(self) -> int:
        return sum(line.price for line in self.lines)


class OrderLine(Base):
    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    item: Mapped[str]
    price: Mapped[int]
    order: Mapped[Order] = relationship(back_populates="lines")


class OrderRepository:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, order_id: int) -> Order | None:
        return self._session.get(Order, order_id)

    def create(self, customer: str, items: list[str]) -> Order:
        order = Order(customer=customer, placed=datetime.datetime.now(datetime.UTC))
        order.lines = [OrderLine(item=item, price=_price_of(item)) for item in items]
        self._session.add(order)
        self._session.flush()
        return order

    def set_status(self, order: Order, status: OrderStatus) -> None:
        order.status = status
        self._session.commit()

    def of_customer(self, customer: str, limit: int) -> list[Order]:
        query = select(Order).where(Order.customer == customer).order_by(Order.placed.desc()).limit(limit)
        return list(self._session.scalars(query))

    def older_than(self, days: int) -> list[Order]:
        limit = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)
        return list(self._session.scalars(select(Order).where(Order.placed < limit)))


def _price_of(item: str) -> int:
    return 100 * len(item)
