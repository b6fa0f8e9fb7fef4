"""Syntax that calls methods."""


class Store:
    def read(self) -> bytes: return b""


class Callable_:
    def __call__(self, flag=False):
        return Store()


Callable_()().read()  #> Callable_, Callable_.__call__, Store.read
call = Callable_()
call().read()  #> Callable_.__call__, Store.read


class Manager:
    def __enter__(self):
        return Store()

    def __exit__(self, *exc): ...

    async def __aenter__(self):
        return Store()

    async def __aexit__(self, *exc): ...


class SelfManager:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def read(self): return b""


def managers():
    with Manager() as store:  #> Manager, Manager.__enter__, Manager.__exit__
        store.read()  #> Store.read
    with SelfManager() as manager, Manager() as store:  #> SelfManager, SelfManager.__enter__, Manager, Manager.__enter__, Manager.__exit__, SelfManager.__exit__
        manager.read()  #> SelfManager.read
        store.read()  #> Store.read


async def async_managers():
    async with Manager() as store:
        store.read()  #> Store.read


class Iterable_:
    def __iter__(self):
        return Iterator_()


class Iterator_:
    def __iter__(self):
        return self

    def __next__(self):
        return Store()


class Yielding:
    def __iter__(self):
        yield Store()

    async def __aiter__(self):
        yield Store()


class Items:
    def __getitem__(self, index):
        return Store()

    def __setitem__(self, index, value): ...

    def __delitem__(self, index): ...

    def __contains__(self, item):
        return True

    def __len__(self):
        return 1


def iterations():
    for store in Iterable_():  #> Iterable_, Iterable_.__iter__ | Iterator_.__next__
        store.read()  #> Store.read
    for store in Yielding():  #> Yielding, Yielding.__iter__
        store.read()  #> Store.read
    [store.read() for store in Iterable_()]  #> Iterable_, Iterable_.__iter__ | Iterator_.__next__, Store.read
    list(Yielding())  #> Yielding, Yielding.__iter__ | builtins.list
    next(Iterator_()).read()  #> Iterator_, Iterator_.__iter__ | Iterator_.__next__ | builtins.next, Store.read
    first, *others = Iterable_()  #> Iterable_, Iterable_.__iter__ | Iterator_.__next__
    first.read()  #> Store.read
    for store in Items():  #> Items, Items.__getitem__
        store.read()  #> Store.read


async def async_iterations():
    async for store in Yielding():
        store.read()  #> Store.read


def items(items: Items):
    items[0].read()  #> Items.__getitem__, Store.read
    items[0] = 1  #> Items.__setitem__
    del items[0]  #> Items.__delitem__
    1 in items  #> Items.__contains__
    len(items)  #> Items.__len__ | builtins.len


class Number:
    def __add__(self, other):
        return Store()

    def __radd__(self, other):
        return Store()

    def __iadd__(self, other):
        return self

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __neg__(self):
        return Store()

    def __bool__(self):
        return True

    def __hash__(self):
        return 1


def operators(a: Number, b: Number):
    (a + b).read()  #> Number.__add__, Store.read
    (1 + a).read()  #> Store.read
    a == b  #> Number.__eq__
    a < b  #> Number.__lt__
    (-a).read()  #> Number.__neg__, Store.read
    a += b  #> Number.__iadd__


class Forwarding:
    def __init__(self):
        self._store = Store()

    def __getattr__(self, name):
        return getattr(self._store, name)


Forwarding().read()  #> Forwarding | Forwarding.__init__, Forwarding.__getattr__, Store.read


class Meta(type):
    def __call__(cls, *args):
        return super().__call__(*args)

    def __getitem__(cls, key):
        return Store()

    def make(cls):
        return cls()

    @property
    def default(cls):
        return Store()


class WithMeta(metaclass=Meta):
    def read(self): return b""


class BelowMeta(WithMeta): ...


WithMeta()  #> Meta.__call__ | WithMeta
WithMeta().read()  #> Meta.__call__ | WithMeta, WithMeta.read
WithMeta.make().read()  #> Meta.make, WithMeta.read
WithMeta["a"].read()  #> Store.read
BelowMeta.make().read()  #> Meta.make, WithMeta.read
WithMeta.default.read()  #> Store.read


class Generic_:
    def __class_getitem__(cls, key):
        return cls

    def read(self): return b""


Generic_[int]().read()  #> Generic_, Generic_.read


class Hooked:
    def __init_subclass__(cls, **kwargs): ...


class Hooking(Hooked, flag=True): ...  #> Hooked.__init_subclass__
