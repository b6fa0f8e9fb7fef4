# An integration of Home Assistant: its executor is reached through an argument or an attribute.
import asyncio
import pathlib
import tempfile
import time

from homeassistant.core import HomeAssistant

log = []
folder = pathlib.Path(tempfile.mkdtemp())
(folder / "a.txt").write_text("one")


class Home:
    async def async_add_executor_job(self, target, *args):
        return await asyncio.get_running_loop().run_in_executor(None, target, *args)


def load(value, *, twice=False):
    time.sleep(0.01)
    return value * 2 if twice else value


async def set_up(hass: HomeAssistant, entry):
    return load(entry), load(entry, twice=True)


class Hub:
    def __init__(self, hass: HomeAssistant):
        self.hass = hass

    async def update(self):
        with open(folder / "a.txt") as file:
            text = file.read()
        return text + load("!")


async def case_argument():
    return await set_up(Home(), 3)


async def case_attribute():
    return await Hub(Home()).update()
