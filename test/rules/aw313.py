# AW313 busy-wait
import asyncio
import threading

import anyio

ready = False


def starts():
    global ready
    ready = True


async def polls_a_global():
    while not ready:
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        await asyncio.sleep(0.1)


async def polls_an_event(event: asyncio.Event):
    while not event.is_set():
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        await anyio.sleep(0.1)


async def polls_an_event_of_threads():
    event = threading.Event()
    threading.Thread(target=event.set).start()
    while True:
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        if event.is_set():
            break
        await asyncio.sleep(0.1)


async def polls_a_task(work):
    task = asyncio.create_task(work())
    while not task.done():
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        await asyncio.sleep(0)


async def polls_a_queue(queue: asyncio.Queue):
    while queue.empty():
#   ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
        await asyncio.sleep(1)
    return queue.get_nowait()


class Server:
    def __init__(self):
        self.running = True
        self.pending = 0

    def finish(self):
        self.pending -= 1
        self.running = False

    async def polls_attributes(self):
        while self.running and self.pending > 0:
#       ~~~~~ AW313: Sleeps and asks until something has changed: wait for an `asyncio.Event` that says so
            await asyncio.sleep(1)

    # Silent.

    async def works(self, step):
        while self.running:
            await step()
            await asyncio.sleep(1)

    async def counts(self):
        turns = 0
        while self.pending > turns:
            turns += 1
            await asyncio.sleep(1)


async def asks_somebody_else(client):
    while not await client.is_ready():
        await asyncio.sleep(1)


async def asks_a_function(is_ready):
    while not is_ready():
        await asyncio.sleep(1)


async def asks_the_system(process):
    while process.poll() is None:
        await asyncio.sleep(1)


async def test_lets_it_run(task: asyncio.Task):
    while not task.done():
        await asyncio.sleep(0)


async def sleeps_for_ever():
    while True:
        await asyncio.sleep(3600)


async def asks_what_nobody_sets(options):
    while options.wait:
        await asyncio.sleep(1)


def is_no_coroutine(event):
    while not event.is_set():
        pass


async def waits(event: asyncio.Event):
    await event.wait()
