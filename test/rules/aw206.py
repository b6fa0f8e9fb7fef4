# AW206 sync-with-on-async-object
import asyncio
import contextlib
import threading
from dataclasses import dataclass

import pytest
import unread


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc): ...


class File:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...


class Both(Session, File): ...


class Child(Session):
    """Knows no more than its base class."""


class Remote(unread.Base, Session): ...


@dataclass
class Decorated:
    async def __aenter__(self): ...


@contextlib.asynccontextmanager
async def connected():
    yield Session()


@contextlib.contextmanager
def opened():
    yield File()


async def numbers():
    yield 1


def letters():
    yield "a"


class Rows:
    def __aiter__(self):
        return self

    async def __anext__(self):
        return 1


class Table:
    def __getitem__(self, index):
        return index


async def enters_async_objects():
    with Session() as session:
#        ~~~~~~~~~ AW206: Enters `Session` by `with`, but it is an async context manager
        print(session)
    with asyncio.Lock():
#        ~~~~~~~~~~~~~~ AW206: Enters `Lock` by `with`, but it is an async context manager
        pass
    with connected():
#        ~~~~~~~~~~~ AW206: Enters `connected` by `with`, but it is an async context manager
        pass
    with asyncio.timeout(1), Child():
#        ~~~~~~~~~~~~~~~~~~ AW206: Enters `Timeout` by `with`, but it is an async context manager
#                            ~~~~~~~ AW206: Enters `Child` by `with`, but it is an async context manager
        pass


def enters_async_objects_in_plain_code(session: Session):
    with session:
#        ~~~~~~~ AW206: Enters `Session` by `with`, but it is an async context manager
        pass


async def enters_plain_objects():
    async with File():
#              ~~~~~~ AW206: Enters `File` by `async with`, but it is a plain context manager
        pass
    async with opened():
#              ~~~~~~~~ AW206: Enters `opened` by `async with`, but it is a plain context manager
        pass
    async with open("x") as file:
#              ~~~~~~~~~ AW206: Enters `TextIOWrapper` by `async with`, but it is a plain context manager
        print(file)
    async with threading.Lock(), contextlib.suppress(ValueError):
#              ~~~~~~~~~~~~~~~~ AW206: Enters `lock` by `async with`, but it is a plain context manager
#                                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW206: Enters `suppress` by `async with`, but it is a plain context manager
        pass


async def loops_over_async_iterators(rows: Rows):
    for number in numbers():
#                 ~~~~~~~~~ AW206: Loops over `numbers` by `for`, but it is an async iterator
        print(number)
    for row in rows:
#              ~~~~ AW206: Loops over `Rows` by `for`, but it is an async iterator
        print(row)
    return [number for number in numbers()]
#                                ~~~~~~~~~ AW206: Loops over `numbers` by `for`, but it is an async iterator


async def loops_over_plain_iterators(names: list[str]):
    async for letter in letters():
#                       ~~~~~~~~~ AW206: Loops over `letters` by `async for`, but it is a plain iterator
        print(letter)
    async for name in names:
#                     ~~~~~ AW206: Loops over `list` by `async for`, but it is a plain iterator
        print(name)
    async for index in range(3):
#                      ~~~~~~~~ AW206: Loops over `range` by `async for`, but it is a plain iterator
        print(index)
    return {pair async for pair in ("a", "b")}
#                                  ~~~~~~~~~~ AW206: Loops over `tuple` by `async for`, but it is a plain iterator


async def does_it_right(rows: Rows, names: list[str]):
    async with Session(), asyncio.Lock(), connected():
        pass
    with File(), opened(), open("x"), threading.Lock():
        pass
    with Both():
        pass
    async with Both(), contextlib.nullcontext():
        pass
    async for row in rows:
        print(row)
    for name in names:
        print(name)
    for index in Table():
        print(index)


async def cannot_tell(session, which):
    with Remote():  # ok: a base class that was not read may have `__enter__`
        pass
    with Decorated():  # ok: a decorator may add anything
        pass
    with session:
        pass
    with Session() if which else File():  # ok: one of them fits
        pass
    for row in unread.rows():
        print(row)


async def wants_the_error():
    with pytest.raises(TypeError):
        with Session():
            pass
