"""Functions whose body runs later: when entered, iterated or awaited."""

import contextlib
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress


class Store:
    def read(self) -> bytes: return b""

    def __enter__(self) -> "Store": ...

    def __exit__(self, *exc): ...

    def close(self): ...


@contextmanager
def opened():
    yield Store()


@contextlib.contextmanager
def typed() -> Iterator[Store]:
    yield make()


@asynccontextmanager
async def opened_async() -> AsyncIterator[Store]:
    yield Store()


def make(): ...


class Holder:
    @contextmanager
    def opened(self):
        yield Store()

    @classmethod
    @contextmanager
    def opened_by_class(cls):
        yield Store()


def enters(holder: Holder):
    with opened() as store:  #> opened, opened
        store.read()  #> Store.read
    with typed() as store:  #> typed, typed
        store.read()  #> Store.read
    with holder.opened() as store:  #> Holder.opened, Holder.opened
        store.read()  #> Store.read
    with Holder.opened_by_class() as store:  #> Holder.opened_by_class, Holder.opened_by_class
        store.read()  #> Store.read
    manager = opened()
    with manager as store:  #> opened
        store.read()  #> Store.read
    with closing(Store()) as store:
        store.read()  #> Store.read
    with nullcontext(Store()) as store:
        store.read()  #> Store.read
    with suppress(OSError):
        make()  #> make
    with ExitStack() as stack:
        stack.enter_context(Store()).read()  #> Store, Store.__enter__ | contextlib.ExitStack.enter_context, Store.read
        stack.enter_context(opened()).read()  #> opened, contextlib.ExitStack.enter_context | opened, Store.read


async def enters_async():
    async with opened_async() as store:
        store.read()  #> Store.read


def numbers():
    yield Store()


def typed_numbers() -> Generator[Store, None, None]:
    yield make()


def delegating():
    yield from numbers()  #> numbers, numbers
    result = yield from returning()
    result.read()  #> Store.read


def returning():
    yield 1
    return Store()


async def async_numbers():
    yield Store()


def consumes():
    for store in numbers():  #> numbers, numbers
        store.read()  #> Store.read
    for store in typed_numbers():  #> typed_numbers, typed_numbers
        store.read()  #> Store.read
    for store in delegating():  #> delegating, delegating
        store.read()  #> Store.read
    list(numbers())[0].read()  #> numbers, builtins.list | numbers, Store.read
    next(numbers()).read()  #> numbers, builtins.next | numbers, Store.read
    generator = numbers()
    for store in generator:  #> numbers
        store.read()  #> Store.read
    [store.read() for store in numbers()]  #> numbers, numbers, Store.read
    (store.read() for store in numbers())  #> numbers, numbers, Store.read
    sum(store.read() for store in numbers())  #> numbers, numbers, Store.read, builtins.sum | typing.Iterator.__iter__ | typing.Iterator.__next__
    first, second = numbers()  #> numbers, numbers
    print(*numbers())  #> numbers, builtins.print
    "".join(numbers())  #> numbers, builtins.str.join | numbers
    numbers()  #> numbers


async def consumes_async():
    async for store in async_numbers():
        store.read()  #> Store.read
    [store.read() async for store in async_numbers()]  #> async_numbers, Store.read
