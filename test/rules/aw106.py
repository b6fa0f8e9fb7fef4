# AW106 blocking-file-metadata
import asyncio
import glob
import os
import os.path as osp
import shutil
import tempfile
from os.path import exists, join
from pathlib import Path, PurePath

BASE = Path(__file__).parent
DATA = BASE / "data"


async def blocks(path):
    os.path.exists(path)
#   ~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.exists` asks the file system
    os.path.isfile(path)
#   ~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.isfile` asks the file system
    os.path.getsize(path)
#   ~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.getsize` asks the file system
    os.stat(path)
#   ~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.stat` asks the file system
    os.listdir(path)
#   ~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.listdir` asks the file system
    os.makedirs(path, exist_ok=True)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.makedirs` asks the file system
    os.remove(path)
#   ~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.remove` asks the file system
    os.rename(path, "b")
#   ~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.rename` asks the file system
    os.access(path, os.R_OK)
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.access` asks the file system
    os.chmod(path, 0o600)
#   ~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.chmod` asks the file system


async def blocks_by_other_names(path):
    exists(path)
#   ~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.exists` asks the file system
    osp.isdir(path)
#   ~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.isdir` asks the file system


async def blocks_through_path(path: Path):
    path.exists()
#   ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.exists` asks the file system
    path.is_file()
#   ~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.is_file` asks the file system
    path.is_dir()
#   ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.is_dir` asks the file system
    path.stat()
#   ~~~~~~~~~~~ AW106: Blocks the event loop: `Path.stat` asks the file system
    path.mkdir(parents=True, exist_ok=True)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.mkdir` asks the file system
    path.unlink(missing_ok=True)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.unlink` asks the file system
    path.rename("b")
#   ~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.rename` asks the file system
    path.resolve()
#   ~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.resolve` asks the file system
    path.touch()
#   ~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.touch` asks the file system
    path.rmdir()
#   ~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.rmdir` asks the file system


async def blocks_through_constant():
    return DATA.exists(), (DATA / "a").is_file(), (BASE.parent / "b").resolve().exists()
#          ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.exists` asks the file system
#                         ~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.is_file` asks the file system
#                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.resolve` asks the file system
#                                                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.exists` asks the file system


async def blocks_in_iteration(path: Path):
    for entry in path.iterdir():
#                ~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.iterdir` asks the file system
        print(entry)
    for entry in path.rglob("*.py"):
#                ~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.rglob` asks the file system
        print(entry)
    return [entry.name for entry in os.scandir(path)]
#                                   ~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.scandir` asks the file system


async def blocks_through_walk(path):
    for folder, _, names in os.walk(path):
#                           ~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.walk` asks the file system
        print(folder, names)


async def blocks_through_glob(path):
    return glob.glob(join(path, "*.py")), list(glob.iglob("*.py"))
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `glob.glob` asks the file system
#                                              ~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `glob.iglob` asks the file system


async def blocks_through_disk_usage(path):
    return shutil.disk_usage(path), shutil.which("git")
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `shutil.disk_usage` asks the file system
#                                   ~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `shutil.which` asks the file system


async def blocks_through_temporary_folder():
    return tempfile.mkdtemp(), tempfile.gettempdir()
#          ~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `tempfile.mkdtemp` asks the file system
#                              ~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `tempfile.gettempdir` asks the file system


class Cache:
    def __init__(self, folder: str):
        self.folder = Path(folder)
        self.folder.mkdir(exist_ok=True)
#       -------------------------------- see AW106: calls `Path.mkdir`

    def path_of(self, key):
        return self.folder / key

    def __contains__(self, key):
        return self.path_of(key).exists()

    def has(self, key):
        return self.path_of(key).exists()
#              -------------------------- see AW106: calls `Path.exists`

    async def get(self, key):
        if not self.has(key):
#              ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Cache.has` → `Path.exists` asks the file system
            return None
        return key

    async def prune(self):
        for path in self.folder.iterdir():
#                   ~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.iterdir` asks the file system
            path.unlink()
#           ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.unlink` asks the file system


async def blocks_through_constructor():
    return Cache("a")
#          ~~~~~~~~~~ AW106: Blocks the event loop: `Cache.__init__` → `Path.mkdir` asks the file system


async def blocks_in_condition(path):
    return path if os.path.exists(path) else None
#                  ~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `os.path.exists` asks the file system


async def blocks_in_sort_key(paths: list[Path]):
    return sorted(paths, key=lambda path: path.stat().st_mtime)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `blocks_in_sort_key.<lambda>` → `Path.stat` asks the file system
#                                         ----------- see AW106: calls `Path.stat`


# FIXME missed alarm: `filter` calls
async def blocks_in_filter(paths):
    return list(filter(os.path.exists, paths))


# FIXME missed alarm: `map` calls
async def blocks_in_unbound_method(paths: list[Path]):
    return list(map(Path.exists, paths))


# Silent.


async def only_computes(path):
    os.path.join(path, "a")
    os.path.basename(path)
    os.path.splitext(path)
    os.path.dirname(path)
    os.path.normpath(path)
    os.fspath(path)
    PurePath(path).name
    Path(path).relative_to("/")
    return Path(path).parts, Path(path) / "b", Path(path).is_absolute(), Path(path).joinpath("a")


async def only_asks_the_process():
    os.getpid()
    os.environ.get("HOME")
    os.getenv("HOME")
    os.cpu_count()
    Path.home(), Path.cwd(), os.getcwd(), os.path.expanduser("~")
    return os.urandom(8)


async def offloads(path: Path):
    await asyncio.to_thread(path.exists)
    await asyncio.to_thread(os.makedirs, path, exist_ok=True)
    await asyncio.to_thread(lambda: [entry.name for entry in path.iterdir()])


async def asks_scanned_entry(entry: os.DirEntry):
    return entry.name, entry.path


class Registry:
    def exists(self, name):
        return name

    def stat(self):
        return 1


async def calls_other_exists(registry: Registry):
    return registry.exists("a"), registry.stat()
