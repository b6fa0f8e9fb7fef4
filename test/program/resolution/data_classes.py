"""Classes whose constructor and attributes are made from their fields."""

import typing
from collections import namedtuple
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypedDict


class Store:
    def read(self) -> bytes: return b""


@dataclass
class Config:
    store: Store
    spare: Store | None = None
    stores: list[Store] = field(default_factory=list)

    def __post_init__(self):
        self.extra = Store()

    def use(self):
        self.store.read()  #> Store.read
        self.spare.read()  #> Store.read
        self.stores[0].read()  #> Store.read
        self.extra.read()  #> Store.read


def dataclasses():
    Config(Store())  #> Store, Config | Config.__post_init__
    Config(Store()).store.read()  #> Store, Config | Config.__post_init__, Store.read


class Pair(NamedTuple):
    left: Store
    right: int

    def use(self):
        self.left.read()  #> Store.read


def named_tuples(pair: Pair):
    pair.left.read()  #> Store.read
    pair[0].read()  #> Pair.__getitem__, Store.read
    left, right = pair
    left.read()  #> Store.read
    pair._replace(right=1).left.read()  #> Pair._replace, Store.read


Loose = namedtuple("Loose", "left right")
Typed = typing.NamedTuple("Typed", [("left", Store)])


def loose_tuples(loose: Loose, typed: Typed):
    loose.left.read()  #> ?
    typed.left.read()  #> ?


class Options(TypedDict):
    store: Store
    name: str


def typed_dicts(options: Options):
    options["store"].read()  #> Store.read
    options.get("store").read()  #> typing.TypedDict().get, typing.TypedDict().get().read


class Kind(Enum):
    A = "a"
    B = Store()

    def run(self): return 1

    @classmethod
    def parse(cls, text):
        return cls(text)


def enumerations():
    Kind.A.run()  #> Kind.run
    Kind("a").run()  #> Kind, Kind.run
    Kind["A"].run()  #> Kind.run
    Kind.parse("a").run()  #> Kind.parse, Kind.run
    Kind.B.value.read()  #> Kind.value, ?
    Kind.A.value  #: unknown
    Kind.A.name  #: builtins.str
    for kind in Kind:
        kind.run()  #> Kind.run
    list(Kind)[0].run()  #> builtins.list, Kind.run
