# AW201 coroutine-not-awaited
import asyncio
import contextlib
import functools
import threading
from abc import ABC, abstractmethod
from typing import AsyncIterator, Protocol

import pytest
import unread


async def notify(user):
    await asyncio.sleep(0)


async def forgets_await():
    notify("ada")
#   ~~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


async def forgets_await_of_the_standard_library():
    asyncio.sleep(1)
#   ~~~~~~~~~~~~~~~~ AW201: Never runs `sleep`: its coroutine is not awaited
    asyncio.Event().wait()
#   ~~~~~~~~~~~~~~~~~~~~~~ AW201: Never runs `Event.wait`: its coroutine is not awaited


async def forgets_drain(writer: asyncio.StreamWriter):
    writer.write(b"x")
    writer.drain()
#   ~~~~~~~~~~~~~~ AW201: Never runs `StreamWriter.drain`: its coroutine is not awaited


def calls_from_plain_code():
    notify("ada")
#   ~~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is made in plain code, which cannot await it


async def forgets_in_a_branch(loud):
    loud and notify("ada")
#            ~~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited
    notify("eve") if loud else None
#   ~~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


async def forgets_with_a_comma():
    notify("ada"),
#   ~~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


async def forgets_a_list_of_them(users):
    [notify(user) for user in users]
#    ~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


async def awaits():
    await notify("ada")


async def hands_on(group: asyncio.TaskGroup):
    asyncio.create_task(notify("ada"))
    group.create_task(notify("ada"))
    await asyncio.gather(notify("ada"), *[notify(user) for user in "xyz"])
    unread.later(notify("ada"))  # ok: who knows


def returns():
    return notify("ada")


def runs():
    asyncio.run(notify("ada"))


async def forgets_what_a_wrapper_returns():
    returns()
#   ~~~~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


def sometimes_returns(later):
    if later:
        return notify("ada")
    print("ada")


async def may_get_none():
    sometimes_returns(False)  # ok: not always a coroutine


def delays():
    return lambda: notify("ada")  # ok: returned to whoever calls it


# --------------------------------------------------------------------- methods


class Client:
    async def send(self, text): ...

    async def __call__(self, text): ...

    def start(self):
        self.send("hello")
#       ~~~~~~~~~~~~~~~~~~ AW201: Never runs `Client.send`: its coroutine is made in plain code, which cannot await it

    async def stop(self):
        self.send("bye")
#       ~~~~~~~~~~~~~~~~ AW201: Never runs `Client.send`: its coroutine is not awaited
        await self.send("really")


class Loud(Client):
    async def stop(self):
        super().stop()
#       ~~~~~~~~~~~~~~ AW201: Never runs `Client.stop`: its coroutine is not awaited


async def forgets_on_an_object():
    client = Client()
    client.send("x")
#   ~~~~~~~~~~~~~~~~ AW201: Never runs `Client.send`: its coroutine is not awaited
    client("x")
#   ~~~~~~~~~~~ AW201: Never runs `Client.__call__`: its coroutine is not awaited
    Client.send(client, "x")
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW201: Never runs `Client.send`: its coroutine is not awaited


async def forgets_on_an_annotated_parameter(client: Client):
    client.send("x")
#   ~~~~~~~~~~~~~~~~ AW201: Never runs `Client.send`: its coroutine is not awaited


async def knows_nothing_of_its_parameter(client):
    client.send("x")  # ok: any class may have a `send`


class Pipe:
    def send(self, text): ...


async def may_be_either(which):
    sender = Client() if which else Pipe()
    sender.send("x")  # ok: a pipe's is plain


class Proxy:
    def __getattr__(self, name):
        return notify


class RemoteStore(Proxy):
    async def load(self): ...


async def may_be_a_method_of_a_subclass(proxy: Proxy, store: RemoteStore):
    proxy.save()  # ok: only made up
    store.load()
#   ~~~~~~~~~~~~ AW201: Never runs `RemoteStore.load`: its coroutine is not awaited


class Store(ABC):
    @abstractmethod
    async def save(self): ...

    @abstractmethod
    async def rows(self) -> AsyncIterator[int]: ...

    async def close(self):
        self.save()
#       ~~~~~~~~~~~ AW201: Never runs `Store.save`: its coroutine is not awaited


class Disk(Store):
    async def save(self):
        await asyncio.sleep(0)


class Mixed(ABC):
    @abstractmethod
    async def save(self): ...

    def close(self):
        self.save()  # ok: a plain method overrides it


class Memory(Mixed):
    def save(self): ...


class Handler(Protocol):
    async def handle(self, event): ...


async def forgets_on_a_protocol(handler: Handler):
    handler.handle("x")
#   ~~~~~~~~~~~~~~~~~~~ AW201: Never runs `Handler.handle`: its coroutine is not awaited


# --------------------------------------------------------------------- decorators


@unread.task
async def queued(): ...


@functools.wraps(notify)
async def wrapped(user): ...


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args):
        return await function(*args)

    return wrapper


def counted(name):
    def decorate(function):
        return function

    return decorate


def fired(function):
    @functools.wraps(function)
    def wrapper(*args):
        return asyncio.ensure_future(function(*args))

    return wrapper


class Command:
    def __init__(self, function):
        self.function = function

    def __call__(self):
        asyncio.run(self.function())


@logged
async def traced(): ...


@counted("x")
async def registered(): ...


@fired
async def in_background(): ...


@Command
async def command(): ...


@unread.task
@logged
async def queued_and_traced(): ...


class Job:
    def __init__(self, name):
        self.name = name

    def __call__(self, function):
        @functools.wraps(function)
        async def wrapper(*args):
            return await function(*args)

        return wrapper


@Job(name="x")
async def scheduled(): ...


@contextlib.asynccontextmanager
async def opened():
    yield 1


async def forgets_behind_decorators():
    wrapped("ada")
#   ~~~~~~~~~~~~~~ AW201: Never runs `wrapped`: its coroutine is not awaited
    traced()
#   ~~~~~~~~ AW201: Never runs `traced`: its coroutine is not awaited
    registered()
#   ~~~~~~~~~~~~ AW201: Never runs `registered`: its coroutine is not awaited
    scheduled()
#   ~~~~~~~~~~~ AW201: Never runs `scheduled`: its coroutine is not awaited


async def trusts_decorators():
    queued()  # ok: who knows what a task is
    in_background()  # ok: the decorator starts it
    command()  # ok: the decorator runs it
    queued_and_traced()  # ok: who knows what a task is
    opened()


async def binds_arguments():
    send = functools.partial(notify, "ada")
    send()
#   ~~~~~~ AW201: Never runs `notify`: its coroutine is not awaited


# --------------------------------------------------------------------- elsewhere


async def numbers():
    yield 1


async def makes_a_generator():
    numbers()  # ok: no coroutine


def test_refuses():
    with pytest.raises(TypeError):
        notify()  # ok: it is there to fail


def in_a_thread():
    threading.Thread(target=asyncio.run, args=(notify("ada"),)).start()


if False:
    notify("never")


async def same_name_elsewhere():
    def notify(user):
        print(user)

    notify("ada")  # ok: the local one is plain


notify("ada")
#~~~~~~~~~~~~ AW201: Never runs `notify`: its coroutine is made in plain code, which cannot await it


class Quiet:
    async def tell(self, user): ...


def notifier(kind):
    return Quiet() if kind == "quiet" else unread.notifier(kind)


class Shop:
    def __init__(self, kind):
        self.quiet = Quiet()
        self.notifier = notifier(kind)

    async def sells(self, user):
        self.quiet.tell(user)
#       ~~~~~~~~~~~~~~~~~~~~~ AW201: Never runs `Quiet.tell`: its coroutine is not awaited
        self.notifier.tell(user)  # ok: another notifier may do without `await`
