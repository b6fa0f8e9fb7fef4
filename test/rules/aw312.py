# AW312 executor-saturation
import asyncio

import anyio.to_thread


def load(name):
    return name


async def gathers_threads(names):
    return await asyncio.gather(*[asyncio.to_thread(load, name) for name in names])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `gather` over `asyncio.to_thread` fills the pool that all share
#                                 ----------------------------- see AW312: takes a thread for each item


async def gathers_executor_jobs(names):
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, load, name) for name in names]
#           -------------------------------------- see AW312: takes a thread for each item
    return await asyncio.gather(*jobs)
#                ~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `gather` over `AbstractEventLoop.run_in_executor` fills the pool that all share


async def starts_a_task_for_each(names):
    async with asyncio.TaskGroup() as group:
        for name in names:
            group.create_task(asyncio.to_thread(load, name))
#           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `create_task` over `asyncio.to_thread` fills the pool that all share
#                             ----------------------------- see AW312: takes a thread for each item


async def load_in_thread(name):
    return await anyio.to_thread.run_sync(load, name)
#                ------------------------------------ see AW312: takes a thread for each item


async def gathers_behind_a_coroutine(names):
    return await asyncio.gather(*(load_in_thread(name) for name in names))
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW312: Asks for a thread for each item at once: `gather` over `anyio.to_thread.run_sync` fills the pool that all share


# Silent.


async def has_few_items():
    await asyncio.gather(*[asyncio.to_thread(load, name) for name in ("a", "b")])
    await asyncio.gather(*[asyncio.to_thread(load, at) for at in range(4)])
    await asyncio.gather(asyncio.to_thread(load, "a"), asyncio.to_thread(load, "b"))


class Plugin:
    async def read(self):
        await asyncio.to_thread(load, "settings")


async def own_objects(plugins: list[Plugin]):
    await asyncio.gather(*[plugin.read() for plugin in plugins])


async def load_politely(name, semaphore: asyncio.Semaphore):
    async with semaphore:
        return await asyncio.to_thread(load, name)


async def lets_a_few_through(names):
    semaphore = asyncio.Semaphore(4)
    return await asyncio.gather(*[load_politely(name, semaphore) for name in names])


async def takes_one_after_the_other(names):
    return [await asyncio.to_thread(load, name) for name in names]


async def sleeps_for_each(names):
    await asyncio.gather(*[asyncio.sleep(1) for _ in names])
