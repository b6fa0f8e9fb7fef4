"""Inheritance: which of several methods of one name runs."""


class A:
    def __init__(self): ...

    def one(self):
        self.two()  #> A.two | B.two | C.two | E.two

    def two(self): ...


class B(A):
    def __init__(self):
        super().__init__()  #> builtins.super, A.__init__

    def two(self):
        super().two()  #> builtins.super, A.two | C.two


class C(A):
    def two(self):
        super().two()  #> builtins.super, A.two


class D(B, C): ...


class E(D):
    def two(self):
        super(D, self).two()  #> builtins.super, B.two
        A.two(self)  #> A.two


B().one()  #> B | B.__init__, A.one
D().two()  #> B.__init__ | D, B.two
E().two()  #> B.__init__ | E, E.two


class Mixin:
    """Calls what only the class that it is mixed into has."""

    def run(self):
        self.prepare()  #> Base.prepare
        self.missing()  #> ?
        super().run()  #> builtins.super, Base.run


class Base:
    def run(self): return 1

    def prepare(self): ...


class Mixed(Mixin, Base): ...


Mixed().run()  #> Mixed, Mixin.run


class Outer:
    class Inner:
        def run(self): return 1

    def use(self):
        self.Inner().run()  #> Outer.Inner, Outer.Inner.run


class DerivedInner(Outer.Inner): ...


DerivedInner().run()  #> DerivedInner, Outer.Inner.run
Outer.Inner().run()  #> Outer.Inner, Outer.Inner.run


class Classmethods:
    @classmethod
    def make(cls):
        return cls()

    @classmethod
    def make_above(cls):
        return cls.make()  #> Classmethods.make | ClassmethodsBelow.make


class ClassmethodsBelow(Classmethods):
    @classmethod
    def make(cls):
        return super().make()  #> builtins.super, Classmethods.make

    def run(self): return 1


ClassmethodsBelow.make_above().run()  #> Classmethods.make_above, ClassmethodsBelow.run


class Dynamic(unknown_base):
    def run(self):
        self.prepare()  #> Dynamic.prepare
        self.inherited()  #> ?

    def prepare(self): ...
