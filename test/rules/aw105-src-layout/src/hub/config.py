# profile: async-first
import functools
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from hub.storage.files import FileStore

PATH = Path.home() / ".hub.yaml"


@dataclass
class Config:
    folder: Path
    store: FileStore = field(default_factory=lambda: FileStore(PATH.parent))

    def __post_init__(self):
        self.folder.mkdir(exist_ok=True)
#       -------------------------------- see AW106: calls `Path.mkdir`

    @classmethod
    def load(cls, path: Path = PATH) -> "Config":
        return cls(**yaml.safe_load(path.read_text()))
#                                   ---------------- see AW105: calls `Path.read_text`

    def save(self):
        self.store.write("config", "")
#       ------------------------------ see AW105: calls `FileStore.write`


@functools.lru_cache
def get_config() -> Config:
    return Config.load()
#          ------------- see AW105: calls `Config.load`
