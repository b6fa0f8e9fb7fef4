"""What functions without a return annotation return."""

from functools import cache, lru_cache


class Store:
    @classmethod
    def open(cls):
        return cls()

    @classmethod
    def typed(cls) -> "Store":
        return cls()

    @staticmethod
    def static():
        return Store()

    def read(self) -> bytes: return b""

    def itself(self):
        return self


class Cache(Store):
    def read(self) -> bytes: return b""


def make():
    return Store()


def choose(flag):
    if flag:
        return Store()
    return Cache()


def maybe(flag):
    if not flag:
        return None
    return Store()


def through():
    store = make()
    return store


def circular(n):
    if n:
        return circular(n - 1)
    return Store()


def mutual_a(n):
    return mutual_b(n) if n else Store()


def mutual_b(n):
    return mutual_a(n)


@cache
def cached():
    return Store()


@lru_cache(maxsize=1)
def cached_with_size() -> Store:
    return Store()


def identity(value):
    return value


def classes():
    return Cache


def functions():
    return make


def nested():
    def inner():
        return Store()

    return inner


def loose() -> object:
    return Store()


def uses():
    make().read()  #> make, Store.read
    choose(1).read()  #> choose, Store.read
    maybe(1).read()  #> maybe, Store.read
    through().read()  #> through, Store.read
    circular(3).read()  #> circular, Store.read
    mutual_a(3).read()  #> mutual_a, Store.read
    cached().read()  #> cached, Store.read
    cached_with_size().read()  #> cached_with_size, Store.read
    identity(Store()).read()  #> Store, identity, Store.read
    identity(identity)(Cache()).read()  #> identity, Cache, identity, Cache.read
    classes()().read()  #> classes, Cache, Cache.read
    functions()().read()  #> functions, make, Store.read
    nested()().read()  #> nested, nested.inner, Store.read
    Store.open().read()  #> Store.open, Store.read
    Cache.open().read()  #> Store.open, Cache.read
    Cache.typed().read()  #> Store.typed, Store.read
    Cache.static().read()  #> Store.static, Store.read
    Cache().itself().read()  #> Cache, Store.itself, Cache.read
    loose()  #: builtins.object
