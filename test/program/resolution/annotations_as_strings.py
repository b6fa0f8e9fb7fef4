"""Annotations that are strings, in whole or in part."""

from __future__ import annotations

import typing as t
from typing import Literal, Optional


def whole(store: "Store"):
    store.read()  #> Store.read


def part(store: Optional["Store"], stores: "list[Store]"):
    store.read()  #> Store.read
    stores[0].read()  #> Store.read


def nested(stores: "dict[str, 'Store']"):
    stores["a"].read()  #> Store.read


def defined_below(store: Store) -> Store:
    return store


def returned():
    defined_below(Store()).read()  #> Store, defined_below, Store.read


def literal(mode: Literal["Store"]):
    mode.read()  #> ?


def cast_to_string(value):
    t.cast("Store", value).read()  #> typing.cast, Store.read
    t.cast(Store, value).read()  #> typing.cast, Store.read


class Store:
    def read(self) -> bytes: return b""

    def itself(self) -> Store:
        return self

    def chain(self):
        self.itself().itself().read()  #> Store.itself, Store.itself, Store.read
