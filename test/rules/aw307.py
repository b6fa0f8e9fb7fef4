# AW307 thread-lock-held-over-await
import asyncio
import multiprocessing
import threading

LOCK = threading.Lock()


async def awaits_under_a_lock():
    with LOCK:
#        ~~~~ AW307: Awaits while it holds a `threading.Lock`: the next task that wants it blocks the event loop for good
        await asyncio.sleep(1)
#       ---------------------- see AW307: other tasks run here


async def awaits_in_a_branch(lock: threading.RLock, fast):
    with lock:
#        ~~~~ AW307: Awaits while it holds a `threading.RLock`: other tasks on this thread get in all the same
        if not fast:
            await asyncio.sleep(1)
#           ---------------------- see AW307: other tasks run here


async def iterates_under_a_lock(rows):
    with LOCK:
#        ~~~~ AW307: Awaits while it holds a `threading.Lock`: the next task that wants it blocks the event loop for good
        async for row in rows:
#                        ---- see AW307: other tasks run here
            print(row)


async def enters_under_a_lock(session):
    with LOCK:
#        ~~~~ AW307: Awaits while it holds a `threading.Lock`: the next task that wants it blocks the event loop for good
        async with session:
#                  ------- see AW307: other tasks run here
            return 1


async def holds_two(path):
    with open(path) as file, LOCK:
#                            ~~~~ AW307: Awaits while it holds a `threading.Lock`: the next task that wants it blocks the event loop for good
        await asyncio.sleep(1)
#       ---------------------- see AW307: other tasks run here
        return file.read()


async def holds_what_processes_share():
    lock = multiprocessing.Lock()
    with lock:
#        ~~~~ AW307: Awaits while it holds a `multiprocessing.Lock`: the next task that wants it blocks the event loop for good
        await asyncio.sleep(1)
#       ---------------------- see AW307: other tasks run here


class Store:
    def __init__(self):
        self._lock = threading.Lock()
        self._changed = threading.Condition()

    async def awaits_under_an_attribute(self):
        with self._lock:
#            ~~~~~~~~~~ AW307: Awaits while it holds a `threading.Lock`: the next task that wants it blocks the event loop for good
            await asyncio.sleep(1)
#           ---------------------- see AW307: other tasks run here

    async def awaits_under_a_condition(self):
        with self._changed:
#            ~~~~~~~~~~~~~ AW307: Awaits while it holds a `threading.Condition`: the next task that wants it blocks the event loop for good
            await asyncio.sleep(1)
#           ---------------------- see AW307: other tasks run here


# Silent.


async def lets_go_before_it_awaits(entries):
    with LOCK:
        entry = entries.pop()
    await asyncio.sleep(1)
    return entry


async def holds_an_asyncio_lock(lock: asyncio.Lock):
    async with lock:
        await asyncio.sleep(1)


async def defines_under_a_lock():
    with LOCK:

        async def later():
            await asyncio.sleep(1)

    return later


def is_no_coroutine(entries):
    with LOCK:
        return entries.pop()


async def holds_something_else(lock):
    with lock:
        await asyncio.sleep(1)


async def acquires_and_releases():
    # FIXME missed alarm: pairs of calls are not followed
    LOCK.acquire()
    await asyncio.sleep(1)
    LOCK.release()
