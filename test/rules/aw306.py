# AW306 dangling-task
import asyncio


async def send(message):
    return message


async def starts_and_forgets():
    asyncio.create_task(send("a"))
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: the loop may drop what `asyncio.create_task` gives, and its error


async def starts_with_a_name_that_nobody_reads():
    task = asyncio.create_task(send("a"), name="send")
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: `task` is never read, so its error is lost
    return "sent"


async def starts_on_the_loop():
    loop = asyncio.get_running_loop()
    loop.create_task(send("a"))
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: the loop may drop what `AbstractEventLoop.create_task` gives, and its error


def starts_from_plain_code(loop: asyncio.AbstractEventLoop):
    asyncio.ensure_future(send("a"), loop=loop)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: the loop may drop what `asyncio.ensure_future` gives, and its error


async def forgets_many(messages):
    [asyncio.create_task(send(message)) for message in messages]
#    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: the loop may drop what `asyncio.create_task` gives, and its error


async def forgets_a_list(messages):
    tasks = [asyncio.create_task(send(message)) for message in messages]
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: `tasks` is never read, so its error is lost
    return len(messages)


class Sender:
    def __init__(self, loop: asyncio.AbstractEventLoop):
        self.loop = loop

    def starts_on_an_attribute(self):
        self.loop.create_task(send("a"))
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW306: Starts a task that nobody keeps: the loop may drop what `AbstractEventLoop.create_task` gives, and its error


# Silent.


async def awaits():
    task = asyncio.create_task(send("a"))
    await asyncio.sleep(1)
    return await task


async def keeps(kept: set):
    task = asyncio.create_task(send("a"))
    kept.add(task)
    task.add_done_callback(kept.discard)


async def follows_up():
    asyncio.create_task(send("a")).add_done_callback(print)


class Keeper:
    def start(self):
        self.task = asyncio.create_task(send("a"))

    def start_many(self, messages):
        self.tasks = [asyncio.create_task(send(message)) for message in messages]

    def give(self):
        return asyncio.ensure_future(send("a"))


async def groups(messages):
    async with asyncio.TaskGroup() as group:
        for message in messages:
            group.create_task(send(message))


async def gathers(messages):
    await asyncio.gather(*[asyncio.create_task(send(message)) for message in messages])


def wraps_what_is_a_future(future: asyncio.Future):
    asyncio.ensure_future(future)


async def cancels_on_the_way_out(stop):
    task = asyncio.create_task(send("a"))
    try:
        await stop()
    finally:
        task.cancel()


class Framework:
    def create_task(self, coroutine):
        self.task = asyncio.create_task(coroutine)


def starts_by_a_method_that_keeps(framework: Framework):
    framework.create_task(send("a"))
