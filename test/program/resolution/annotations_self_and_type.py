"""`Self`, `type[X]`, and type variables that stand for the receiver."""

from typing import Self, Type, TypeVar

T = TypeVar("T")
S = TypeVar("S", bound="Base")


class Base:
    def chained(self) -> Self: ...

    def old_chained(self: S) -> S: ...

    @classmethod
    def made(cls) -> Self: ...

    @classmethod
    def old_made(cls: type[S]) -> S: ...

    def run(self): return 1


class Derived(Base):
    def run(self): return 1


Derived().chained().run()  #> Derived, Base.chained, Derived.run
Derived().old_chained().run()  #> Derived, Base.old_chained, Derived.run
Derived.made().run()  #> Base.made, Derived.run
Derived.old_made().run()  #> Base.old_made, Derived.run


def from_class(cls: type[Derived]):
    cls().run()  #> Derived, Derived.run
    cls.made().run()  #> Base.made, Derived.run


def from_old_class(cls: Type[Derived]):
    cls().run()  #> Derived, Derived.run


def from_one_of_several(cls: type[Base] | type[Derived]):
    cls().run()  #> Base | Derived, Base.run | Derived.run


def create(cls: type[T]) -> T:
    return cls()


create(Derived).run()  #> create, Derived.run


def bounded(value: S) -> S:
    value.run()  #> Base.run | Derived.run
    return value


bounded(Derived()).run()  #> Derived, bounded, Derived.run


def type_of(value: Derived):
    type(value)().run()  #> builtins.type, Derived, Derived.run
    value.__class__().run()  #> Derived, Derived.run
