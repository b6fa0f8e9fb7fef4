# What waits without blocking, one after the other or all at once: the same comes of it, in the same order.
import asyncio
import pathlib
import tempfile

log = []
folder = pathlib.Path(tempfile.mkdtemp())
for name in "abc":
    (folder / f"{name}.txt").write_text(name * 2)


async def read(name):
    if name == "x":
        raise KeyError(name)
    return await asyncio.to_thread((folder / f"{name}.txt").read_text)


class Server:
    async def __aenter__(self):
        self.most = self.now = 0
        self.server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *error):
        self.server.close()

    async def answer(self, reader, writer):
        self.now += 1
        self.most = max(self.most, self.now)
        line = await reader.readline()
        await asyncio.sleep(0.01)
        self.now -= 1
        writer.write(line.upper())
        writer.close()


async def ask(server, word):
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(word.encode() + b"\n")
    answer = await reader.readline()
    writer.close()
    return answer.decode().strip()


async def case_two_in_a_row():
    one = await read("a")
    two = await read("b")
    return one, two


async def case_with_types_and_comments():
    # Before.
    one: str = await read("a")  # first
    # Between.
    two: str = await read(
        "b"
    )
    return one, two


async def case_unpacked_and_attributes():
    first, second = await asyncio.to_thread((folder / "a.txt").read_text)
    third, *_ = await asyncio.to_thread((folder / "b.txt").read_text)
    return first, second, third


async def case_one_fails():
    try:
        one = await read("a")
        two = await read("x")
    except KeyError as error:
        return error.args
    return one, two


async def case_loop_fills_a_list():
    texts = ["first"]
    for name in ["c", "a", "b"][:]:
        text = await read(name)
        texts.append(text)
    return texts


async def case_loop_fills_a_dict():
    names = list("abc")
    found = {}
    for name in names:
        found[name] = await read(name)
    return found


async def case_loop_over_pairs():
    pairs = list(enumerate("abc"))
    texts = []
    for number, name in pairs:
        # A turn.
        text = await read(name)

        texts.append(
            str(number)
            + text
        )
    return texts


async def case_comprehension():
    names = list("abc")
    return len([await read(name) for name in names if name != "b"]), [await read(name) for name in names]


async def case_comprehension_over_lines():
    names = list("abc")
    texts = [
        (await read(name)).upper()
        for name in names
    ]
    return texts


async def case_loop_fails():
    names = list("axc")
    texts = []
    try:
        for name in names:
            texts.append(await read(name))
    except KeyError as error:
        return error.args
    return texts


async def case_fan_out():
    words = [f"word {number}" for number in range(30)]
    async with Server() as server:
        answers = await asyncio.gather(*[ask(server, word) for word in words])
    return answers


async def case_fan_out_of_tasks():
    words = [f"word {number}" for number in range(30)]
    async with Server() as server:
        tasks = []
        for word in words:
            tasks.append(asyncio.create_task(ask(server, word)))
        answers = await asyncio.gather(*tasks)
    return answers


async def case_hops_in_a_row():
    one = await asyncio.to_thread((folder / "a.txt").read_text)
    two = await asyncio.to_thread((folder / f"{one[0]}.txt").read_text)
    return one, two


async def case_hops_in_a_loop():
    texts = []
    for name in "abc":
        texts.append(await asyncio.to_thread((folder / f"{name}.txt").read_text))
    return texts


def quick(value, *, twice=False):
    return value * 2 if twice else value


async def case_unwrapped():
    return await asyncio.to_thread(quick, 2, twice=True), await asyncio.to_thread(lambda: 1)


async def needless(value):
    return quick(value)


async def case_needless():
    return (await needless("a")).upper(), await needless("b")
