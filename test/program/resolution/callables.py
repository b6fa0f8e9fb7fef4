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
    functools.partial(call, second)().read()  #> functools.partial, call, Store.read
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
        self.hook()  #> ?
        self.handlers["run"]()  #> Runner.run
        self.handlers[name]()  #> Runner.run | Runner.stop
        self.table["second"]()  #> second
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
    TABLE["a"]()  #> first
    TABLE[key]()  #> first | second
    TABLE.get("b")()  #> builtins.dict.get, second
    TABLE.get("c", first)()  #> builtins.dict.get, first
    ROW[0]()  #> first
    ROW[index]()  #> first | second
    ROW[-1]()  #> second
    PAIR[1]()  #> second
    NUMBERS[1]()  #> first
    NESTED["a"]["b"]()  #> first
    NESTED["c"][0]()  #> second
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
    table["a"]()  #> first
    table["a"] = second
    table["a"]()  #> second
    table.update({"a": first})
    table["a"]()  #> first
    table.update(b=second)
    table["b"]()  #> second
    row = []
    row.append(first)
    row[0]()  #> first
    for f in row:
        f()  #> first
    merged = {**TABLE, "a": second}
    merged["a"]()  #> second
    merged["b"]()  #> second


REGISTRY = {}
HOOKS = []


def register():
    REGISTRY["first"] = first
    HOOKS.append(second)


def registered():
    REGISTRY["first"]()  #> first
    for hook in HOOKS:
        hook()  #> second


by_lambda = lambda: Store()  # noqa: E731
by_lambda().read()  #> <lambda>, Store.read
(lambda store: store.read())(Store())  #> Store, <lambda>, Store.read
sorted([1], key=lambda item: first())  #> <lambda> | builtins.list.__iter__ | builtins.sorted | typing.Iterator.__next__, first
list(map(first, []))  #> builtins.map | first, builtins.list | builtins.map.__iter__ | builtins.map.__next__
[*filter(call_method, [])]  #> builtins.filter | call_method, builtins.filter.__iter__ | builtins.filter.__next__
max([], key=first)  #> builtins.list.__iter__ | builtins.max | first | typing.Iterator.__next__
functools.reduce(call_with, [])  #> call_with | functools.reduce


class Namespace:
    run = staticmethod(first)
    method = call_method


Namespace.run()  #> first
getattr(Store(), "read")()  #> Store, builtins.getattr, Store.read
getattr(Store(), "missing", first)()  #> Store, builtins.getattr, first


def pick(name):
    return getattr(Store(), name)


pick("read")()  #> pick, Store.read
