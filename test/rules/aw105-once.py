# What is read once and kept: it blocks the first time only.
import functools
import json
import logging
import mimetypes
from pathlib import Path

_settings = None
_templates = {}
_log = None


def settings():
    global _settings
    if _settings is None:
        _settings = json.loads(Path("settings.json").read_text())
#                              --------------------------------- see AW105: calls `Path.read_text`
    return _settings


def template(name):
    if name not in _templates:
        _templates[name] = Path(name).read_text()
#                          ---------------------- see AW105: calls `Path.read_text`
    return _templates[name]


def template_or_read(name):
    try:
        return _templates[name]
    except KeyError:
        _templates[name] = Path(name).read_text()
#                          ---------------------- see AW105: calls `Path.read_text`
        return _templates[name]


def log():
    global _log
    if _log:
        return _log
    _log = logging.FileHandler("log.txt")
#          ------------------------------ see AW105: calls `logging.FileHandler`
    return _log


@functools.cache
def words():
    return Path("words.txt").read_text().split()
#          ----------------------------- see AW105: calls `Path.read_text`


class Config:
    _instance = None

    def __init__(self):
        self._values = None

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
            cls._instance.load()
#           -------------------- see AW105: calls `Config.load`
        return cls._instance

    def load(self):
        self._values = json.loads(Path("config.json").read_text())
#                                 ------------------------------- see AW105: calls `Path.read_text`

    def values(self):
        if self._values is None:
            self._values = json.loads(Path("config.json").read_text())
#                                     ------------------------------- see AW105: calls `Path.read_text`
        return self._values

    def colours(self):
        if not hasattr(self, "_colours"):
            self._colours = Path("colours.txt").read_text()
#                           ------------------------------- see AW105: calls `Path.read_text`
        return self._colours

    @functools.cached_property
    def text(self):
        return Path("config.json").read_text()
#              ------------------------------- see AW105: calls `Path.read_text`


async def blocks_once():
    settings()
#   ~~~~~~~~~~ AW105 (hint): Blocks the event loop: `settings` → `Path.read_text` reads or writes a file
    log()
#   ~~~~~ AW105 (hint): Blocks the event loop: `log` → `logging.FileHandler` reads or writes a file
    words()
#   ~~~~~~~ AW105 (hint): Blocks the event loop: `words` → `Path.read_text` reads or writes a file


async def blocks_once_for_each_name(name):
    template(name)
#   ~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `template` → `Path.read_text` reads or writes a file
    template_or_read(name)
#   ~~~~~~~~~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `template_or_read` → `Path.read_text` reads or writes a file


async def blocks_once_for_each_object(config: Config):
    config.values()
#   ~~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `Config.values` → `Path.read_text` reads or writes a file
    config.colours()
#   ~~~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `Config.colours` → `Path.read_text` reads or writes a file
    return config.text
#          ~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `Config.text` → `Path.read_text` reads or writes a file


async def blocks_once_for_the_class():
    return Config.get()
#          ~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `Config.get` → `Config.load` → `Path.read_text` reads or writes a file


async def blocks_each_time(config: Config):
    config.load()
#   ~~~~~~~~~~~~~ AW105: Blocks the event loop: `Config.load` → `Path.read_text` reads or writes a file


async def blocks_once_in_the_library(name):
    return mimetypes.guess_type(name)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW105 (hint): Blocks the event loop: `mimetypes.guess_type` reads or writes a file
