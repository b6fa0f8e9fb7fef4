from pathlib import Path


async def load(name):
    return Path(name).read_text()
#          ~~~~~~~~~~~~~~~~~~~~~~ AW105: Blocks the event loop: `Path.read_text` reads or writes a file
