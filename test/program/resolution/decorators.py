"""Decorators: what is called in the place of the decorated function."""

import functools
from functools import wraps


class Store:
    def read(self) -> bytes: return b""


def plain(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)  #> Service.method | Service.static | by_plain | wrapping.inner

    return inner


def wrapping(f):
    @wraps(f)
    def inner(*args, **kwargs):
        log()
        return f(*args, **kwargs)  #> Service.class_method | Service.other | Service.prop | applied.inner | by_two | by_wrapping | plain.inner

    return inner


def factory(name):
    def decorator(f):
        @functools.wraps(f)
        def inner(*args, **kwargs):
            return f(*args, **kwargs)  #> by_factory

        return inner

    return decorator


def optional_arguments(f=None, *, flag=False):
    def decorator(f):
        def inner(*args):
            return f(*args)  #> by_bare | by_called

        return inner

    return decorator(f) if f else decorator


def identity(f):
    return f


def replacing(f):
    return log


class Wrapper:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args):
        return self.f(*args)  #> by_class


def log(): ...


@plain
def by_plain():
    return Store()


@wrapping
def by_wrapping():
    return Store()


@factory("name")
def by_factory():
    return Store()


@optional_arguments
def by_bare():
    return Store()


@optional_arguments(flag=True)
def by_called():
    return Store()


@identity
def by_identity():
    return Store()


@replacing
def replaced():
    return Store()


@Wrapper
def by_class():
    return Store()


@plain
@wrapping
def by_two():
    return Store()


@missing
def by_unknown():
    return Store()


@missing.factory(1)
def by_unknown_factory():
    return Store()


by_plain().read()  #> plain.inner, Store.read
by_wrapping().read()  #> wrapping.inner, Store.read
by_factory().read()  #> factory.decorator.inner, Store.read
by_bare().read()  #> optional_arguments.decorator | optional_arguments.decorator.inner, Store.read
by_called().read()  #> optional_arguments.decorator.inner, Store.read
by_identity().read()  #> by_identity, Store.read
replaced()  #> log
by_class().read()  #> Wrapper.__call__, Store.read
by_two().read()  #> plain.inner, Store.read
by_unknown().read()  #> by_unknown, Store.read
by_unknown_factory().read()  #> by_unknown_factory, Store.read


class Service:
    @plain
    def method(self):
        self.other()  #> wrapping.inner
        return Store()

    @wrapping
    def other(self): ...

    @staticmethod
    @plain
    def static():
        return Store()

    @classmethod
    @wrapping
    def class_method(cls):
        return Store()

    @property
    @wrapping
    def prop(self):
        return Store()


def methods(service: Service):
    service.method().read()  #> plain.inner, Store.read
    service.static().read()  #> plain.inner, Store.read
    service.class_method().read()  #> wrapping.inner, Store.read
    service.prop.read()  #> wrapping.inner, Store.read


def add_method(cls):
    cls.added = log
    return cls


@add_method
class Decorated:
    def read(self): return b""


Decorated().read()  #> Decorated, Decorated.read


def applied():
    @wrapping  #> nothing
    def inner():
        return Store()

    inner().read()  #> wrapping.inner, Store.read
    wrapping(by_plain)().read()  #> wrapping, wrapping.inner, Store.read


async def async_wrapped():
    (await coroutine()).read()  #> async_decorator.inner, Store.read


def async_decorator(f):
    @wraps(f)
    async def inner(*args):
        return await f(*args)  #> coroutine

    return inner


@async_decorator
async def coroutine():
    return Store()


@functools.singledispatch
def dispatched(value):
    return log()


@dispatched.register
def _(value: int):
    return Store()


@dispatched.register(str)
def dispatched_string(value):
    return Store()


dispatched(1)  #> _ | dispatched | dispatched_string


class Dispatching:
    @functools.singledispatchmethod
    def run(self, value): return b""

    @run.register
    def _(self, value: int): ...


Dispatching().run(1)  #> Dispatching, Dispatching._ | Dispatching.run
