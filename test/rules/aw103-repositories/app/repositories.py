from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Order

T = TypeVar("T")


class Repository(ABC, Generic[T]):
    model: type[T]

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, key: int) -> T | None:
        return self.session.get(self.model, key)
#              --------------------------------- see AW103: calls `Session.get`

    def add(self, entity: T) -> None:
        self.session.add(entity)


class OrderRepository(Repository[Order]):
    model = Order

    def open(self) -> list[Order]:
        return list(self.session.scalars(select(Order).where(Order.is_open)))
#                   -------------------------------------------------------- see AW103: calls `Session.scalars`


class OrderSource(ABC):
    @abstractmethod
    def open(self) -> list[Order]: ...


class SqlOrderSource(OrderSource):
    def __init__(self, session: Session) -> None:
        self._orders = OrderRepository(session)

    def open(self) -> list[Order]:
        return self._orders.open()
#              ------------------- see AW103: calls `OrderRepository.open`


class FixedOrderSource(OrderSource):
    def open(self) -> list[Order]:
        return []
