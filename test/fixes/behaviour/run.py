"""Runs the cases of a module, and says for each what came out and whether the event loop stood still meanwhile.

`run.py MODULE.py BACKEND TIMEOUT`: a blocking call waits at a gate that only the loop opens, for at most TIMEOUT
seconds. Where it blocks the loop, nobody opens, however fast or slow the machine is.
"""
import asyncio
import builtins
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time
import types

path, backend, timeout = sys.argv[1], sys.argv[2], float(sys.argv[3])


SLICE = 0.02


class Gate:
    def __init__(self):
        self.waiting = []
        self.blocked = self.free = 0
        self.lock = threading.Lock()

    def pass_through(self, *_args, **_kwargs):
        event = threading.Event()
        self.waiting.append(event)
        # In slices: a machine that stops for a moment stops the loop as well.
        is_open = any(event.wait(SLICE) for _ in range(round(timeout / SLICE)))
        with self.lock:
            self.free += is_open
            self.blocked += not is_open

    def open(self):
        while self.waiting:
            self.waiting.pop().set()


gate = Gate()


class Lag:
    """The longest time for which the loop did not come round."""

    def start(self):
        self.last = time.perf_counter()
        self.worst = 0.0

    def tick(self):
        now = time.perf_counter()
        self.worst = max(self.worst, now - self.last)
        self.last = now


lag = Lag()


def gated(function):
    def wrapper(*args, **kwargs):
        gate.pass_through()
        return function(*args, **kwargs)

    return wrapper


def load(path):
    # Home Assistant is no package that one could install for a test.
    for name in ("homeassistant", "homeassistant.core"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules["homeassistant.core"].HomeAssistant = object
    spec = importlib.util.spec_from_file_location("cases", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["cases"] = module
    spec.loader.exec_module(module)
    return module


def patch(folder):
    """Puts the gate in front of what blocks in the standard library."""
    time.sleep = gate.pass_through
    real_open = builtins.open

    def open(file, *args, **kwargs):
        if str(file).startswith(str(folder)):
            gate.pass_through()
        return real_open(file, *args, **kwargs)

    builtins.open = open
    builtins.input = lambda prompt="": gate.pass_through() or prompt + "Ada"
    for owner, names in (
        (subprocess.Popen, ("wait", "communicate")),
        (shutil, ("copy",)),
        (os, ("makedirs", "listdir")),
        (pathlib.Path, ("write_text", "read_text", "exists", "iterdir")),
    ):
        for name in names:
            setattr(owner, name, gated(getattr(owner, name)))


async def outcome(case):
    try:
        return ["result", repr(await case())]
    except Exception as error:
        return ["raises", type(error).__name__, str(error)]
    finally:
        lag.tick()
        # What was left behind in a thread when something failed.
        gate.open()


async def with_asyncio(case):
    async def probe():
        while True:
            lag.tick()
            gate.open()
            await asyncio.sleep(0.0005)

    task = asyncio.create_task(probe())
    await asyncio.sleep(0)
    result = await outcome(case)
    task.cancel()
    return result


async def with_trio(case):
    import trio

    async def probe():
        while True:
            lag.tick()
            gate.open()
            await trio.sleep(0.0005)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(probe)
        await trio.sleep(0)
        result = await outcome(case)
        nursery.cancel_scope.cancel()
    return result


def run(case):
    gate.blocked = gate.free = 0
    gate.waiting.clear()
    lag.start()
    module.log.clear()
    if backend == "trio":
        import trio

        result = trio.run(with_trio, case)
    else:
        result = asyncio.run(with_asyncio(case))
    return {"outcome": result, "log": repr(module.log), "blocked": gate.blocked, "free": gate.free, "lag": lag.worst}


# What a module does when it is imported is no matter of the loop.
time.sleep = lambda seconds=0: None
module = load(path)
patch(module.folder)
results = {name: run(case) for name, case in list(vars(module).items()) if name.startswith("case_")}
json.dump(results, sys.stdout)
