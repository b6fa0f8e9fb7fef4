# AW308 thread-primitive-in-coroutine
import asyncio
import queue
import threading
from queue import Queue


async def makes_an_event(work):
    done = threading.Event()
#          ~~~~~~~~~~~~~~~~~ AW308: Makes a `threading.Event` that no thread uses: `asyncio.Event` lets other tasks run while it waits
    await work()
    done.set()


async def makes_a_queue(work):
    results: Queue = Queue(maxsize=5)
#                    ~~~~~~~~~~~~~~~~ AW308: Makes a `queue.Queue` that no thread uses: `asyncio.Queue` lets other tasks run while it waits

    async def produce():
        results.put_nowait(await work())

    await asyncio.gather(produce(), produce())
    return results.get_nowait()


async def makes_a_condition(work):
    changed = threading.Condition()
#             ~~~~~~~~~~~~~~~~~~~~~ AW308: Makes a `threading.Condition` that no thread uses: `asyncio.Condition` lets other tasks run while it waits
    with changed:
        changed.notify_all()
    return await work()


async def polls_an_event():
    # AW313 has the word.
    done = threading.Event()
    while not done.is_set():
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        await asyncio.sleep(1)


# Silent.


async def hands_it_to_a_thread(work):
    done = threading.Event()
    threading.Thread(target=work, args=(done,)).start()
    await work()
    return done.is_set()


async def hands_its_method_to_a_thread(loop: asyncio.AbstractEventLoop):
    done = threading.Event()
    await loop.run_in_executor(None, done.wait)


async def reads_it_in_a_thread():
    results = queue.Queue()

    def produce():
        results.put("a")

    await asyncio.to_thread(produce)
    return results.get_nowait()


async def gives_away_who_sets_it(client):
    done = threading.Event()

    async def answer():
        done.set()

    client.answer = answer
    return done.is_set()


class Worker:
    async def start(self):
        self.done = threading.Event()


async def makes_the_twin():
    done = asyncio.Event()
    done.set()


def is_no_coroutine():
    done = threading.Event()
    done.set()

