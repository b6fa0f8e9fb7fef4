"""Names that code replaces from outside."""

import pkg.core
from pkg.core import Store


def fake(): ...


def fake_method(self): ...


pkg.core.make = fake
Store.added = fake_method


def patched(store: Store):
    pkg.core.make()  #> fake | pkg.core.make
    store.added()  #> fake_method


def uses(store: Store):
    store.read = fake
    store.read()  #> fake
