"""Annotations that leave a choice, and those that wrap another type."""

from typing import Annotated, ClassVar, Final, Optional, Union


class Store:
    def read(self) -> bytes: return b""


class Cache:
    def read(self) -> bytes: return b""


def optional(store: Optional[Store]):
    store.read()  #> Store.read
    return store  #: None | Store


def bar(store: Store | None):
    store.read()  #> Store.read
    return store  #: None | Store


def union(store: Union[Store, Cache]):
    store.read()  #> Cache.read | Store.read


def either(store: Store | Cache | None):
    store.read()  #> Cache.read | Store.read


def annotated(store: Annotated[Store, "what a framework injects"]):
    store.read()  #> Store.read


def missing_value(store: Store = None):
    store.read()  #> Store.read


def unknown_part(store: Store | Missing):
    store.read()  #> Store.read


class Holder:
    shared: ClassVar[Store]
    fixed: Final[Store] = Store()
    maybe: Store | None = None

    def use(self):
        self.shared.read()  #> Store.read
        self.fixed.read()  #> Store.read
        self.maybe.read()  #> Store.read
