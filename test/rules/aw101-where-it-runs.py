# What runs on the event loop, and what does not.
import asyncio
import atexit
import contextlib
import inspect
import sys
import threading
import time
from contextlib import asynccontextmanager
from typing import overload


def work():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
#   ------------- see AW101: calls `time.sleep`


# On the loop.


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps

    def data_received(self, data):
        self.handle(data)
#       ~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Server.handle` → `work` → `time.sleep` sleeps

    def handle(self, data):
        work()
#       ------ see AW101: calls `work`


class Datagrams(asyncio.DatagramProtocol):
    def datagram_received(self, data, address):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


class Session:
    async def __aenter__(self):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
        return self

    async def __aexit__(self, *exception):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps

    def __aiter__(self):
        return self

    async def __anext__(self):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
        raise StopAsyncIteration

    # FIXME missed alarm: runs on the loop when it is awaited
    def __await__(self):
        work()
#       ------ see AW101: calls `work`
        yield

    async def close(self):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


@asynccontextmanager
async def session():
    work()
#   ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    yield
    work()
#   ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def numbers():
    work()
#   ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    yield 1


async def blocks_in_async_comprehension():
    return [work() async for _ in numbers()]
#           ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def awaits_session():
    await Session()
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Session.__await__` → `work` → `time.sleep` sleeps


class Callbacks:
    def __init__(self, loop: asyncio.AbstractEventLoop):
        self._loop = loop
        loop.call_later(1, self.tick)

    def tick(self):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
        self._loop.call_later(1, self.tick)

    def on_data(self):
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps

    def listen(self, sock):
        self._loop.add_reader(sock, self.on_data)


# FIXME missed alarm: what `ensure_future` gives
def done(task):
    work()


async def hands_over(loop: asyncio.AbstractEventLoop):
    task = asyncio.ensure_future(awaits_session())
    task.add_done_callback(done)
    loop.set_exception_handler(lambda loop, context: work())
#                                                    ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    asyncio.get_running_loop().call_soon_threadsafe(work)


async def blocks_in_match(value):
    match value:
        case int() if work():
#                     ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
            pass
        case str():
            work()
#           ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


# FIXME missed alarm: the body of a class runs where it stands
async def blocks_in_class_body():
    class Local:
        value = work()

    return Local


async def blocks_in_decorator_call():
    @contextlib.contextmanager
    def local():
        work()
#       ------ see AW101: calls `work`
        yield

    with local():
#        ~~~~~~~ AW101: Blocks the event loop: `blocks_in_decorator_call.local` → `work` → `time.sleep` sleeps
        pass


async def blocks_in_assert_and_raise(value):
    assert work()
#          ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    raise ValueError(work())
#                    ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_in_del_subscript_and_slice(values):
    values[work()] = 1
#          ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    del values[work() : work()]
#              ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
#                       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_in_star_arguments():
    print(*work(), **work())
#          ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
#                    ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_in_conditional_import():
    if sys.platform == "linux":
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_in_exception_handler():
    try:
        await asyncio.sleep(1)
    except* OSError:
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    else:
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps
    finally:
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def blocks_in_nested_coroutine():
    async def inner():
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps

    await inner()


async def blocks_in_loop_else(values):
    for _ in values:
        pass
    else:
        work()
#       ~~~~~~ AW101: Blocks the event loop: `work` → `time.sleep` sleeps


async def numbers_of(value):
    return value


# Not on the loop.


class Tool:
    def run(self):
        work()

    def __del__(self):
        work()

    @overload
    def get(self, key: int) -> int: ...

    @overload
    def get(self, key: str) -> str: ...

    def get(self, key):
        work()
#       ------ see AW101: calls `work`
        return key


async def only_makes_tool():
    return Tool()


async def only_passes_on(tool: Tool):
    return tool.run


async def compares_functions(function):
    return function is work


async def registers():
    atexit.register(work)


async def blocks_through_overloads(tool: Tool):
    return tool.get(1)
#          ~~~~~~~~~~~ AW101: Blocks the event loop: `Tool.get` → `work` → `time.sleep` sleeps


def runs_own_loop():
    work()
    asyncio.run(numbers_of(1))
    work()


def thread_main():
    loop = asyncio.new_event_loop()
    work()
    loop.run_until_complete(numbers_of(1))


async def starts_thread_with_own_loop():
    threading.Thread(target=thread_main).start()


# Only without a loop.


def sleeps_if_there_is_no_loop():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        work()


def sleeps_if_loop_does_not_run():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        loop.create_task(asyncio.sleep(1))
    else:
        work()


def sleeps_in_else():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        work()
#       ------ see AW101: calls `work`


def sleeps_after_return():
    try:
        asyncio.get_running_loop()
        return
    except RuntimeError:
        pass
    work()


def sleeps_off_main_thread():
    if threading.current_thread() is not threading.main_thread():
        work()


def calls_whatever_fits(function):
    if inspect.iscoroutinefunction(function):
        return asyncio.create_task(function())
#                                  ---------- see AW101: calls `work`
    return function()


async def remembers_whether_there_is_a_loop():
    sleeps_if_there_is_no_loop()


async def asks_whether_loop_runs():
    sleeps_if_loop_does_not_run()


async def returns_if_there_is_a_loop():
    sleeps_after_return()


async def asks_for_main_thread():
    sleeps_off_main_thread()


async def blocks_in_else_of_loop_question():
    sleeps_in_else()
#   ~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `sleeps_in_else` → `work` → `time.sleep` sleeps


async def blocks_through_function_that_fits():
    calls_whatever_fits(work)
#   ~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `calls_whatever_fits` → `work` → `time.sleep` sleeps


async def hands_over_coroutine_function():
    calls_whatever_fits(numbers_of)


if __name__ == "__main__":
    work()
