# AW105 blocking-file-io
import asyncio
import base64
import configparser
import csv
import fileinput
import gzip
import io
import json
import logging
import logging.config
import os
import pickle
import shelve
import shutil
import sys
import tarfile
import tempfile
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from contextlib import nullcontext
from io import BytesIO, StringIO
from pathlib import Path

import aiofiles
import anyio
import pandas as pd
import yaml
from PIL import Image

CONFIG = Path("config.toml")
log = logging.getLogger(__name__)


# Direct. What is done with a file inside its `with` is part of the same finding.


async def blocks(path):
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        return file.read()


async def blocks_in_each_call(path):
    file = open(path, "w")
#          ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
    file.write("a")
#   ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `TextIOWrapper.write` reads or writes a file
    file.writelines(["a"])
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `TextIOWrapper.writelines` reads or writes a file
    file.flush()
#   ~~~~~~~~~~~~ AW105: Blocks the event loop: `TextIOWrapper.flush` reads or writes a file
    file.close()


async def blocks_in_iteration(path):
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        for line in file:
            print(line)


async def blocks_in_comprehension(path):
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        return [line.strip() for line in file]


async def blocks_through_path(folder):
    path = Path(folder) / "a.txt"
    path.read_text()
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file
    path.read_bytes()
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_bytes` reads or writes a file
    path.write_text("a")
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.write_text` reads or writes a file
    path.write_bytes(b"a")
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.write_bytes` reads or writes a file
    with path.open() as file:
#        ~~~~~~~~~~~ AW105: Blocks the event loop: `Path.open` reads or writes a file
        return file.readline()


async def blocks_through_constant():
    return CONFIG.read_text()
#          ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file


async def blocks_through_derived_path():
    return CONFIG.with_suffix(".json").read_text(), CONFIG.parent.joinpath("a").read_bytes()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file
#                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_bytes` reads or writes a file


async def blocks_through_path_argument(path: Path):
    return path.read_text()
#          ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file


async def blocks_through_path_or_none(path: Path | None):
    return path.read_text() if path else ""
#          ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file


async def blocks_through_path_or_text(path: "str | Path"):
    return Path(path).read_text()
#          ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file


async def blocks_in_loop_over_paths(folder: Path):
    for path in folder.iterdir():
#               ~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.iterdir` asks the file system
        path.read_text()
#       ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file
    return [path.read_text() for path in sorted(folder.glob("*.txt"))]
#           ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file
#                                               ~~~~~~~~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.glob` asks the file system


async def blocks_through_parser(path):
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        json.load(file)
    with open(path, "rb") as file:
#        ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        tomllib.load(file)
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        yaml.safe_load(file)
    with open(path, "rb") as file:
#        ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        pickle.load(file)


async def blocks_through_writer(path, value):
    with open(path, "w") as file:
#        ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        json.dump(value, file)
    with open(path, "w", newline="") as file:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        csv.writer(file).writerow([value])


async def blocks_through_reader(path):
    with open(path, newline="") as file:
#        ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        for row in csv.reader(file):
            print(row)
        return list(csv.DictReader(file))


async def blocks_through_configuration(path):
    parser = configparser.ConfigParser()
    parser.read(path)
#   ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `RawConfigParser.read` reads or writes a file
    with open(path, "w") as file:
#        ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        parser.write(file)


async def blocks_through_xml(path):
    return ET.parse(path)
#          ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `ElementTree.parse` reads or writes a file


async def blocks_through_archive(path):
    with zipfile.ZipFile(path) as archive:
#        ~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `zipfile.ZipFile` reads or writes a file
        archive.extractall("out")
        archive.read("a")
    with tarfile.open(path) as archive:
#        ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `TarFile.open` reads or writes a file
        archive.extractall("out")
    with gzip.open(path) as file:
#        ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `gzip.open` reads or writes a file
        file.read()


async def blocks_through_shutil(path):
    shutil.copy(path, "b")
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `shutil.copy` reads or writes a file
    shutil.copytree(path, "b")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `shutil.copytree` reads or writes a file
    shutil.move(path, "b")
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `shutil.move` reads or writes a file
    shutil.make_archive("a", "zip", path)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `shutil.make_archive` reads or writes a file


async def blocks_through_temporary_file():
    with tempfile.NamedTemporaryFile() as file:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `tempfile.NamedTemporaryFile` reads or writes a file
        file.write(b"a")
    with tempfile.TemporaryDirectory() as folder:
#        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `TemporaryDirectory.__exit__` reads or writes a file
        return folder


async def blocks_through_shelf(path):
    with shelve.open(path) as shelf:
#        ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `shelve.open` reads or writes a file
        shelf["a"] = 1


async def blocks_through_os(path):
    descriptor = os.open(path, os.O_RDONLY)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `os.open` reads or writes a file
    os.read(descriptor, 10)
#   ~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `os.read` reads or writes a file
    os.write(descriptor, b"a")
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `os.write` reads or writes a file
    os.fsync(descriptor)
#   ~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `os.fsync` reads or writes a file


async def blocks_through_logging_set_up(path):
    logging.config.fileConfig(path)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `logging.config.fileConfig` reads or writes a file
    logging.FileHandler(path)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `logging.FileHandler` reads or writes a file


async def blocks_through_table(path):
    frame = pd.read_csv(path)
#           ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `pandas.read_csv` reads or writes a file
    frame.to_parquet(path)
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105 (likely): Blocks the event loop: `DataFrame.to_parquet` reads or writes a file


async def blocks_through_image(path):
    Image.open(path).save("b.png")
#   ~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Image.open` reads or writes a file
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Image.save` reads or writes a file


async def blocks_through_inputs():
    for line in fileinput.input():
#               ~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `FileInput.__next__` reads or writes a file
        print(line)


# Behind the project's own code.


def load(path):
    with open(path) as file:
#        ---------- see AW105: calls `open`
        return json.load(file)


def parse(file):
    return json.load(file)


def save(value, path=CONFIG):
    path.write_text(json.dumps(value))
#   ---------------------------------- see AW105: calls `Path.write_text`


class Settings:
    def __init__(self, path="settings.json"):
        self.path = Path(path)
        self.values = load(path)
#                     ---------- see AW105: calls `load`

    @classmethod
    def default(cls):
        return cls()
#              ----- see AW105: calls `Settings.__init__`

    @property
    def text(self):
        return self.path.read_text()
#              --------------------- see AW105: calls `Path.read_text`

    def __getattr__(self, name):
        return load(name)
#              ---------- see AW105: calls `load`

    def __setitem__(self, key, value):
        self.path.write_text(value)
#       --------------------------- see AW105: calls `Path.write_text`

    def __delitem__(self, key):
        self.path.write_text("")
#       ------------------------ see AW105: calls `Path.write_text`


async def blocks_through_helper():
    return load("a.json")
#          ~~~~~~~~~~~~~~ AW105: Blocks the event loop: `load` → `open` reads or writes a file


async def blocks_through_file_in_helper(path):
    with open(path) as file:
#        ~~~~~~~~~~ AW105: Blocks the event loop: `open` reads or writes a file
        return parse(file)


async def blocks_through_default_of_helper():
    save({})
#   ~~~~~~~~ AW105: Blocks the event loop: `save` → `Path.write_text` reads or writes a file


async def blocks_through_constructor():
    return Settings()
#          ~~~~~~~~~~ AW105: Blocks the event loop: `Settings.__init__` → `load` → `open` reads or writes a file


async def blocks_through_class_method():
    return Settings.default()
#          ~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Settings.default` → `Settings.__init__` → `load` → `open` reads or writes a file


async def blocks_through_property(settings: Settings):
    return settings.text
#          ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Settings.text` → `Path.read_text` reads or writes a file


async def blocks_through_item(settings: Settings):
    settings["a"] = 1
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Settings.__setitem__` → `Path.write_text` reads or writes a file
    del settings["a"]
#       ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Settings.__delitem__` → `Path.write_text` reads or writes a file


async def blocks_through_getattr(settings: Settings):
    return settings.colour
#          ~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Settings.__getattr__` → `load` → `open` reads or writes a file


# Silent.


async def reads_memory():
    with BytesIO(b"a") as file:
        file.read()
    text = StringIO("a")
    text.write("b")
    json.load(text)
    json.load(io.StringIO("{}"))
    yaml.safe_load(StringIO("a: 1"))
    list(csv.reader(StringIO("a,b")))
    with zipfile.ZipFile(BytesIO()) as archive:
        archive.read("a")
    with gzip.GzipFile(fileobj=BytesIO()) as file:
        file.read()
    with tarfile.open(fileobj=BytesIO()) as archive:
        archive.getmembers()
    Image.open(BytesIO()).save(BytesIO(), format="PNG")
    pd.read_csv(StringIO("a,b"))


async def reads_memory_through_helper():
    return parse(StringIO("{}"))


async def parses_text(text):
    json.loads(text)
    yaml.safe_load(text)
    tomllib.loads(text)
    ET.fromstring(text)
    pickle.loads(text)
    configparser.ConfigParser().read_string(text)
    return base64.b64decode(text)


async def parses_literal_text():
    return yaml.safe_load("a: 1")


async def writes_to_terminal():
    print("a")
    sys.stdout.write("a")
    sys.stderr.write("a")
    sys.stdout.flush()
    print("a", file=sys.stderr)


async def writes_log():
    log.info("a")
    logging.getLogger("b").warning("b")


async def awaits_aiofiles(path):
    async with aiofiles.open(path) as file:
        await file.read()
        async for line in file:
            print(line)


async def awaits_anyio(path):
    await anyio.Path(path).read_text()
    async with await anyio.open_file(path) as file:
        return await file.read()


async def offloads(path):
    await asyncio.to_thread(load, path)
    await asyncio.to_thread(Path(path).read_text)
    await asyncio.to_thread(CONFIG.write_text, "a")
    await anyio.to_thread.run_sync(load, path)
    await asyncio.to_thread(lambda: json.loads(CONFIG.read_text()))
    await asyncio.get_running_loop().run_in_executor(None, Settings)


async def offloads_class(path):
    return await asyncio.to_thread(Settings, path)


async def only_builds_path(folder):
    path = Path(folder) / "a" / "b.txt"
    return path.name, path.suffix, path.parent, str(path), path.with_suffix(".md"), path.as_posix()


async def only_closes(context=nullcontext()):
    with context:
        pass


class Door:
    def open(self):
        return self

    def read(self):
        return 1

    def write(self, value):
        return value


async def uses_own_open(door: Door):
    door.open().read()
    door.write(1)


async def uses_argument_called_open(open):
    return open("a")


async def uses_response(response):
    return await response.read()


async def uses_stream(writer: asyncio.StreamWriter):
    writer.write(b"a")
    writer.writelines([b"a"])
    writer.close()
