"""Many classes that share what they make of a method are no more than one implementation."""

from abc import ABC, abstractmethod
from typing import Protocol


class Reader(ABC):
    @abstractmethod
    def read(self): ...


class FileReader(Reader):
    def read(self): ...


class Reader0(FileReader): ...


class Reader1(FileReader): ...


class Reader2(FileReader): ...


class Reader3(FileReader): ...


class Reader4(FileReader): ...


class Reader5(FileReader): ...


class Reader6(FileReader): ...


class Reader7(FileReader): ...


class Reader8(FileReader): ...


class Reader9(FileReader): ...


class Reader10(FileReader): ...


class Reader11(FileReader): ...


class Reader12(FileReader): ...


def any_reader(reader: Reader):
    reader.read()  #> FileReader.read | Reader.read


class Callback(Protocol):
    """What is called: a protocol that is but a signature."""

    def __call__(self, order_id): ...


class Wrapper:
    def __call__(self, *args, **kwargs): ...


class Decorator:
    def __call__(self, function): ...


class Billing:
    def __call__(self, order_id, currency=None): ...


def any_callback(callback: Callback):
    callback(1)  #> Billing.__call__ | Callback.__call__
