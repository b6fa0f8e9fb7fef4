# AW204 await-outside-coroutine
import asyncio
import contextlib
import functools
import inspect
import subprocess
from collections.abc import Awaitable
from dataclasses import dataclass

import unread


async def fetch():
    return 1


def awaits_in_a_plain_function(client):
    await fetch()
#   ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a plain function
    await fetch()  # the first one is enough
    async with client:
        pass


def loops_in_a_plain_function(client):
    async for each in client:
#                     ~~~~~~ AW204: Cannot compile: `async for` stands in a plain function
        print(each)


def enters_in_a_plain_function(client):
    async with client as opened:
#              ~~~~~~ AW204: Cannot compile: `async with` stands in a plain function
        return opened


def comprehends_in_a_plain_function(client):
    return [each async for each in client]
#                                  ~~~~~~ AW204: Cannot compile: `async for` stands in a plain function


def makes_an_async_generator(client):
    return (each async for each in client), (await each for each in client)


call = lambda: await fetch()
#              ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a lambda


async def has_a_lambda():
    return lambda: await fetch()
#                  ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a lambda


async def has_a_class():
    class Inner:
        value = await fetch()
#               ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a class body

    return Inner


async def has_a_plain_function_inside():
    def inner():
        return await fetch()
#              ~~~~~~~~~~~~~ AW204: Cannot compile: `await` stands in a plain function

    return await inner()


await fetch()
#~~~~~~~~~~~~ AW204: Cannot compile: `await` stands at the top level of a module


# --------------------------------------------------------------------- not awaitable


def log(text):
    print(text)


def name() -> str:
    return "ada"


def count():
    return len("ada")


def both():
    return 1, 2


def make():
    yield 1


async def stream():
    yield 1


@contextlib.contextmanager
def opened():
    yield 1


async def awaits_plain_functions(process: asyncio.subprocess.Process):
    await log("x")
#   ~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: None, which the plain function `log` returns
    await name()
#   ~~~~~~~~~~~~ AW204: Awaits what is not awaitable: `str`, which the plain function `name` returns
    await both()
#   ~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a plain value, which the plain function `both` returns
    await print("x")
#   ~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: None, which the plain function `print` returns
    process.kill()
    await process.kill()
#   ~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: None, which the plain function `Process.kill` returns
    await subprocess.run(["ls"])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: `CompletedProcess`, which the plain function `run` returns


async def awaits_generators():
    await make()
#   ~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a generator, which `make` gives
    await stream()
#   ~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: an async generator, which `stream` gives
    await opened()
#   ~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a context manager, which `opened` gives


async def awaits_what_is_written_down():
    await [fetch(), fetch()]
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a list, tuple or set
    await (fetch(), fetch())
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a list, tuple or set
    await {"a": fetch()}
#   ~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a dict
    await [fetch() for _ in "ab"]
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a comprehension


class Session:
    async def get(self): ...

    def put(self): ...

    def post(self):
        """Subclasses do something here."""

    def patch(self):
        print("patch")

    @property
    def answer(self):
        return fetch()


class AsyncSession(Session):
    async def patch(self): ...


@dataclass
class Row:
    name: str


class Lazy:
    def __await__(self):
        return fetch().__await__()


async def awaits_the_function_itself(session: Session):
    await fetch
#   ~~~~~~~~~~~ AW204: Awaits what is not awaitable: the function `fetch` itself, which is not called
    await session.get
#   ~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: the function `Session.get` itself, which is not called
    await asyncio.sleep
#   ~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: the function `sleep` itself, which is not called


async def awaits_an_object():
    await Session()
#   ~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: an object of `Session`
    await asyncio.Event()
#   ~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: an object of `Event`
    await Lazy()
    await Row("x")  # ok: a decorator may add anything


async def awaits_methods(session: Session):
    await session.get()
    await session.put()  # ok: its body is empty, a subclass may be async
    await session.post()  # ok: likewise
    await session.patch()  # ok: overridden by an async one
    await session.answer


# --------------------------------------------------------------------- decorators and hand-overs


def repeat(seconds):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper():
            function()
            await asyncio.sleep(seconds)

        return wrapper

    return decorate


@repeat(seconds=5)
def every_five_seconds():
    print("tick")


@unread.task
def queued():
    print("tick")


def maybe_later(now):
    if not now:
        return fetch()


def handed_on():
    return fetch()


def unknown():
    return unread.something()


async def awaits_what_may_be_awaitable(callback, now):
    await every_five_seconds()
    await queued()
    await maybe_later(now)
    await handed_on()
    await unknown()
    await callback()
    await (log if now else fetch)()
    await asyncio.gather(fetch(), fetch())
    await asyncio.get_running_loop().run_in_executor(None, log, "x")
    await unread.anything


def starter():
    return lambda strategy: log(strategy)


async def asks_before_it_awaits(strategy):
    start = starter()
    if asyncio.iscoroutinefunction(start):
        await start(strategy)
    else:
        start(strategy)


async def asks_what_it_got():
    result = count()
    if inspect.isawaitable(result):
        await result
    other = count()
    return await other if isinstance(other, Awaitable) else other


async def keeps_the_answer(strategy):
    start = starter()
    is_async = asyncio.iscoroutinefunction(start)
    if is_async:
        await start(strategy)


async def asks_about_something_else(strategy):
    start = starter()
    if asyncio.iscoroutinefunction(strategy):
        await start(strategy)
#       ~~~~~~~~~~~~~~~~~~~~~ AW204: Awaits what is not awaitable: a plain value, which the plain function `starter.<lambda>` returns


def maybe_another(kind):
    if kind:
        return unread.load(kind)
    return starter()


class Trader:
    def __init__(self, kind):
        self.start = maybe_another(kind)


async def knows_a_part(trader: Trader):
    await trader.start("x")
    await maybe_another("fast")("x")
