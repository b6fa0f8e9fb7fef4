"""Generic classes and functions: what their arguments say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Dict, Generic, List, Tuple, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Store:
    def read(self) -> bytes: return b""


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item


class Shelf(Box[Store]): ...


class Drawer(Box[T]):
    def first(self) -> T: ...


def from_annotation(box: Box[Store]):
    box.get().read()  #> Box.get, Store.read
    box.item.read()  #> Store.read


def from_constructor():
    Box(Store()).get().read()  #> Store, Box | Box.__init__, Box.get, Store.read
    Box(Store()).item.read()  #> Store, Box | Box.__init__, Store.read


def from_subscripted_constructor():
    Box[Store](object()).get().read()  #> builtins.object, Box | Box.__init__, Box.get, Store.read


def from_base(shelf: Shelf, drawer: Drawer[Store]):
    shelf.get().read()  #> Box.get, Store.read
    drawer.first().read()  #> Drawer.first, Store.read
    drawer.get().read()  #> Box.get, Store.read


def elements(
    stores: list[Store],
    old: List[Store],
    by_name: dict[str, Store],
    old_by_name: Dict[str, Store],
    pair: tuple[Store, int],
    many: tuple[Store, ...],
    old_pair: Tuple[int, Store],
    some: Iterable[Store],
    row: Sequence[Store],
    mapped: Mapping[str, Store],
):
    stores[0].read()  #> Store.read
    old[0].read()  #> Store.read
    by_name["a"].read()  #> Store.read
    by_name.get("a").read()  #> builtins.dict.get, Store.read
    old_by_name["a"].read()  #> Store.read
    pair[0].read()  #> Store.read
    many[0].read()  #> Store.read
    old_pair[1].read()  #> Store.read
    row[0].read()  #> typing.Sequence.__getitem__, Store.read
    mapped["a"].read()  #> typing.Mapping.__getitem__, Store.read
    stores.pop().read()  #> builtins.list.pop, Store.read
    for store in some:  #: Store
        store.read()  #> Store.read
    for name, value in by_name.items():
        value.read()  #> Store.read
    for value in mapped.values():
        value.read()  #> Store.read
    for index, value in enumerate(stores):
        value.read()  #> Store.read
    for left, right in zip(stores, many):
        right.read()  #> Store.read
    next(iter(stores)).read()  #> builtins.iter, builtins.next | typing.Iterator.__iter__ | typing.Iterator.__next__, Store.read
    sorted(stores, key=len)[0].read()  #> builtins.list.__iter__ | builtins.sorted | typing.Iterator.__next__, Store.read
    max(stores).read()  #> builtins.list.__iter__ | builtins.max | typing.Iterator.__next__, Store.read
    list(reversed(stores))[0].read()  #> builtins.reversed, builtins.list | typing.Iterator.__iter__ | typing.Iterator.__next__, Store.read
    [*stores][0].read()  #> builtins.list.__iter__ | typing.Iterator.__next__, Store.read
    stores.copy()[0].read()  #> builtins.list.copy, Store.read
    stores[1:][0].read()  #> Store.read


def first(items: Iterable[T]) -> T: ...


def swap(pair: tuple[T, K]) -> tuple[K, T]: ...


def from_arguments(stores: list[Store]):
    first(stores).read()  #> first, Store.read
    first([Store()]).read()  #> Store, first, Store.read
    a, b = swap((Store(), 1))
    b.read()  #> Store.read
