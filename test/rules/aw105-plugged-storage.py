"""What is loaded once at the first call says less than what is written every time, though that be less sure."""

import importlib
from abc import ABC, abstractmethod


class Storage(ABC):
    @abstractmethod
    def save(self, text: str) -> None: ...


class FileStorage(Storage):
    def save(self, text: str) -> None:
        with open("memory", "w") as f:
#            ------------------- see AW105: calls `open`
            f.write(text)


def storage() -> Storage:
    return importlib.import_module("plugins.storage").make()


def finish(text):
    return storage().save(text)
#          -------------------- see AW105: calls `FileStorage.save`


async def blocks_behind_an_abstract_method(text):
    finish(text)
#   ~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `finish` → `FileStorage.save` → `open` reads or writes a file


# Silent.


async def only_loads():
    storage()
