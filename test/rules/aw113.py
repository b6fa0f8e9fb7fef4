# AW113 loop-without-suspension
import asyncio


async def note(text):
    print(text)


async def send(text):
    await note(text)


async def never_lets_go(job):
    while True:
#   ~~~~~~~~~~ AW113: This loop never lets another task run
        job()


async def skips_the_await(queue, handle):
    while True:
#   ~~~~~~~~~~ AW113: On some path this loop does not let another task run
        if queue.empty():
            continue
        await handle(queue.get_nowait())


async def awaits_on_one_branch(queue, handle):
    while True:
#   ~~~~~~~~~~ AW113: On some path this loop does not let another task run
        if not queue.empty():
            await handle(queue.get_nowait())


async def awaits_what_never_suspends():
    while True:
#   ~~~~~~~~~~ AW113: This loop never lets another task run
        await send("still here")


async def catches_and_goes_on(queue, handle):
    while 1:
#   ~~~~~~~ AW113: On some path this loop does not let another task run
        try:
            item = queue.get_nowait()
        except asyncio.QueueEmpty:
            continue
        await handle(item)


class Worker:
    running = True

    async def waits_for_a_flag(self):
        while self.running:
#       ~~~~~~~~~~~~~~~~~~ AW113: This loop never lets another task run, so nobody gets to change `running`
            pass

    async def changes_the_flag(self):
        while self.running:
            self.running = False

    def step(self):
        self.running = False

    async def changes_the_flag_behind_a_call(self):
        while self.running:
            self.step()

    async def calls_something_unknown(self, step):
        while self.running:
            step()


# Silent.


async def awaits_every_turn(queue, handle):
    while True:
        await handle(await queue.get())


async def awaits_on_each_branch(queue, handle):
    while True:
        if queue.empty():
            await asyncio.sleep(1)
        else:
            await handle(queue.get_nowait())


async def awaits_in_a_with(lock, handle):
    while True:
        async with lock:
            handle()


async def waits_for_the_peer(reader):
    while True:
        try:
            line = await reader.readline()
        except OSError:
            continue
        print(line)


async def may_leave(queue):
    while True:
        if queue.empty():
            break
        print(queue.get_nowait())


async def may_fail(queue):
    try:
        while True:
            print(queue.get_nowait())
    except asyncio.QueueEmpty:
        return


async def awaits_in_an_inner_loop(peers):
    while True:
        for peer in peers:
            await peer.ping()


async def may_end_by_its_test(queue):
    while queue:
        queue.pop()


async def generates():
    count = 0
    while True:
        count += 1
        yield count


async def matches(queue, handle):
    while True:
        match queue.kind():
            case "wait":
                await asyncio.sleep(1)
            case other:
                await handle(other)


def in_a_thread(job):
    while True:
        job()


class Limiter:
    def __init__(self):
        self.queue = []
        self.open = True

    async def drains(self):
        while self.queue:
            self.queue.pop(0).set_result(None)

    async def deletes(self):
        while self.queue:
            del self.queue[0]
