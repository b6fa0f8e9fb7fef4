import json
from pathlib import Path
from typing import Any, NamedTuple, Protocol


class Store(Protocol):
    def read(self, key: str) -> Any: ...

    def write(self, key: str, value: Any) -> None: ...


class Entry(NamedTuple):
    path: Path

    def text(self) -> str:
        return self.path.read_text()
#              --------------------- see AW105: calls `Path.read_text`


class FileStore:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entry(self, key: str) -> Entry:
        return Entry(self._folder / key)

    def read(self, key: str) -> Any:
        return json.loads(self.entry(key).text())
#                         ---------------------- see AW105: calls `Entry.text`

    def write(self, key: str, value: Any) -> None:
        with (self._folder / key).open("w") as file:
#            ------------------------------ see AW105: calls `Path.open`
            json.dump(value, file)

    def keys(self):
        return [path.name for path in self._folder.iterdir()]
#                                     ---------------------- see AW106: calls `Path.iterdir`


class MemoryStore:
    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def read(self, key: str) -> Any:
        return self._values.get(key)

    def write(self, key: str, value: Any) -> None:
        self._values[key] = value
