"""Which value a name holds, by the way that led there."""


class Store:
    def read(self) -> bytes: return b""


class Cache:
    def read(self) -> bytes: return b""

    def clear(self): return b""


def isinstance_narrows(value, typed: Store | Cache):
    if isinstance(value, Store):
        value.read()  #> Store.read
    if isinstance(value, (Store, Cache)):
        value.read()  #> Cache.read | Store.read
    if isinstance(typed, Cache):
        typed.clear()  #> Cache.clear
    else:
        typed.read()  #> Store.read
    if not isinstance(typed, Cache):
        typed.read()  #> Store.read
        return
    typed.read()  #> Cache.read


def asserts(value):
    assert isinstance(value, Store)
    value.read()  #> Store.read


def conjunction(value):
    if value and isinstance(value, Store) and value.read():  #> builtins.isinstance, Store.read
        value.read()  #> Store.read
    return isinstance(value, Cache) and value.clear()  #> builtins.isinstance, Cache.clear


def none_narrows(value: Store | None):
    if value is None:
        value  #: None
        value = Cache()
    value  #: Store | Cache
    value.read()  #> Cache.read | Store.read


def none_returns(value: Store | None):
    if value is None:
        return None
    return value  #: Store


def truth_narrows(value: Store | None):
    if not value:
        return None
    return value  #: Store


class Holder:
    def __init__(self, value):
        self.value = value
        self.store: Store | Cache | None = None

    def isinstance_of_attribute(self):
        if isinstance(self.value, Store):
            self.value.read()  #> Store.read
        if isinstance(self.store, Cache):
            self.store.read()  #> Cache.read

    def none_of_attribute(self):
        if self.store is None:
            self.store = Store()
            self.store.read()  #> Store.read
        return self.store  #: Store | Cache

    def early_return(self):
        if not isinstance(self.store, Store):
            return
        self.store.read()  #> Store.read

    def stale(self):
        if isinstance(self.value, Store):
            self.value = make()
            self.value.read()  #> Cache.read


def make():
    return Cache()


def walrus(values):
    if (store := Store()).read():  #> Store, Store.read
        store.read()  #> Store.read
    while (line := make()) is not None:
        line.read()  #> Cache.read
    [y.read() for x in values if (y := make())]  #> make, Cache.read
    y.read()  #> Cache.read


def loops():
    value = Store()
    for _ in range(3):
        value.read()  #> Cache.read | Store.read
        value = Cache()
    value.read()  #> Cache.read | Store.read
    while True:
        value = Cache()
        break
    value.read()  #> Cache.read


def tries():
    try:
        value = Store()
    except OSError:
        value = Cache()
    value.read()  #> Cache.read | Store.read
    try:
        value = Store()
        value = Cache()
    finally:
        value.read()  #> Cache.read


def raises(flag):
    if flag:
        value = Store()
    else:
        raise ValueError
    value.read()  #> Store.read


def catches():
    try:
        make()
    except Failure as failure:
        failure.explain()  #> Failure.explain
    except (Failure, OSError) as failure:
        failure.explain()  #> Failure.explain


class Failure(Exception):
    def explain(self): ...


def matches(value: Store | Cache, other):
    match value:
        case Store():
            value.read()  #> Store.read
        case Cache() as cache:
            cache.read()  #> Cache.read
    match other:
        case Store():
            other.read()  #> Store.read
        case Store() | Cache():
            other.read()  #> ?
        case {"store": Store() as inner}:
            inner.read()  #> ?
        case [Store() as head, *_]:
            head.read()  #> ?
        case _:
            other.read()  #> ?


def deleted():
    value = Store()
    del value
    value = Cache()
    value.read()  #> Cache.read


def never():
    return
    make()  #> nothing


def conditional(flag):
    value = Store() if flag else None
    value.read()  #> Store.read


def unpacked():
    (a, b), *rest = (Store(), Cache()), Store(), Cache()
    a.read()  #> Store.read
    b.read()  #> Cache.read
    rest[0].read()  #> Store.read
    for index, (key, value) in enumerate([(1, Store())]):
        value.read()  #> Store.read


def comprehensions():
    stores = [Store() for _ in range(3)]
    stores[0].read()  #> Store.read
    by_name = {str(i): Store() for i in range(3)}
    by_name["1"].read()  #> Store.read
    {store for store in stores}.pop().read()  #> builtins.list.__iter__ | typing.Iterator.__next__, builtins.set.pop, Store.read
    (store for store in stores).__next__().read()  #> builtins.list.__iter__ | typing.Iterator.__next__, typing.Iterator.__next__, Store.read
    [s.read() for row in [stores] for s in row if s.read()]  #> builtins.list.__iter__ | typing.Iterator.__next__, builtins.list.__iter__ | typing.Iterator.__next__, Store.read, Store.read
