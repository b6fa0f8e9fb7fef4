# AW203 coroutine-used-as-value
import asyncio
import inspect
import json
from typing import AsyncIterator


async def is_ready():
    return True


async def fetch():
    return {"a": 1}


async def is_a_condition():
    if is_ready():
#      ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true
        pass
    while is_ready():
#         ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true
        break
    print("go" if is_ready() else "stay")
#                 ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true
    return not is_ready()
#              ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true


async def is_part_of_a_condition(strict):
    if strict and is_ready():
#                 ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true
        pass
    if is_ready() or strict:
#      ~~~~~~~~~~ AW203: Lacks `await` before `is_ready`: the coroutine is a condition, and always true
        pass
    # FIXME missed alarm: what asserts and comprehensions test is not remembered
    assert is_ready()
    return [each for each in "abc" if is_ready()]


async def is_compared():
    if fetch() == {"a": 1}:
#      ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is compared
        pass
    answer = fetch()
#            ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is compared
    return answer is None
#          -------------- see AW203: used here


async def has_no_such_attribute():
    fetch().keys()
#   ~~~~~~~ AW203: Lacks `await` before `fetch`: an attribute is looked for on the coroutine
    answer = fetch()
#            ~~~~~~~ AW203: Lacks `await` before `fetch`: an attribute is looked for on the coroutine
    return answer.keys()
#          ----------- see AW203: used here


async def is_subscripted():
    answer = fetch()
#            ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is subscripted
    return answer["a"]
#          ----------- see AW203: used here


async def is_formatted():
    print(f"got {fetch()}")
#                ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine itself is formatted


async def is_iterated():
    for key in fetch():
#              ~~~~~~~ AW203: Lacks `await` before `fetch`: the loop is over the coroutine
        print(key)
    return [key for key in fetch()]
#                          ~~~~~~~ AW203: Lacks `await` before `fetch`: the loop is over the coroutine


async def is_unpacked():
    first, second = fetch()
#   ----- see AW203: used here
#                   ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is unpacked
    return [*fetch()]
#            ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is unpacked


async def is_added():
    total = fetch()
#           ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is an operand
    return total + 1
#          --------- see AW203: used here


async def is_an_argument():
    len(fetch())
#       ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is an argument where its result is meant
    json.dumps(fetch())
#              ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is an argument where its result is meant
    print(fetch())
#         ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is an argument where its result is meant
    return list(fetch())
#               ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is an argument where its result is meant


async def is_used_after_a_branch(cached):
    answer = cached or fetch()
#                      ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is subscripted
    return answer["a"]
#          ----------- see AW203: used here


def is_used_in_plain_code():
    return fetch()["a"]
#          ~~~~~~~ AW203: Lacks `await` before `fetch`: the coroutine is subscripted


class Stream:
    async def open(self) -> AsyncIterator[int]:
        return numbers()

    async def session(self): ...


async def numbers():
    yield 1


async def misses_await_before_async_for(stream: Stream):
    async for number in stream.open():
#                       ~~~~~~~~~~~~~ AW203: Lacks `await` before `Stream.open`: the loop is over the coroutine
        print(number)


async def misses_await_before_async_with(stream: Stream):
    async with stream.session():
#              ~~~~~~~~~~~~~~~~ AW203: Lacks `await` before `Stream.session`: the coroutine is entered as a context manager
        pass


async def awaits():
    if await is_ready():
        print((await fetch())["a"], f"{await fetch()}")
    async for number in numbers():
        print(number)


async def awaits_when_there_is_one(flag):
    task = is_ready() if flag else None
    if task is not None:
        await task
    other = is_ready()
    if other:
        await other


async def awaits_when_awaitable(flag):
    answer = fetch()
    if inspect.isawaitable(answer):
        answer = await answer
    return answer["a"]


async def looks_at_the_coroutine_itself():
    answer = fetch()
    print(answer.cr_frame, answer.__name__)
    answer.close()


async def wraps_it_first():
    task = asyncio.create_task(fetch())
    if task:
        return task.done()


async def knows_nothing(client):
    if client.is_ready():  # ok: nobody knows what this is
        return client.fetch()["a"]
