# A module of helpers: who calls them decides whether a loop may be started here.
import asyncio


async def fetch(name):
    return name


def load(name):
    return asyncio.run(fetch(name))
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW403: Starts an event loop away from the entry point: `summarise` calls this, and each call makes a loop


def import_all():
    return asyncio.run(fetch("all"))


def export_all():
    return asyncio.run(fetch("all"))
