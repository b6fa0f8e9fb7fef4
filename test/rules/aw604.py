# AW604 offload-too-low
import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def read(path):
    with open(path) as file:
        return file.read()


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


async def two_in_a_row(source, target):
    text = await asyncio.to_thread(read, source)
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW604: Hops to a thread 2 times in a row: one function that does all of it takes one
    await asyncio.to_thread(write, target, text)
#         -------------------------------------- see AW604: and here


async def three_in_a_row(source, target):
    await asyncio.to_thread(shutil.rmtree, target)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW604: Hops to a thread 3 times in a row: one function that does all of it takes one
    await asyncio.to_thread(shutil.copytree, source, target)
#         -------------------------------------------------- see AW604: and here
    await asyncio.to_thread(read, target)
#         ------------------------------- see AW604: and here


async def in_a_loop(paths):
    texts = []
    for path in paths:
        texts.append(await asyncio.to_thread(read, path))
#                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW604: Hops to a thread in each turn of the loop: one hop around the loop would do
    return texts


# Silent.


async def one_hop(path):
    return await asyncio.to_thread(read, path)


async def something_is_awaited_between(source, target):
    text = await asyncio.to_thread(read, source)
    await asyncio.sleep(1)
    await asyncio.to_thread(write, target, text)


async def may_leave_between(source, target):
    text = await asyncio.to_thread(read, source)
    if not text:
        return
    await asyncio.to_thread(write, target, text)


async def tells_others_between(source, target, job):
    text = await asyncio.to_thread(read, source)
    job.state = "read"
    await asyncio.to_thread(write, target, text)


async def calls_something_between(source, target, notify):
    text = await asyncio.to_thread(read, source)
    notify(text)
    await asyncio.to_thread(write, target, text)


async def in_branches(source, target, wanted):
    if wanted:
        await asyncio.to_thread(read, source)
    else:
        await asyncio.to_thread(read, target)


async def gathered(paths):
    return await asyncio.gather(*(asyncio.to_thread(read, path) for path in paths))


async def loops_and_reports(paths, report):
    for path in paths:
        report(await asyncio.to_thread(read, path))


async def streams(paths):
    for path in paths:
        yield await asyncio.to_thread(read, path)


async def has_a_pool_of_its_own(loop: asyncio.AbstractEventLoop, source, target):
    text = await loop.run_in_executor(pool, read, source)
    await loop.run_in_executor(pool, write, target, text)


async def until_it_is_there(path):
    while not (text := await asyncio.to_thread(read, path)):
        pass
    return text
