"""Instances, from where they are made to where they are used."""

import queue


class Store:
    def read(self) -> bytes: return b""


class Cache(Store):
    def read(self) -> bytes: return b""


STORE = Store()
LATE = None
FIRST, SECOND = Store(), Cache()


def locals_():
    store = Store()
    store.read()  #> Store.read
    a = b = Store()
    b.read()  #> Store.read
    a, b = Store(), Cache()
    b.read()  #> Cache.read
    store = Cache()
    store.read()  #> Cache.read


def branches(flag):
    if flag:
        store = Store()
    else:
        store = Cache()
    store.read()  #> Cache.read | Store.read
    other = Store() if flag else Cache()
    other.read()  #> Cache.read | Store.read
    third = None or Store()
    third.read()  #> Store.read


def module_constants():
    STORE.read()  #> Store.read
    FIRST.read()  #> Store.read
    SECOND.read()  #> Cache.read


def start():
    global LATE
    LATE = Store()


def module_singleton():
    LATE.read()  #> Store.read


class Holder:
    shared = Store()

    def __init__(self, given: Store, untyped):
        self.made = Cache()
        self.given = given
        self.untyped = untyped
        self.maybe = None
        self.queue = queue.Queue()

    def connect(self):
        self.maybe = Store()

    def use(self):
        self.shared.read()  #> Store.read
        self.made.read()  #> Cache.read
        self.given.read()  #> Store.read
        self.untyped.read()  #> ?
        self.maybe.read()  #> Store.read
        self.queue.get()  #> queue.Queue.get


class Below(Holder):
    def use(self):
        self.made.read()  #> Cache.read


def from_outside(holder: Holder):
    holder.made.read()  #> Cache.read
    Holder(Store(), Cache()).made.read()  #> Store, Cache, Holder | Holder.__init__, Cache.read
    Holder.shared.read()  #> Store.read


class Given:
    """What an untyped parameter is, the caller says."""

    def __init__(self, store, reader=None):
        self.store = store
        self.reader = reader

    def use(self):
        self.store.read()  #> Store.read
        self.reader()  #> ?


class GivenBelow(Given):
    def __init__(self, store):
        super().__init__(store, store.read)


def gives():
    Given(Store()).use()  #> Store, Given | Given.__init__, Given.use
    Given(Store()).store.read()  #> Store, Given | Given.__init__, Store.read
    given = Given(Cache(), reader=start)
    given.reader()  #> start
    GivenBelow(Cache()).store.read()  #> Cache, GivenBelow | GivenBelow.__init__, Cache.read
    GivenBelow(Cache()).reader()  #> Cache, GivenBelow | GivenBelow.__init__, Cache.read


class Singleton:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)  #> builtins.super, builtins.object.__new__
        return cls._instance

    @classmethod
    def instance(cls):
        if cls._instance is None:
            cls._instance = cls()  #> Singleton | Singleton.__new__
        return cls._instance

    def read(self): return b""


def singletons():
    Singleton().read()  #> Singleton | Singleton.__new__, Singleton.read
    Singleton.instance().read()  #> Singleton.instance, Singleton.read


class Coordinator:
    def refresh(self):
        return 1


class FastCoordinator(Coordinator):
    def race(self):
        return 1


class Entity:
    def __init__(self, coordinator: Coordinator):
        self.coordinator = coordinator


class FastEntity(Entity):
    """What it hands on is more than the one above asks for."""

    def __init__(self, coordinator: FastCoordinator, name):
        super().__init__(coordinator)
        self.name = name

    def use(self):
        self.coordinator.race()  #> FastCoordinator.race
        self.coordinator.refresh()  #> Coordinator.refresh


class FasterEntity(FastEntity):
    def use(self):
        self.coordinator.race()  #> FastCoordinator.race
