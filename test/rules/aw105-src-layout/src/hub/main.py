import asyncio
from typing import Any, Iterable, Union

from hub import config
from hub.config import Config, get_config
from hub.storage.files import FileStore, MemoryStore, Store


class Hub:
    store: Store
    config: Config

    def __init__(self, store: FileStore) -> None:
        self.store = store
        self.config = get_config()

    async def blocks_through_attribute(self) -> Any:
        return self.config.save()
#              ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Config.save` → `FileStore.write` → `Path.open` reads or writes a file

    async def blocks_through_protocol(self) -> Any:
        return self.store.read("a")
#              ~~~~~~~~~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `FileStore.read` → `Entry.text` → `Path.read_text` reads or writes a file


async def blocks_through_class_method() -> Config:
    return Config.load()
#          ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Config.load` → `Path.read_text` reads or writes a file


async def blocks_through_cached_function() -> Config:
    return config.get_config()
#          ~~~~~~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `get_config` → `Config.load` → `Path.read_text` reads or writes a file


async def blocks_through_post_init(folder) -> Config:
    return Config(folder)
#          ~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Config.__post_init__` → `Path.mkdir` asks the file system


async def blocks_through_named_tuple(store: FileStore) -> str:
    return store.entry("a").text()
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Entry.text` → `Path.read_text` reads or writes a file


async def blocks_through_union(store: Union[FileStore, MemoryStore]) -> Any:
    return store.read("a")
#          ~~~~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `FileStore.read` → `Entry.text` → `Path.read_text` reads or writes a file


async def blocks_through_several(stores: Iterable[FileStore]) -> list[Any]:
    return [key for store in stores for key in store.keys()]
#                                              ~~~~~~~~~~~~ AW106: Blocks the event loop: `FileStore.keys` → `Path.iterdir` asks the file system


async def blocks_through_mapping(stores: dict[str, FileStore]) -> None:
    for name, store in stores.items():
        store.write(name, 1)
#       ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `FileStore.write` → `Path.open` reads or writes a file


async def blocks_after_narrowing(store: object) -> Any:
    if isinstance(store, FileStore):
        return store.read("a")
#              ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `FileStore.read` → `Entry.text` → `Path.read_text` reads or writes a file


async def reads_memory(store: MemoryStore) -> Any:
    return store.read("a")


async def reads_memory_after_narrowing(store: Union[FileStore, MemoryStore]) -> Any:
    if isinstance(store, MemoryStore):
        return store.read("a")


async def offloads(store: FileStore) -> Any:
    return await asyncio.to_thread(store.read, "a")


def main() -> None:
    get_config()
    asyncio.run(offloads(FileStore(config.PATH)))
