# profile: async-first
# Guidelines 124 to 130: what looks innocent reads a file further down (AW105), and asks for it before (AW106).
import asyncio
from pathlib import Path

import toml


def check_config_valid(path: Path):
    with open(path) as file:
#        ---------- see AW105: calls `open`
        return toml.load(file)


async def bad_run_doctor(path: Path):
    return check_config_valid(path)
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `check_config_valid` → `open` reads or writes a file


async def bad_looks_first(path: Path):
    return path.exists()
#          ~~~~~~~~~~~~~ AW106: Blocks the event loop: `Path.exists` asks the file system


async def good_run_doctor(path: Path):
    return await asyncio.to_thread(check_config_valid, path)
