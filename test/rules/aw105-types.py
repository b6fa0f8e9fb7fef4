# How the type of an object is known: annotations, assignments, containers, results.
import asyncio
import collections
import dataclasses
import typing as t
from collections import OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, Generic, NewType, Optional, Protocol, Self, TypeVar, Union

T = TypeVar("T")


class Store:
    shared: ClassVar["Store"]

    def __init__(self, folder: Path, parent: "Store | None" = None) -> None:
        self.folder = folder
        self.parent = parent
        self._children: dict[str, "Store"] = {}

    def read(self) -> str:
        return (self.folder / "a").read_text()
#              ------------------------------- see AW105: calls `Path.read_text`

    def child(self, name: str) -> "Store":
        return Store(self.folder / name, self)

    def copy(self) -> Self:
        return type(self)(self.folder)

    @classmethod
    def at(cls, path: str) -> "Store":
        return cls(Path(path))

    def __truediv__(self, name: str) -> "Store":
        return self.child(name)

    def __getitem__(self, name: str) -> "Store":
        return self._children[name]

    def __iter__(self) -> Iterator["Store"]:
        return iter(self._children.values())

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *exception: object) -> None: ...


class Empty(Store):
    def read(self) -> str:
        return ""


StoreAlias = Store
StoreName = NewType("StoreName", str)
type StoreType = Store
STORE: Final = Store(Path("a"))
STORES = [Store(Path("a"))]
BY_NAME = {"a": Store(Path("a"))}


async def blocks_by_annotations(
    a: Store,
    b: "Store",
    c: Optional[Store],
    d: Union[Store, None],
    e: Annotated[Store, "note"],
    f: StoreAlias,
    g: t.Optional["Store"] = None,
    *rest: Store,
    **named: Store,
):
    a.read(), b.read(), e.read(), f.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#             ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#                       ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#                                 ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    if c and d and g:
        c.read(), d.read(), g.read()
#       ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#                 ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#                           ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    rest[0].read()
#   ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    named["a"].read()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_by_type_statement(store: StoreType):
    store.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_by_type_variable(store: T, other: "type[Store]"):
    other(Path("a")).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_constants():
    STORE.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    STORES[0].read()
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    BY_NAME["a"].read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_results(store: Store):
    store.child("a").read()
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    store.copy().read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    Store.at("a").child("b").read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    (store / "a").read()
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    store["a"].read()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    store.shared.read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_parent(store: Store):
    if store.parent:
        store.parent.read()
#       ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    if store.parent is not None and store.parent.parent is not None:
        store.parent.parent.read()
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_in_with(store: Store):
    with store as entered:
        entered.read()
#       ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    with Store.at("a") as made:
        made.read()
#       ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_containers(
    a: list[Store], b: tuple[Store, int], c: dict[str, Store], d: set[Store], e: frozenset[Store]
):
    a[0].read()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    b[0].read()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    c["a"].read()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    c.get("a").read()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    a.pop().read()
#   ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in a:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in d:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in e:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    first, number = b
    first.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    head, *tail = a
    head.read()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    tail[0].read()
#   ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    [store.read() for store in a]
#    ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_abstract_containers(
    a: Sequence[Store], b: Iterable[Store], c: Mapping[str, Store], d: Iterator[Store]
):
    a[0].read()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in a:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in b:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    c["a"].read()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in d:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    next(d).read()
#   ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_views(stores: dict[str, Store]):
    for store in stores.values():
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for name, store in stores.items():
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in list(stores.values()):
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    [store.read() for store in stores.values()]
#    ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    stores.pop("a").read()
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    stores.setdefault("a", STORE).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_functions_of_containers(stores: list[Store]):
    for store in reversed(stores):
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in sorted(stores, key=id):
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for index, store in enumerate(stores):
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for one, other in zip(stores, stores):
        one.read()
#       ~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
        other.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in filter(None, stores):
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    max(stores, key=id).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    next(iter(stores)).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    stores.copy()[0].read()
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    (stores + stores)[0].read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    stores[1:][0].read()
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_other_containers(
    a: deque[Store], b: defaultdict[str, Store], c: OrderedDict[str, Store], d: collections.deque
):
    a.popleft().read()
#   ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    a[0].read()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    b["a"].read()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    c["a"].read()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for store in a:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_own_iteration(store: Store):
    for child in store:
        child.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_assignments(flag: bool):
    a = b = Store.at("a")
    a.read(), b.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#             ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    c, d = Store.at("c"), Store.at("d")
    c.read(), d.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
#             ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    e = Store.at("e") if flag else None
    if e:
        e.read()
#       ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    f = None or Store.at("f")
    f.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    if (g := Store.at("g")):
        g.read()
#       ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    h: Store = make_any()
    h.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    [i] = [Store.at("i")]
    i.read()
#   ~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_filled_containers():
    stores = []
    stores.append(Store.at("a"))
    for store in stores:
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    named = {}
    named["a"] = Store.at("a")
    named["a"].read()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    made = [Store.at(name) for name in "abc"]
    made[0].read()
#   ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    by_name = {name: Store.at(name) for name in "abc"}
    by_name["a"].read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


def make_any() -> Any: ...


def make():
    return Store.at("a")


def make_several():
    return Store.at("a"), 1


def make_one_of(flag):
    if flag:
        return Empty(Path("a"))
    return Store(Path("a"))


def make_generator():
    yield Store.at("a")


async def make_later() -> Store:
    return Store.at("a")


def identity(value: T) -> T:
    return value


def first_of(values: Iterable[T]) -> T:
    return next(iter(values))


def maker() -> Callable[[], Store]:
    return make


async def blocks_through_functions():
    make().read()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    store, _ = make_several()
    store.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    make_several()[0].read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    for made in make_generator():
        made.read()
#       ~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    (await make_later()).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    later = await make_later()
    later.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    awaited = await asyncio.gather(make_later(), make_later())
    awaited[0].read()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    task = asyncio.create_task(make_later())
    (await task).read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    (await asyncio.wait_for(make_later(), 1)).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    (await asyncio.to_thread(make)).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_generic_functions(store: Store):
    identity(store).read()
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    first_of([store]).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    maker()().read()
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_one_of_several(flag: bool):
    make_one_of(flag).read()
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value


async def blocks_through_generic_class(box: Box[Store]):
    box.get().read()
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    box.value.read()
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    Box(STORE).get().read()
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


@dataclasses.dataclass
class Owner:
    store: Store
    others: list[Store] = dataclasses.field(default_factory=list)
    maker: Callable[[], Store] = make

    async def blocks_through_fields(self):
        self.store.read()
#       ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
        for store in self.others:
            store.read()
#           ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
        self.maker().read()
#       ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file

    async def blocks_after_await(self):
        store = self.store
        await asyncio.sleep(0)
        store.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


class Lazy:
    _store = None

    def __init__(self):
        self._other = None
        self._by_name = {}
        self._callbacks = []

    def get(self):
        if self._store is None:
            self._store = Store.at("a")
        return self._store

    def open(self):
        self._other = Store.at("b")

    def add(self, name):
        self._by_name[name] = Store.at(name)
        self._callbacks.append(self.open_and_read)

    def open_and_read(self):
        return Store.at("a").read()
#              -------------------- see AW105: calls `Store.read`

    async def blocks_through_lazy_attribute(self):
        self.get().read()
#       ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file

    async def blocks_through_attribute_set_elsewhere(self):
        self._other.read()
#       ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file

    async def blocks_through_filled_attribute(self):
        self._by_name["a"].read()
#       ~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file

    async def blocks_through_kept_callbacks(self):
        for callback in self._callbacks:
            callback()
#           ~~~~~~~~~~ AW105: Blocks the event loop: `Lazy.open_and_read` → `Store.read` → `Path.read_text` reads or writes a file


async def blocks_after_isinstance(value: object, other: Any):
    if isinstance(value, Store):
        value.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    if isinstance(other, (Store, int)):
        other.read()
#       ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
    assert isinstance(value, Store)
    value.read()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_after_match(value: object):
    match value:
        case Store() as store:
            store.read()
#           ~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file
        case Box(value=Store() as inner):
            inner.read()  # FIXME missed alarm: patterns inside patterns


async def blocks_through_getattr(store: Store):
    getattr(store, "read")()
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


class Kind(Enum):
    A = "a"

    def load(self):
        return Path(self.value).read_text()
#              ---------------------------- see AW105: calls `Path.read_text`


async def blocks_through_enum(kind: Kind):
    kind.load()
#   ~~~~~~~~~~~ AW105: Blocks the event loop: `Kind.load` → `Path.read_text` reads or writes a file
    Kind.A.load()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Kind.load` → `Path.read_text` reads or writes a file
    for each in Kind:
        each.load()
#       ~~~~~~~~~~~ AW105: Blocks the event loop: `Kind.load` → `Path.read_text` reads or writes a file


class Reads(Protocol):
    def read(self) -> str: ...


async def blocks_through_protocol(store: Reads):
    store.read()
#   ~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_callable(make_store: Callable[[], Store], read: Callable[[Store], str] = Store.read):
    make_store().read()
#   ~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_super():
    class Loud(Store):
        def read(self) -> str:
            return super().read().upper()
#                  -------------- see AW105: calls `Store.read`

    Loud(Path("a")).read()
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Loud.read` → `Store.read` → `Path.read_text` reads or writes a file


async def blocks_through_inner_function(store: Store):
    def inner(other=store):
        return other.read(), store.read()
#              ------------ see AW105: calls `Store.read`

    inner()
#   ~~~~~~~ AW105: Blocks the event loop: `blocks_through_inner_function.inner` → `Store.read` → `Path.read_text` reads or writes a file


# Silent.


async def reads_empty(store: Empty):
    store.read()


async def reads_empty_made_here():
    store = Empty(Path("a"))
    store.read()


async def reads_empty_in_list(stores: list[Empty]):
    stores[0].read()


async def reads_after_assignment():
    store = Store(Path("a"))
    store = Empty(Path("a"))
    store.read()


async def reads_empty_after_isinstance(store: Store):
    if isinstance(store, Empty):
        return store.read()


async def reads_unknown(store, other: Any, third: T):
    store.read()
    other.read()
    third.read()


async def reads_mock():
    from unittest.mock import AsyncMock

    store = AsyncMock(spec=Store)
    await store.read()


async def compares_types(store: Store):
    return type(store), store.read, Store.read
