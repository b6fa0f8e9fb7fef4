# AW601 needless-async
import asyncio
import time
from abc import ABC, abstractmethod

from unread import Base, decorator

jobs = {}


async def find(job_id):
#         ~~~~ AW601: Never waits: `find` could be a plain `def`, and its 2 calls do without `await`
    return jobs.get(job_id)


class Store:
    async def size(self):
#             ~~~~ AW601: Never waits: `Store.size` could be a plain `def`, and its only call does without `await`
        return len(jobs)

    @staticmethod
    async def empty():
#             ~~~~~ AW601: Never waits: `Store.empty` could be a plain `def`, and its only call does without `await`
        return not jobs

    async def saved(self):
        await asyncio.sleep(1)


async def uses(store: Store):
    await find(1)
    await find(2)
    await Store.empty()
    await store.saved()
    return await store.size()


# Silent.


class Menu:
    async def finalize(self, reason):
        """Others may have something to do when it is over."""
        return

    async def title(self):
        return "Menu"

    async def on_error(self, error):
        print(error)


async def runs_what_others_fill(menu: Menu):
    await menu.finalize("late")
    print(await menu.title())
    await menu.on_error("late")


async def waits():
    await asyncio.sleep(1)


async def gathered(number):
    return number * 2


async def made_a_task():
    return 1


async def handed_on():
    return 1


async def asked_for_by_text():
    return 1


async def used_by_nobody():
    return 1


async def may_hold_the_loop_up():
    time.sleep(1)


@decorator
async def decorated():
    return 1


async def streams():
    yield 1


class Shape(ABC):
    @abstractmethod
    async def area(self): ...

    async def name(self):
        return "shape"


class Square(Shape):
    async def area(self):
        return 1

    async def name(self):
        return "square"


class Provider:
    async def read(self, key):
        if key in jobs:
            raise NotImplementedError

    async def use(self):
        return await self.read(1)


class Flow:
    async def step_user(self):
        return await self.step_confirm()

    async def step_confirm(self):
        return 1

    async def run(self, step):
        return await getattr(self, f"step_{step}")()


class AsyncStore:
    async def size(self):
        return len(jobs)


class Unread(Base):
    async def hook(self):
        return 1


class Resource:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None


async def uses_the_others(shape: Shape, unread: Unread, module):
    await gathered(1)
    await asyncio.gather(gathered(1), gathered(2))
    await made_a_task()
    await asyncio.create_task(made_a_task())
    await handed_on()
    jobs["later"] = handed_on
    await asked_for_by_text()
    await getattr(module, "asked_for_by_text")()
    await may_hold_the_loop_up()  # awaitwise: ignore
    await decorated()
    await shape.area()
    await shape.name()
    await unread.hook()
    await AsyncStore().size()
    await waits()
    async with Resource():
        return [number async for number in streams()]
