# AW110 blocking-import
import asyncio
import importlib
import runpy
import ctypes
from typing import TYPE_CHECKING

import yaml


async def loads_by_name(name):
    return importlib.import_module(name)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW110: Blocks the event loop: `importlib.import_module` loads a module


def load(name):
    module = importlib.import_module(f"plugins.{name}")
    return module.setup


async def runs_a_file(path):
    runpy.run_path(path)
#   ~~~~~~~~~~~~~~~~~~~~ AW110: Blocks the event loop: `runpy.run_path` loads a module


async def loads_a_library():
    return ctypes.CDLL("libm.so.6")
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW110: Blocks the event loop: `ctypes.CDLL` loads a module


async def imports_late():
    import pandas as pd
#          ~~~~~~~~~~~~ AW110: Blocks the event loop: nothing imports `pandas` earlier, so it is loaded here
    from sklearn.cluster import KMeans, DBSCAN
#                               ~~~~~~ AW110: Blocks the event loop: nothing imports `sklearn.cluster` earlier, so it is loaded here

    return pd, KMeans, DBSCAN


async def imports_in_a_branch(wanted):
    if wanted:
        import matplotlib.pyplot
#              ~~~~~~~~~~~~~~~~~ AW110: Blocks the event loop: nothing imports `matplotlib.pyplot` earlier, so it is loaded here

        matplotlib.pyplot.figure()


async def imports_more_of_it():
    import torch
#          ~~~~~ AW110: Blocks the event loop: nothing imports `torch` earlier, so it is loaded here
    from torch.nn import Module  # ok: nobody knows what of itself `torch` loads

    return torch, Module


# Silent.


async def is_there_already():
    import yaml
    from yaml.loader import Loader

    return yaml, Loader


async def standard_library():
    import decimal

    return decimal.Decimal(1)


async def for_types_only(frame):
    if TYPE_CHECKING:
        import polars

    return frame


async def offloads(name):
    return await asyncio.to_thread(importlib.import_module, name)


def outside_the_loop():
    import polars

    return polars


class Lazy:
    def __getattr__(self, name):
        return importlib.import_module(f"plugins.{name}")


async def at_first_use(lazy: Lazy):
    return lazy.chart


def chart(name):
    return load(name)


async def behind_a_function(name):
    return load(name)


async def behind_several_calls(name):
    return chart(name)
