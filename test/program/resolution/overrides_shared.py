"""Many classes that share what they make of a method are no more than one implementation."""

from abc import ABC, abstractmethod


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
