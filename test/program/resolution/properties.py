"""Attributes that run code when they are read or set."""

import functools
from functools import cached_property


class Store:
    def read(self) -> bytes: return b""


class Config:
    @property
    def store(self):
        return Store()

    @property
    def typed(self) -> Store: ...

    @typed.setter
    def typed(self, value): ...

    @typed.deleter
    def typed(self): ...

    @cached_property
    def cached(self):
        return Store()

    @functools.cached_property
    def cached_too(self) -> Store: ...

    def _get(self):
        return Store()

    def _set(self, value): ...

    made = property(_get, _set)

    @staticmethod
    def static(): ...

    def use(self):
        self.store.read()  #> Config.store, Store.read
        self.typed = 1  #> Config.typed


class Below(Config):
    @property
    def store(self):
        return super().store  #> builtins.super, Config.store

    @Config.typed.setter
    def typed(self, value): ...


def reads(config: Config):
    config.store  #> Config.store
    config.store.read()  #> Config.store, Store.read
    config.typed.read()  #> Config.typed, Store.read
    config.cached.read()  #> Config.cached, Store.read
    config.cached_too.read()  #> Config.cached_too, Store.read
    config.made.read()  #> Config._get, Store.read
    Config.store  #> nothing


def sets(config: Config):
    config.typed = 1  #> Config.typed
    config.made = 1  #> Config._set
    config.typed += 1  #> Config.typed, Config.typed
    del config.typed  #> Config.typed


def below(config: Below):
    config.store.read()  #> Below.store, Store.read
    config.typed = 1  #> Below.typed
    config.typed  #> Config.typed


class Lazy:
    """A descriptor that calls what it is made with."""

    def __init__(self, make):
        self.make = make

    def __get__(self, instance, owner=None):
        return self.make(instance)  #> Described.<lambda>

    def __set__(self, instance, value): ...


class lazy_property:
    def __init__(self, fget):
        self.fget = fget

    def __get__(self, instance, owner):
        return self.fget(instance)  #> ?


class Typed:
    def __get__(self, instance, owner) -> Store: ...


class Described:
    lazy = Lazy(lambda self: Store())
    typed = Typed()

    @lazy_property
    def decorated(self):
        return Store()

    def use(self):
        self.lazy.read()  #> Lazy.__get__, Store.read
        self.typed.read()  #> Typed.__get__, Store.read
        self.decorated.read()  #> Described.decorated, Store.read
        self.lazy = 1  #> Lazy.__set__
