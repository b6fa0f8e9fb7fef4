# What must not leave the event loop: each `# refused:` says why the way of its line is not open.
import asyncio
import contextvars
import sqlite3
import time

current = contextvars.ContextVar("current")


def load(path="x"):
    time.sleep(1)
    return path


def traced(function):
    time.sleep(1)
    return function


async def decorates():
    @traced  # refused: a decorator is called where it stands
    def inner():
        return 1

    return inner()


class Missing(Exception):
    def __init__(self):
        time.sleep(1)


async def raises():
    raise Missing  # refused: the statement itself makes the call


async def is_read_later(numbers):
    return (load(number) for number in numbers)  # refused: it is read later, and blocks then


async def opens_across_awaits(path):
    with open(path) as file:  # refused: it awaits
        await asyncio.sleep(0)
        return file.read()


async def yields_from_a_file(path):
    with open(path) as file:  # refused: it yields
        for line in file:
            yield line


async def leaves_a_loop(paths):
    for path in paths:
        with open(path) as file:  # refused: it leaves the loop around it
            if file.read() == "":
                break


async def binds_of_another_scope(path):
    text = ""

    async def read():
        nonlocal text
        with open(path) as file:  # refused: it binds `text` of another scope
            text = file.read()

    await read()
    return text


async def looks_at_its_frame(path):
    with open(path) as file:  # refused: `locals` looks at the function it stands in
        return file.read(), locals()


async def touches_the_loop(path, queue):
    with open(path) as file:  # refused: `put_nowait` belongs on the loop's own thread
        queue.put_nowait(file.read())


async def deletes_a_name(path):
    with open(path) as file:  # refused: it deletes a name
        text = file.read()
        del text


async def returns_on_some_paths(path):
    with open(path) as file:  # refused: it returns on some paths and goes on from others
        if file.read():
            return 1
    return 2


async def defines_a_coroutine(path):
    with open(path) as file:  # refused: it defines a coroutine
        text = file.read()

        async def send():
            return text

    return send


async def belongs_to_its_thread(path):
    connection = sqlite3.connect(path)  # refused: a connection may be used only on the thread that made it
    return connection.execute("select 1").fetchone()


async def gathers_a_future():
    return await asyncio.gather(asyncio.create_task(keeps(1)), keeps(2))  # refused: a task group takes coroutines only, and this is a future


async def gathers_what_it_was_given(waiting):
    return await asyncio.gather(*waiting)  # refused: a task group takes coroutines only, and it is not known that these are


async def keeps(value):
    await asyncio.sleep(0)
    return value


async def handles_what_fails():
    try:
        return await asyncio.gather(keeps(1), keeps(2))  # refused: the handler around it would get an `ExceptionGroup`
    except OSError:
        return None


async def fails_for_a_caller():
    return await asyncio.gather(keeps(1), keeps(2))  # refused: `catches_by_name` handles `OSError`, and would get an `ExceptionGroup`


async def hands_through():
    return await fails_for_a_caller()


async def catches_by_name():
    try:
        return await hands_through()
    except OSError:
        return None


async def makes_one_later():
    return await asyncio.gather(keeps(1), keeps(await keeps(2)))  # refused: one of them would run before the others are made


async def looks_at_something_before(counter):
    return counter.value, await asyncio.gather(keeps(1), keeps(2))  # refused: something else in its statement comes first


async def sets_a_context_variable():
    marks(1)  # refused: `current` is set there, and would keep its value in the thread alone


def marks(value):
    time.sleep(1)
    current.set(value)
