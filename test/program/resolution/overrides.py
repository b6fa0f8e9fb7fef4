"""Methods that a class leaves open: what the project makes of them."""

from abc import ABC, ABCMeta, abstractmethod
from typing import Protocol


class Backend(ABC):
    @abstractmethod
    def read(self) -> bytes: ...

    @property
    @abstractmethod
    def size(self) -> int: ...

    @classmethod
    @abstractmethod
    def open(cls): ...

    def read_twice(self):
        self.read()  #> Backend.read | Disk.read | FastMemory.read | Memory.read
        return self.size  #> Backend.size


class Disk(Backend):
    def read(self) -> bytes: ...

    @property
    def size(self) -> int: ...

    @classmethod
    def open(cls): ...


class Memory(Backend):
    def read(self) -> bytes: ...

    @property
    def size(self) -> int: ...


class FastMemory(Memory):
    def read(self) -> bytes: ...


def any_backend(backend: Backend):
    backend.read()  #> Backend.read | Disk.read | FastMemory.read | Memory.read
    backend.size  #> Backend.size
    backend.open()  #> Backend.open | Disk.open
    backend.read_twice()  #> Backend.read_twice


def one_backend(memory: Memory):
    memory.read()  #> FastMemory.read | Memory.read


def make_backend() -> Backend:
    return Disk()


def known_backend():
    make_backend().read()  #> make_backend, Disk.read
    backend: Backend = Memory()
    backend.read()  #> FastMemory.read | Memory.read


class Holder:
    backend: Backend

    def __init__(self, backend: Backend):
        self.given = backend
        self.made: Backend = Disk()

    def use(self):
        self.backend.read()  #> Backend.read | Disk.read | FastMemory.read | Memory.read
        self.given.read()  #> Backend.read | Disk.read | FastMemory.read | Memory.read
        self.made.read()  #> Backend.read | Disk.read | FastMemory.read | Memory.read


class Old(metaclass=ABCMeta):
    def read(self):
        raise NotImplementedError

    def documented(self):
        """Only says what others do."""
        raise NotImplementedError("sorry")


class New(Old):
    def read(self): ...

    def documented(self): ...


def not_implemented(old: Old):
    old.read()  #> New.read | Old.read
    old.documented()  #> New.documented | Old.documented


class Reader(Protocol):
    def read_all(self) -> bytes: ...


class LooksLikeReader:
    def read_all(self) -> bytes: ...


class SaysItIsReader(Reader):
    def read_all(self) -> bytes: ...


class IsNoReader:
    def read_some(self) -> bytes: ...


class TakesMore:
    def read_all(self, size) -> bytes: ...


class MayTakeMore:
    def read_all(self, size=-1, *, text=False) -> bytes: ...


def structural(reader: Reader):
    reader.read_all()  #> LooksLikeReader.read_all | MayTakeMore.read_all | Reader.read_all | SaysItIsReader.read_all


class Prompt(Protocol):
    def __call__(self, context: dict, *, language: str) -> str: ...


class Renderer:
    def __call__(self, context, **options): ...


class Settings:
    def __call__(self): ...


class InEnglish:
    def __call__(self, context): ...


def callback(prompt: Prompt):
    prompt({}, language="en")  #> Prompt.__call__ | Renderer.__call__


class Concrete:
    def run(self):
        return 1


class Special(Concrete):
    def run(self):
        return 2


def concrete(value: Concrete):
    value.run()  #> Concrete.run
