"""Type parameters and aliases as Python 3.12 writes them, and as it was before."""

from typing import NewType, TypeAlias, TypeVar, Union


class Store:
    def read(self) -> bytes: return b""


class Cache(Store):
    def read(self) -> bytes: return b""


type Lazy = Store
type Maybe = Store | None
type Named[T] = dict[str, T]

Plain = Store
Old: TypeAlias = "Store | None"
Either = Union[Store, Cache]
Stores = list[Store]
Special = NewType("Special", Store)
Bound = TypeVar("Bound", bound=Store)
Constrained = TypeVar("Constrained", Store, Cache)


def aliases(a: Lazy, b: Maybe, c: Named[Store], d: Plain, e: Old, f: Either, g: Stores, h: Special):
    a.read()  #> Store.read
    b.read()  #> Store.read
    c["a"].read()  #> Store.read
    d.read()  #> Store.read
    e.read()  #> Store.read
    f.read()  #> Cache.read | Store.read
    g[0].read()  #> Store.read
    h.read()  #> Store.read


def bounds(a: Bound, b: Constrained):
    a.read()  #> Store.read
    b.read()  #> Cache.read | Store.read


def made():
    Special(Store()).read()  #> Store, typing.NewType.__call__, Store.read
    Plain().read()  #> Store, Store.read


class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item


class Bounded[T: Store]:
    item: T

    def use(self):
        self.item.read()  #> Store.read


def identity[T](value: T) -> T:
    return value


def bounded[S: Store](value: S) -> S:
    value.read()  #> Cache.read | Store.read
    return value


def uses(box: Box[Store]):
    box.get().read()  #> Box.get, Store.read
    Box(Store()).get().read()  #> Store, Box | Box.__init__, Box.get, Store.read
    identity(Store()).read()  #> Store, identity, Store.read
    bounded(Cache()).read()  #> Cache, bounded, Cache.read
