# What is gathered, and could be started in a task group: the same comes of it, in the same order.
import asyncio
import pathlib
import tempfile

log = []
folder = pathlib.Path(tempfile.mkdtemp())


async def load(name, turns=1):
    log.append(f"starts {name}")
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append(f"ends {name}")
    return name


def noted(value):
    log.append(f"makes {value}")
    return value


class Store:
    async def fill(self):
        self.one, self._two = await asyncio.gather(load("a", 2), load("b"))
        return self.one, self._two


async def case_discarded():
    await asyncio.gather(load(noted("a")), load(noted("b")))  # both
    return list(log)


async def case_discarded_many():
    await asyncio.gather(*(load(noted(name)) for name in "abc" if name != "b"))
    return list(log)


async def case_discarded_many_of_a_name_that_is_taken():
    name = "mine"
    await asyncio.gather(*[load(name) for name in "ab"])
    return name


async def case_unpacked():
    x, y = await asyncio.gather(load(noted("a"), 3), load(noted("b")))
    return x, y


async def case_unpacked_into_attributes():
    return await Store().fill()


async def case_returned():
    return await asyncio.gather(load("a", 2), load("b"), return_exceptions=False)


async def case_many():
    results = await asyncio.gather(*[load(noted(name)) for name in "cab"])
    return results


async def case_many_in_lines(task="mine", group="ours"):
    results = await asyncio.gather(
        # All of them.
        *[
            load(name)  # one
            for name in "ab"
        ],
    )
    return results, task, group


async def case_lines_with_comments():
    result = await asyncio.gather(
        # The first.
        load("a"),  # one
        # The second.
        load(
            "b",
        ),
    )
    return result


async def case_mapped():
    names = ["a", "b"]
    return dict(zip(names, await asyncio.gather(*map(load, names))))


async def case_discarded_list():
    coroutines = [load(noted(name)) for name in "ba"]
    await asyncio.gather(*coroutines)
    return list(log)


async def case_list_under_a_name():
    tasks = [load(name) for name in "ba"]
    results = await asyncio.gather(*tasks)
    return results


async def case_mixed():
    first, *others = await asyncio.gather(load("x"), *[load(name) for name in "ab"])
    return first, others


async def case_in_a_condition():
    if "a" in await asyncio.gather(load("a"), load("b")):
        return "found"


async def case_over_its_results():
    found = []
    for name in await asyncio.gather(*[load(name) for name in "ab"]):
        found.append(name)
    return found


async def case_part_of_an_expression():
    return (await asyncio.gather(load("a"), load("b")))[0], len(log)


async def case_of_the_library():
    one, two = await asyncio.gather(asyncio.to_thread(noted, 1), asyncio.wait_for(load("a"), 4))
    return one, two


async def case_two_levels():
    async def both(name):
        return await asyncio.gather(load(name), load(name * 2))

    return await asyncio.gather(*[both(name) for name in "ab"])
