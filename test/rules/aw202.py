# AW202 coroutine-assigned-never-awaited
import asyncio


async def load(name):
    return name


async def names_and_forgets():
    entry = load("a")
#           ~~~~~~~~~ AW202: Never runs `load`: `entry` holds its coroutine, and nobody awaits it


async def names_and_forgets_in_a_loop(names):
    for name in names:
        entry = load(name)
#               ~~~~~~~~~~ AW202: Never runs `load`: `entry` holds its coroutine, and nobody awaits it


def names_in_plain_code():
    entry: object = load("a")
#                   ~~~~~~~~~ AW202: Never runs `load`: `entry` holds its coroutine, and nobody awaits it


async def names_on_one_branch(fast):
    entry = None
    if fast:
        entry = load("a")
#               ~~~~~~~~~ AW202: Never runs `load`: `entry` holds its coroutine, and nobody awaits it
    return "done"


async def forgets_a_list(names):
    pending = [load(name) for name in names]
#              ~~~~~~~~~~ AW202: Never runs `load`: `pending` holds its coroutine, and nobody awaits it
    return len(names)


async def forgets_the_first_of_two():
    entry = load("a")
#           ~~~~~~~~~ AW202: Never runs `load`: `entry` holds its coroutine, and nobody awaits it
    entry = load("b")
    await entry


async def throws_away_on_purpose():
    _ = load("a")
#       ~~~~~~~~~ AW202: Never runs `load`: `_` holds its coroutine, and nobody awaits it


async def awaits_later():
    entry = load("a")
    await asyncio.sleep(0)
    return await entry


async def awaits_on_one_path(fast):
    entry = load("a")
    if fast:
        return await entry


async def awaits_in_a_loop(names):
    entry = None
    for name in names:
        if entry is not None:
            await entry
        entry = load(name)


async def hands_on(names):
    pending = [load(name) for name in names]
    first = load("a")
    task = asyncio.create_task(first)
    await asyncio.gather(task, *pending)


async def awaits_in_a_nested_function():
    entry = load("a")

    async def inner():
        return await entry

    return await inner()


async def stores(self, cache):
    self.entry = load("a")
    cache["a"] = load("a")
    both = (load("a"), load("b"))
    return both


async def closes():
    entry = load("a")
    entry.close()


async def renames():
    entry = load("a")
    again = entry
    return await again


def publishes():
    global shared
    shared = load("a")


shared = load("a")  # ok: other modules may await it


class Settings:
    entry = load("a")  # ok: an attribute


async def awaits_in_finally():
    entry = load("a")
    try:
        await asyncio.sleep(1)
    finally:
        await entry


async def yields():
    entry = load("a")
    yield entry


async def matches(command):
    entry = load("a")
    match command:
        case "go":
            await entry


async def asks_first():
    entry = load("a")
    if asyncio.iscoroutine(entry):
        entry = await entry
    return entry.upper()
