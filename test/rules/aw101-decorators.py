# Decorators: what they run, and what they only hand on.
import asyncio
import functools
import time
from collections.abc import Callable
from contextlib import contextmanager
from functools import cache, cached_property, lru_cache, singledispatch, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import backoff
from tenacity import retry as tenacity_retry

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])


def plain(function):
    def wrapper(*args, **kwargs):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return function(*args, **kwargs)

    return wrapper


def typed(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return function(*args, **kwargs)

    return wrapper


def typed_by_bound(function: F) -> F:
    def wrapper(*args, **kwargs):
        time.sleep(1)
        return function(*args, **kwargs)

    return cast(F, wrapper)


def factory(seconds):
    def decorate(function):
        def wrapper(*args, **kwargs):
            time.sleep(seconds)
#           ------------------- see AW101: calls `time.sleep`
            return function(*args, **kwargs)

        return wrapper

    return decorate


def typed_factory(seconds: float) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            time.sleep(seconds)
#           ------------------- see AW101: calls `time.sleep`
            return function(*args, **kwargs)

        return wrapper

    return decorate


def either_way(function=None, *, seconds=1):
    if function is None:
        return functools.partial(either_way, seconds=seconds)

    def wrapper(*args):
        time.sleep(seconds)
#       ------------------- see AW101: calls `time.sleep`
        return function(*args)

    return wrapper


class ByClass:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return self.function(*args)


def registered(function):
    REGISTRY.append(function)
    return function


def quick(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
#              ------------------------- see AW101: calls `plain.wrapper`
#              ------------------------- see AW101: calls `handed_on`
#              ------------------------- see AW101: calls `Meter.settle`
#              ------------------------- see AW101: calls `Meter.pause`
#              ------------------------- see AW101: calls `Meter.value`

    return wrapper


def quick_async(function):
    @wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, **kwargs)

    return wrapper


REGISTRY = []


@plain
def by_plain():
    pass


@typed
def by_typed():
    pass


@typed_by_bound
def by_typed_by_bound():
    pass


@factory(1)
def by_factory():
    pass


@typed_factory(1)
def by_typed_factory():
    pass


@either_way
def by_either_way():
    pass


@either_way(seconds=2)
def by_either_way_called():
    pass


@ByClass
def by_class():
    pass


@quick
@plain
def by_two():
    pass


async def blocks_in_wrapper():
    by_plain()
#   ~~~~~~~~~~ AW101: Blocks the event loop: `plain.wrapper` → `time.sleep` sleeps
    by_factory()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `decorate.wrapper` → `time.sleep` sleeps
    by_two()
#   ~~~~~~~~ AW101: Blocks the event loop: `plain.wrapper` → `time.sleep` sleeps


async def blocks_in_wrapper_of_class():
    by_class()
#   ~~~~~~~~~~ AW101: Blocks the event loop: `ByClass.__call__` → `time.sleep` sleeps


async def blocks_in_typed_wrapper():
    by_typed()
#   ~~~~~~~~~~ AW101: Blocks the event loop: `by_typed` → `time.sleep` sleeps
    by_typed_factory()
#   ~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `decorate.wrapper` → `time.sleep` sleeps
    by_typed_by_bound()


async def blocks_in_wrapper_either_way():
    by_either_way()
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `either_way.wrapper` → `time.sleep` sleeps
    by_either_way_called()


@registered
def kept():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@quick
def handed_on():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@cache
def cached():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@lru_cache(maxsize=None)
def cached_with_size():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@singledispatch
def dispatched(value):
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@backoff.on_exception(backoff.expo, OSError)
def retried():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@tenacity_retry
def retried_by_other_library():
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


@contextmanager
def managed():
    time.sleep(1)
    yield


async def blocks_in_what_is_handed_on():
    kept()
#   ~~~~~~ AW101: Blocks the event loop: `kept` → `time.sleep` sleeps
    handed_on()
#   ~~~~~~~~~~~ AW101: Blocks the event loop: `handed_on` → `time.sleep` sleeps
    dispatched(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `dispatched` → `time.sleep` sleeps


async def blocks_at_first_call():
    cached()
#   ~~~~~~~~ AW101: Blocks the event loop: `cached` → `time.sleep` sleeps
    cached_with_size()
#   ~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `cached_with_size` → `time.sleep` sleeps


async def blocks_behind_unread_decorator():
    retried()
#   ~~~~~~~~~ AW101: Blocks the event loop: `retried` → `time.sleep` sleeps
    retried_by_other_library()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `retried_by_other_library` → `time.sleep` sleeps


class Meter:
    @plain
    def read(self):
        return 1

    @quick
    def settle(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`

    @property
    @quick
    def value(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return 1

    @cached_property
    def unit(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return "m"

    @staticmethod
    @quick
    def pause():
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`

    @classmethod
    @plain
    def make(cls):
        return cls()

    @property
    def level(self):
        return 1

    @level.setter
    def level(self, value):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`

    @level.deleter
    def level(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


async def blocks_in_decorated_methods(meter: Meter):
    meter.read()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `plain.wrapper` → `time.sleep` sleeps
    meter.settle()
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Meter.settle` → `time.sleep` sleeps
    meter.pause()
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `Meter.pause` → `time.sleep` sleeps
    Meter.make()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `plain.wrapper` → `time.sleep` sleeps


async def blocks_in_decorated_properties(meter: Meter):
    return meter.value, meter.unit
#          ~~~~~~~~~~~ AW101: Blocks the event loop: `Meter.value` → `time.sleep` sleeps
#                       ~~~~~~~~~~ AW101: Blocks the event loop: `Meter.unit` → `time.sleep` sleeps


async def blocks_in_setter_only(meter: Meter):
    level = meter.level
    meter.level = level
#   ~~~~~~~~~~~ AW101: Blocks the event loop: `Meter.level` → `time.sleep` sleeps


async def blocks_in_deleter(meter: Meter):
    del meter.level
#       ~~~~~~~~~~~ AW101: Blocks the event loop: `Meter.level` → `time.sleep` sleeps


def with_device(function: Callable[Concatenate[Meter, P], R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(Meter(), *args, **kwargs)
#              ---------------------------------- see AW101: calls `uses_device`

    return wrapper


@with_device
def uses_device(meter: Meter):
    meter.settle()
#   -------------- see AW101: calls `Meter.settle`


async def blocks_behind_injected_argument():
    uses_device()
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `with_device.wrapper` → `uses_device` → `Meter.settle` → `time.sleep` sleeps


# Silent.


@plain
async def decorated_coroutine():
    pass


@quick_async
async def quick_coroutine():
    await asyncio.sleep(1)


async def awaits_quick_coroutine():
    await quick_coroutine()


async def only_decorates():
    @plain
    def local():
        pass

    return local


async def uses_level(meter: Meter):
    return meter.level


def timed(function):
    start = time.monotonic()

    def wrapper(*args):
        print(time.monotonic() - start)
        return function(*args)

    return wrapper


@timed
def quick_function():
    return 1


async def calls_quick_function():
    quick_function()
