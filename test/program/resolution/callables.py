"""Functions as values: handed over, stored, and called later."""

import functools
from functools import partial
from typing import Callable


class Store:
    def read(self) -> bytes: return b""

    def write(self, data): return b""


def first():
    return Store()


def second():
    return Store()


def call(f):
    return f()  #> Store.read | first | hands_over.<lambda> | second


def call_typed(f: Callable[[], Store]):
    f().read()  #> second, Store.read
    return f()  #> second


def call_with(f, *args, **kwargs):
    return f(*args, **kwargs)  #> call_method | first


def call_method(reader):
    return reader.read()  #> Store.read


def call_default(f=first):
    return f()  #> first


def forwards(f):
    return call(f)  #> call


def hands_over():
    call(first).read()  #> call, Store.read
    call(lambda: Store()).read()  #> call, Store.read, Store
    call(Store().read)
    call_typed(second)
    call_with(call_method, Store())
    call_with(f=first)
    call_method(Store())
    forwards(second).read()  #> forwards, Store.read


def partials(store: Store):
    partial(first)().read()  #> functools.partial, first, Store.read
    functools.partial(call, second)().read()  #> functools.partial, call
    bound = partial(store.write, b"")
    bound()  #> Store.write
    partial(call_with, first)()  #> functools.partial, call_with
    partial(partial(call, f=first))()  #> functools.partial, functools.partial, call


class Runner:
    callback = first
    table = {"first": first, "second": second}

    def __init__(self, callback, hook: Callable[[], Store] | None = None):
        self.callback = callback
        self.action = self.run
        self.hook = hook
        self.handlers: dict[str, Callable] = {"run": self.run, "stop": self.stop}
        self.listeners = [self.run]

    def run(self):
        self.callback()  #> first
        self.action()  #> Runner.run
        self.hook()  #> nothing
        self.handlers["run"]()  #> nothing
        self.handlers[name]()  #> nothing
        self.table["second"]()  #> first | second
        for listener in self.listeners:
            listener()  #> Runner.run

    def stop(self): ...


Runner(second).callback()  #> Runner | Runner.__init__, first
Runner(first).run()  #> Runner | Runner.__init__, Runner.run

TABLE = {"a": first, "b": second}
ROW = [first, second]
PAIR = (first, second)
NUMBERS = {1: first, "1": second}
NESTED = {"a": {"b": first}, "c": [second]}


def tables(key, index):
    TABLE["a"]()  #> first | second
    TABLE[key]()  #> first | second
    TABLE.get("b")()  #> builtins.dict.get, first | second
    TABLE.get("c", first)()  #> builtins.dict.get, first | second
    ROW[0]()  #> first | second
    ROW[index]()  #> first | second
    ROW[-1]()  #> first | second
    PAIR[1]()  #> first | second
    NUMBERS[1]()  #> first | second
    NESTED["a"]["b"]()  #> first | second
    NESTED["c"][0]()  #> first | second
    for f in ROW:
        f()  #> first | second
    for f in TABLE.values():
        f()  #> first | second
    for key, f in TABLE.items():
        f()  #> first | second
    for f in (first, second):
        f()  #> first | second
    [f() for f in ROW]  #> builtins.list.__iter__ | typing.Iterator.__next__, first | second


def changed_tables():
    table = {}
    table["a"] = first
    table["a"]()  #> nothing
    table["a"] = second
    table["a"]()  #> nothing
    table.update({"a": first})
    table["a"]()  #> nothing
    table.update(b=second)
    table["b"]()  #> nothing
    row = []
    row.append(first)
    row[0]()  #> nothing
    for f in row:
        f()  #> nothing
    merged = {**TABLE, "a": second}
    merged["a"]()  #> second
    merged["b"]()  #> second


REGISTRY = {}
HOOKS = []


def register():
    REGISTRY["first"] = first
    HOOKS.append(second)


def registered():
    REGISTRY["first"]()  #> nothing
    for hook in HOOKS:
        hook()  #> nothing


by_lambda = lambda: Store()  # noqa: E731
by_lambda().read()  #> <lambda>, Store.read
(lambda store: store.read())(Store())  #> Store, <lambda>, Store.read
sorted([1], key=lambda item: first())  #> builtins.list.__iter__ | builtins.sorted | typing.Iterator.__next__, first
list(map(first, []))  #> builtins.map, builtins.list | builtins.map.__iter__ | builtins.map.__next__
[*filter(call_method, [])]  #> builtins.filter
max([], key=first)  #> builtins.list.__iter__ | builtins.max | typing.Iterator.__next__
functools.reduce(call_with, [])  #> functools.reduce


class Namespace:
    run = staticmethod(first)
    method = call_method


Namespace.run()  #> first
getattr(Store(), "read")()  #> Store, builtins.getattr, Store.read
getattr(Store(), "missing", first)()  #> Store, builtins.getattr


def pick(name):
    return getattr(Store(), name)


pick("read")()  #> pick
