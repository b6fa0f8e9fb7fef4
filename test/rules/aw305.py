# AW305 prefer-task-group
import asyncio


async def load(name):
    return name


async def two():
    return await asyncio.gather(load("a"), load("b"))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW305 (warning): When one of these fails, the others run on unwatched: a `TaskGroup` would end them


async def many(names):
    loaded = await asyncio.gather(*[load(name) for name in names])
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW305 (warning): When one of these fails, the others run on unwatched: a `TaskGroup` would end them
    return loaded


# Silent.


async def keeps_going(names):
    return await asyncio.gather(*[load(name) for name in names], return_exceptions=True)


async def in_a_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(load("a"))


async def starts_only():
    pending = asyncio.gather(load("a"), load("b"))
    pending.cancel()
