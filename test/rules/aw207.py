# AW207 override-async-mismatch
import asyncio
import contextlib
import functools
import inspect
import logging
import threading
from abc import ABC, abstractmethod

import unread


class Base(ABC):
    def run(self):
#       --- see AW207: overridden here
        print("run")

    async def load(self):
#             ---- see AW207: overridden here
        return 1

    async def save(self): ...

    @abstractmethod
    def stop(self) -> None: ...
#       ---- see AW207: overridden here

    @abstractmethod
    async def start(self) -> None: ...
#             ----- see AW207: overridden here

    def hook(self):
        """Does nothing here, so it is open what it may be."""

    def maybe(self):
        raise NotImplementedError

    def handed_on(self):
        return self.load()

    async def streamed(self):
        yield 1

    @property
    def name(self) -> str:
        return "x"

    @property
    def size(self):
        return self.load()

    def __private(self):
        print("x")


class WrongWay(Base):
    async def run(self): ...
#             ~~~ AW207: Overrides the plain `Base.run` with a coroutine function, which its callers do not await

    def load(self):
#       ~~~~ AW207: Overrides the coroutine function `Base.load` with a plain one, which its callers await
        return 1

    def save(self):
        pass

    async def stop(self) -> None: ...
#             ~~~~ AW207: Overrides the plain `Base.stop` with a coroutine function, which its callers do not await

    def start(self) -> None:
#       ~~~~~ AW207: Overrides the coroutine function `Base.start` with a plain one, which its callers await
        print("started")


class RightWay(Base):
    def run(self):
        print("again")

    async def load(self):
        return 2

    async def hook(self): ...

    async def maybe(self): ...

    async def handed_on(self):
        return 3

    def save(self):
        return self.load()

    def start(self):
        return asyncio.create_task(self.load())

    async def stop(self):
        yield 1

    async def __private(self): ...

    def extra(self): ...


class Further(WrongWay):
    async def run(self):
        """As in the nearest class above."""


class Remote(unread.Base, Base):
    async def run(self):
        """`unread.Base` may have an async one."""


class Raising(Base):
    def load(self):
        raise NotImplementedError


class Asked(ABC):
    def handle(self, event) -> str:
        return event

    def check(self) -> str:
        return "x"


class AsyncAsked(Asked):
    async def handle(self, event): ...

    async def check(self): ...


async def asks(asked: Asked):
    if inspect.iscoroutinefunction(asked.handle):
        return await asked.handle("x")
    result = asked.check()
    return await result if inspect.isawaitable(result) else result


class AsyncBase(Base):
    async def run(self): ...

    async def stop(self) -> None: ...


class AsyncOther(Base):
    async def run(self): ...
#             ~~~ AW207: Overrides the plain `Base.run` with a coroutine function, which its callers do not await


class Worker(threading.Thread):
    async def run(self): ...
#             ~~~ AW207: Overrides the plain `Thread.run` with a coroutine function, which its callers do not await


class Sink(logging.Handler):
    async def emit(self, record): ...
#             ~~~~ AW207: Overrides the plain `Handler.emit` with a coroutine function, which its callers do not await


def to_thread(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await asyncio.to_thread(function, *args)

    return wrapper


class Decorated(Base):
    @to_thread
    def load(self):
        return 1

    @unread.task
    async def run(self): ...


class Managers(Base):
    @contextlib.asynccontextmanager
    async def run(self):
        yield 1


class Vectors(ABC):
    @abstractmethod
    def async_exists(self, name: str) -> bool: ...

    @abstractmethod
    def async_drop(self) -> None: ...
#       ---------- see AW207: overridden here


class Postgres(Vectors):
    async def async_exists(self, name: str) -> bool: ...  # ok: all who call it await it

    async def async_drop(self) -> None: ...
#             ~~~~~~~~~~ AW207: Overrides the plain `Vectors.async_drop` with a coroutine function, which its callers do not await


async def looks_up(vectors: Vectors):
    if await vectors.async_exists("a"):
        await vectors.async_drop()
    vectors.async_drop()
