# AW101 blocking-sleep
import asyncio
import contextlib
import functools
import time
import time as clock
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Thread
from time import sleep
from time import sleep as pause
from typing import TYPE_CHECKING, Any

import pytest
import unread


async def blocks():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_by_imported_name():
    sleep(1)
#   ~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_by_other_name():
    pause(1)
#   ~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    clock.sleep(1)
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_by_local_import():
    from time import sleep as nap

    nap(1)
#   ~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_by_local_alias():
    wait = time.sleep
    wait(1)
#   ~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_conditionally(ready):
    if not ready:
        time.sleep(1)
#       ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    while not ready:
        time.sleep(0.1)
#       ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    for _ in range(3):
        time.sleep(0.1)
#       ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    try:
        time.sleep(0.1)
#       ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    finally:
        time.sleep(0.1)
#       ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def blocks_in_lambda_called_at_once():
    (lambda: time.sleep(1))()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `blocks_in_lambda_called_at_once.<lambda>` → `time.sleep` sleeps
#            ------------- see AW101: calls `time.sleep`


async def blocks_in_match(command):
    match command:
        case "wait":
            time.sleep(1)
#           ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


# Behind helpers.


def settle():
    time.sleep(2)
#   ------------- see AW101: calls `time.sleep`


def settle_twice():
    settle()
#   -------- see AW101: calls `settle`
    settle()


async def blocks_through_helper():
    settle()
#   ~~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


async def blocks_through_two_helpers():
    settle_twice()
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `settle_twice` → `settle` → `time.sleep` sleeps


async def blocks_through_nested_helper():
    def retry():
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`

    retry()
#   ~~~~~~~ AW101: Blocks the event loop: `blocks_through_nested_helper.retry` → `time.sleep` sleeps


def countdown(seconds):
    if seconds:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        countdown(seconds - 1)


async def blocks_through_recursion():
    countdown(3)
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `countdown` → `time.sleep` sleeps


def ping(seconds):
    pong(seconds)
#   ------------- see AW101: calls `pong`


def pong(seconds):
    time.sleep(seconds)
#   ------------------- see AW101: calls `time.sleep`
    ping(seconds)


async def blocks_through_mutual_recursion():
    ping(1)
#   ~~~~~~~ AW101: Blocks the event loop: `ping` → `pong` → `time.sleep` sleeps


async def blocks_through_alias_of_helper():
    run = settle
    run()
#   ~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


async def blocks_through_partial():
    functools.partial(settle)()
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


async def blocks_through_table(name):
    actions = {"settle": settle}
    actions[name]()
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `settle` → `time.sleep` sleeps


# Behind methods, properties, constructors.


class Motor:
    def __init__(self):
        time.sleep(0.5)
#       --------------- see AW101: calls `time.sleep`

    def step(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`

    @property
    def position(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return 0

    @position.setter
    def position(self, value):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`

    @functools.cached_property
    def limits(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return (0, 1)

    @classmethod
    def calibrated(cls):
        return cls()
#              ----- see AW101: calls `Motor.__init__`

    @staticmethod
    def cool_down():
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`

    def __call__(self):
        self.step()
#       ----------- see AW101: calls `Motor.step`

    def __getitem__(self, key):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return key

    def __len__(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return 1

    def __contains__(self, item):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return True

    def __add__(self, other):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return self

    def __str__(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return "motor"

    async def turn(self):
        self.step()
#       ~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps

    async def turn_to(self, value):
        self.position = value
#       ~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.position` → `time.sleep` sleeps

    async def describe(self):
        return self.position, self.limits
#              ~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.position` → `time.sleep` sleeps
#                             ~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.limits` → `time.sleep` sleeps


class ServoMotor(Motor):
    def __init__(self):
        super().__init__()
#       ------------------ see AW101: calls `Motor.__init__`

    def step(self):
        super().step()
#       -------------- see AW101: calls `Motor.step`


async def blocks_through_constructor():
    Motor()
#   ~~~~~~~ AW101: Blocks the event loop: `Motor.__init__` → `time.sleep` sleeps


async def blocks_through_inherited_constructor():
    ServoMotor()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `ServoMotor.__init__` → `Motor.__init__` → `time.sleep` sleeps


async def blocks_through_method(motor: Motor):
    motor.step()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps


async def blocks_through_override(motor: ServoMotor):
    motor.step()
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `ServoMotor.step` → `Motor.step` → `time.sleep` sleeps


async def blocks_through_property(motor: Motor):
    return motor.position
#          ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.position` → `time.sleep` sleeps


async def blocks_through_setter(motor: Motor):
    motor.position = 3
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.position` → `time.sleep` sleeps


async def blocks_through_cached_property(motor: Motor):
    return motor.limits
#          ~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.limits` → `time.sleep` sleeps


async def blocks_through_classmethod():
    Motor.calibrated()
#   ~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.calibrated` → `Motor.__init__` → `time.sleep` sleeps


async def blocks_through_staticmethod():
    Motor.cool_down()
#   ~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.cool_down` → `time.sleep` sleeps


async def blocks_through_call(motor: Motor):
    motor()
#   ~~~~~~~ AW101: Blocks the event loop: `Motor.__call__` → `Motor.step` → `time.sleep` sleeps


async def blocks_through_subscript(motor: Motor):
    return motor["speed"]
#          ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.__getitem__` → `time.sleep` sleeps


async def blocks_through_len(motor: Motor):
    return len(motor)
#          ~~~~~~~~~~ AW101: Blocks the event loop: `Motor.__len__` → `time.sleep` sleeps


async def blocks_through_in(motor: Motor):
    return 3 in motor
#          ~~~~~~~~~~ AW101: Blocks the event loop: `Motor.__contains__` → `time.sleep` sleeps


async def blocks_through_operator(motor: Motor):
    return motor + 1
#          ~~~~~~~~~ AW101: Blocks the event loop: `Motor.__add__` → `time.sleep` sleeps


async def blocks_through_str(motor: Motor):
    return str(motor)
#          ~~~~~~~~~~ AW101: Blocks the event loop: `Motor.__str__` → `time.sleep` sleeps


async def blocks_through_fstring(motor: Motor):
    return f"{motor}"
#          ~~~~~~~~~~ AW101: Blocks the event loop: `Motor.__str__` → `time.sleep` sleeps


async def blocks_through_bound_method(motor: Motor):
    step = motor.step
    step()
#   ~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps


async def blocks_through_element(motors: list[Motor]):
    for motor in motors:
        motor.step()
#       ~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps
    motors[0].step()
#   ~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps


async def blocks_through_comprehension(motors: list[Motor]):
    return [motor.position for motor in motors]
#           ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.position` → `time.sleep` sleeps


async def blocks_through_optional(motor: Motor | None):
    if motor:
        motor.step()
#       ~~~~~~~~~~~~ AW101: Blocks the event loop: `Motor.step` → `time.sleep` sleeps


# Behind with, for, generators, decorators.


class Pause:
    def __enter__(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return self

    def __exit__(self, *exception):
        return None


class PauseAtEnd:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


class Ticks:
    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return 1


async def blocks_through_enter():
    with Pause():
#        ~~~~~~~ AW101: Blocks the event loop: `Pause.__enter__` → `time.sleep` sleeps
        pass


async def blocks_through_exit():
    with PauseAtEnd():
#        ~~~~~~~~~~~~ AW101: Blocks the event loop: `PauseAtEnd.__exit__` → `time.sleep` sleeps
        pass


async def blocks_through_iterator():
    for _ in Ticks():
#            ~~~~~~~ AW101: Blocks the event loop: `Ticks.__next__` → `time.sleep` sleeps
        pass


@contextmanager
def paused() -> Iterator[None]:
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`
    yield


async def blocks_through_context_manager():
    with paused():
#        ~~~~~~~~ AW101: Blocks the event loop: `paused` → `time.sleep` sleeps
        pass


async def blocks_through_exit_stack():
    with contextlib.ExitStack() as stack:
        stack.enter_context(Pause())
#       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Pause.__enter__` → `time.sleep` sleeps


def ticks():
    while True:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        yield 1


async def blocks_through_generator():
    for _ in ticks():
#            ~~~~~~~ AW101: Blocks the event loop: `ticks` → `time.sleep` sleeps
        pass


async def blocks_through_next():
    next(ticks())
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `ticks` → `time.sleep` sleeps


async def blocks_through_list():
    return list(ticks())
#          ~~~~~~~~~~~~~ AW101: Blocks the event loop: `ticks` → `time.sleep` sleeps


async def blocks_through_yield_from():
    def all_ticks():
        yield from ticks()
#       ------------------ see AW101: calls `ticks`

    for _ in all_ticks():
#            ~~~~~~~~~~~ AW101: Blocks the event loop: `blocks_through_yield_from.all_ticks` → `ticks` → `time.sleep` sleeps
        pass


async def blocks_through_generator_expression():
    return sum(tick for tick in ticks())
#                               ~~~~~~~ AW101: Blocks the event loop: `ticks` → `time.sleep` sleeps


async def blocks_in_async_generator():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
    yield 1


def slowly(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`
        return function(*args, **kwargs)

    return wrapper


@slowly
def decorated():
    return 1


async def blocks_through_decorator():
    decorated()
#   ~~~~~~~~~~~ AW101: Blocks the event loop: `decorated` → `time.sleep` sleeps


def slowly_async(function):
    async def wrapper(*args):
        time.sleep(1)
#       ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
        return await function(*args)

    return wrapper


@slowly_async
async def is_decorated():
    return 1


def twice(function):
    function()
#   ---------- see AW101: calls `settle`
    function()


async def blocks_through_handed_over_function():
    twice(settle)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `twice` → `settle` → `time.sleep` sleeps


async def blocks_through_map():
    return list(map(lambda _: time.sleep(1), range(3)))
#               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `blocks_through_map.<lambda>` → `time.sleep` sleeps
#                             ------------- see AW101: calls `time.sleep`


async def blocks_through_sort_key(items):
    def key(item):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
        return item

    return sorted(items, key=key)
#          ~~~~~~~~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `blocks_through_sort_key.key` → `time.sleep` sleeps


async def blocks_in_default_argument():
    def inner(value=time.sleep(1)):
#                   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
        return value

    return inner


def with_default(value=time.sleep(1)):  # ok: runs when the module is imported
    return value


async def uses_default():
    with_default()


# Handed to the loop.


def on_timer():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


def on_done(future):
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


def on_signal(number):
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


async def hands_callbacks_to_loop(task: asyncio.Task):
    loop = asyncio.get_running_loop()
    loop.call_later(5, on_timer)
    task.add_done_callback(on_done)
    loop.add_signal_handler(15, on_signal, 15)
    loop.call_soon(lambda: time.sleep(1))
#                          ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


# Silent.


def sync_code():
    time.sleep(1)  # ok: nothing says that it runs on the loop
    settle()


time.sleep(0)  # ok: at import


async def awaits():
    await asyncio.sleep(1)
    await asyncio.wait_for(asyncio.sleep(2), 1)


async def offloads_to_thread():
    await asyncio.to_thread(time.sleep, 1)
    await asyncio.to_thread(settle)
    await asyncio.to_thread(lambda: time.sleep(1))
    await asyncio.to_thread(functools.partial(time.sleep, 1))


async def offloads_to_executor(motor: Motor):
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 1)
    await loop.run_in_executor(None, settle)
    await loop.run_in_executor(None, motor.step)
    # FIXME false alarm: what it waits for has been awaited
    with ThreadPoolExecutor() as pool:
        await loop.run_in_executor(pool, functools.partial(time.sleep, 1))


async def offloads_nested_function():
    def work():
        time.sleep(1)
        settle()

    await asyncio.to_thread(work)


async def starts_thread():
    Thread(target=settle).start()
    Thread(target=time.sleep, args=(1,), daemon=True).start()


async def hands_over_later(pool: ThreadPoolExecutor):
    pool.submit(settle)
    # FIXME false alarm: only iterating over the results waits
    pool.map(time.sleep, [1, 2])
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW108: Blocks the event loop: `Executor.map` waits for another thread or process


async def only_defines():
    def later():
        time.sleep(1)

    return later


async def only_makes_generator():
    return ticks()


async def only_names():
    return time.sleep


async def gives_way_to_other_threads():
    time.sleep(0)  # ok: returns at once


def fitting(plain, coroutine, is_sync):
    chosen = plain if is_sync else coroutine
    return chosen()


async def settle_async():
    await asyncio.sleep(1)


async def calls_what_fits_the_place(is_sync):
    return await fitting(settle, settle_async, is_sync)


class Later:
    def result(self):
        time.sleep(1)
        return unread.anything()


class Now:
    async def result(self):
        return 1


async def awaits_one_of_several(later: Later | Now):
    return await later.result()


def dispatched(declared: Callable[[], Coroutine[Any, Any, None]]):
    def decorator(plain):
        def wrapper(is_sync):
            chosen = plain if is_sync else declared
            return chosen()

        return wrapper

    return decorator


@dispatched(unread.settle)
def settles_either_way():
    time.sleep(1)


async def calls_what_is_dispatched():
    settles_either_way(False)


async def is_there_to_fail():
    with pytest.raises(ValueError):
        settle()


async def calls_coroutine():
    await blocks()  # ok: reported where it stands
    asyncio.create_task(blocks_through_helper())


# FIXME false alarm: never runs
if TYPE_CHECKING:
    async def only_typed():
        time.sleep(1)
#       ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


class Clock:
    def sleep(self, seconds):
        return seconds


async def calls_other_sleep(clock: Clock):
    clock.sleep(1)


async def calls_shadowed_sleep(time):
    time.sleep(1)


async def calls_locally_defined_sleep():
    def sleep(seconds):
        return seconds

    sleep(1)


def settle_if_no_loop():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        time.sleep(1)  # ok: there is no loop here


async def calls_guarded():
    settle_if_no_loop()


async def unreachable():
    return
    time.sleep(1)


def main():
    time.sleep(1)  # ok: before the loop
    asyncio.run(blocks())


if __name__ == "__main__":
    main()
