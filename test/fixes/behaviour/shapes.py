# Programs that block in every shape a call can have. Each `case_…` runs before and after it is fixed.
import contextlib
import functools
import pathlib
import tempfile
import time

log = []
folder = pathlib.Path(tempfile.mkdtemp())
(folder / "a.txt").write_text("one\ntwo\n")
(folder / "b.txt").write_text("three\n")


def note(value):
    log.append(value)
    return value


def load(*args, **kwargs):
    time.sleep(0.01)
    note(("load", args, sorted(kwargs.items())))
    return args[0] if args else kwargs


def fail(message):
    time.sleep(0.01)
    raise ValueError(message)


def count(limit):
    for number in range(limit):
        time.sleep(0.01)
        yield number


@contextlib.contextmanager
def opened(name):
    time.sleep(0.01)
    note(f"open {name}")
    try:
        yield name
    finally:
        note(f"close {name}")


async def later(value):
    return note(value)


class Store:
    def __init__(self, start=0):
        time.sleep(0.01)
        self.start = start
        self.__secret = start * 2

    def get(self, key, default=None):
        time.sleep(0.01)
        return note((key, default, self.start))

    def child(self):
        return self

    @property
    def value(self):
        time.sleep(0.01)
        return self.start

    @value.setter
    def value(self, value):
        time.sleep(0.01)
        note(f"set {value}")
        self.start = value

    @classmethod
    def made(cls, start):
        return cls(start)

    @staticmethod
    def checked(value):
        time.sleep(0.01)
        return note(value)

    def __call__(self, value):
        time.sleep(0.01)
        return note(value)

    def __getitem__(self, key):
        time.sleep(0.01)
        return note(key)

    def __enter__(self):
        time.sleep(0.01)
        note("enter")
        return self

    def __exit__(self, kind, error, trace):
        note(f"exit {kind.__name__ if kind else None}")
        return kind is KeyError

    def __iter__(self):
        self.left = 3
        return self

    def __next__(self):
        time.sleep(0.01)
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left

    def __reveal(self):
        time.sleep(0.01)
        return self.__secret

    def __repr__(self):
        return f"Store({self.start})"

    async def reveal(self):
        return self.__reveal(), self.__secret


class Child(Store):
    def get(self, key, default=None):
        return super().get(key, default)

    async def fetch(self, key):
        return super().get(key, "child")


store = Store(7)


# Calls.


async def case_statement():
    load(1)
    return "done"


async def case_assigned():
    result = load(1)
    return result


async def case_annotated():
    result: int = load(1)
    return result


async def case_keywords():
    return load(1, b=2, c=note(3))


async def case_only_keywords():
    return load(a=1, func=2)


async def case_stars():
    numbers, options = [1, 2], {"k": 3}
    return load(*numbers, 4, **options)


async def case_argument_order():
    return load(note(1), note(2), k=note(3), *[note(4)])


async def case_nested():
    return load(load(note(1)), load(2))


async def case_method():
    return store.get("a")


async def case_method_with_keyword():
    return store.get(default=1, key="b")


async def case_chained():
    return store.child().child().get("c")


async def case_property():
    return store.value


async def case_property_in_expression():
    return -store.value + 1, (store.value), store.value**2


async def case_constructor():
    return Store(3).start


async def case_constructor_keyword():
    return Store(start=4).child().start


async def case_class_method():
    return Store.made(5).start


async def case_static_method():
    return store.checked(6)


async def case_callable_object():
    return store(8)


async def case_item():
    return store["key"]


async def case_super():
    return await Child(1).fetch("s")


async def case_private_name():
    return await store.reveal()


async def case_local_alias():
    run = store.get
    return run("alias")


async def case_partial():
    return functools.partial(load, 1, b=2)()


async def case_lambda_at_once():
    return (lambda value: load(value))(9)


async def case_lambda_later():
    run = lambda: load(10)
    return run()


async def case_inner_function():
    def inner(value):
        return load(value)

    return inner(11)


async def case_multi_line():
    return load(
        note(1),  # the first
        # the second
        note(2),
        key=note(3),
    )


async def case_multi_line_no_keywords():
    return load(
        1,
        2,
    )


async def case_split_chain():
    return (
        store
        # the one and only
        .child()
        .get("split")
    )


# Expressions.


async def case_tuple():
    return load(1), note(2), load(3)


async def case_list():
    return [note(0), load(1), *[load(2)]]


async def case_dictionary():
    return {note("a"): load(1), load("b"): note(2), **{"c": load(3)}}


async def case_binary():
    return note(1) + load(2) * note(3) - load(4) ** 2


async def case_unary():
    return -load(1), not load(2), ~load(3)


async def case_short_circuit():
    return load(0) and load(1), load(2) or load(3), note(0) or load(4)


async def case_conditional_expression():
    return load("yes") if load(True) else load("no")


async def case_chained_comparison():
    return note(0) < load(1) < load(2) < note(3), note(5) < load(4) < load(9)


async def case_membership():
    return 1 in load([1]), load(2) not in (1, 3)


async def case_fstring():
    return f"{note('a')}{load('b')!r:>6}{load(1.5):.{load(2)}f}"


async def case_fstring_quotes():
    return f"{load('it')} is {load({'a': 1})['a']}"


async def case_subscript():
    return [1, 2, 3][load(1)], load([4, 5, 6])[1:][0], load("abc")[load(0) : load(2)]


async def case_attribute_of_result():
    return load("text").upper().lower()


async def case_call_of_result():
    return load(str)(1)


async def case_starred_argument():
    return note((*load([1, 2]), *[3]))


async def case_keyword_argument():
    return dict(a=load(1), **load({"b": 2}))


async def case_walrus():
    if (value := load(5)) > 3:
        return value
    return None


async def case_walrus_argument():
    return load(value := 5), value


async def case_walrus_in_while():
    found = []
    rest = [3, 2, 1]
    while rest and (number := load(rest.pop())) < 3:
        found.append(number)
    return found, number


async def case_await_in_argument():
    return load(await later(1), k=await later(2))


async def case_await_in_receiver():
    return (await later(store)).get("r"), (await later("x")).join(load(["a", "b"]))


async def case_in_await():
    return await later(load(1))


# Comprehensions.


async def case_list_comprehension():
    return [load(number) for number in range(3)]


async def case_comprehension_condition():
    return [number for number in range(4) if load(number) % 2]


async def case_set_and_dict_comprehension():
    return {load(number) for number in (1, 1)}, {load(key): load(key + 1) for key in (1, 2)}


async def case_nested_comprehension():
    return [[load(a + b) for b in range(2)] for a in load([1, 2])]


async def case_comprehension_with_await():
    return [load(await later(number)) for number in range(2)]


async def case_comprehension_iterable():
    return [number + 1 for number in load([1, 2])]


async def case_sum_of_generator():
    return sum(load(number) for number in range(3))


async def case_any_stops_early():
    return any(load(number) for number in range(5)), all(load(number) for number in (1, 0, 2))


async def case_join():
    return ", ".join(load(text) for text in "ab")


async def case_generator_iterable():
    return sum(number for number in load([1, 2]))


async def case_walrus_in_comprehension():
    return [last for number in (1, 2) if (last := load(number))], last


# Statements.


async def case_condition():
    if load(0):
        return 1
    elif load(1):
        return 2
    else:
        return 3


async def case_while():
    rest = [1, 2]
    while load(len(rest)):
        rest.pop()
    else:
        note("else")
    return rest


async def case_unpacking():
    (first, *rest), last = load(((1, 2, 3), 4))
    return first, rest, last


async def case_augmented():
    total = 1
    total += load(2)
    total *= load(3)
    return total


async def case_store_item():
    table = {}
    table[load("key")] = load("value")
    table[load("key")] += load("!")
    return table


async def case_store_attribute():
    own = Store(1)
    own.value = note(2)
    own.value += 3
    own.value = own.value + load(1)
    return own.start


async def case_assert():
    try:
        assert load(0), load("message")
    except AssertionError as error:
        return str(error)


async def case_raise():
    try:
        raise load(KeyError("a")) from load(ValueError("b"))
    except KeyError as error:
        return repr(error), repr(error.__cause__)


async def case_exception():
    try:
        fail("told you")
    except ValueError as error:
        return repr(error)
    finally:
        load("finally")


async def case_exception_comes_out():
    fail("to the caller")


async def case_stop_iteration():
    try:
        return next(iter(load([])))
    except StopIteration:
        return "stopped"


async def case_handlers():
    try:
        note("try")
    except ValueError:
        load(1)
    else:
        load(2)
    finally:
        load(3)
    return "end"


async def case_match():
    match load({"kind": "a", "size": 2}):
        case {"kind": "b"}:
            return 1
        case {"kind": kind, "size": size} if load(size) == 2:
            return kind, size


async def case_default_argument():
    def inner(value=load(1), *, other=load(2)):
        return value, other

    return inner()


async def case_decorator_argument():
    @functools.lru_cache(maxsize=load(4))
    def inner():
        return 1

    return inner(), inner.cache_parameters()["maxsize"]


async def case_semicolons():
    a = load(1); b = load(2); return a, b


async def case_one_line_block():
    if True: load(1)
    for number in range(2): load(number)
    return "end"


async def case_loop():
    found = []
    for number in range(3):
        if load(number) == 1:
            continue
        found.append(load(number))
    return found


async def case_async_blocks():
    @contextlib.asynccontextmanager
    async def around():
        load("in")
        yield load("value")
        load("out")

    async def numbers():
        for number in range(2):
            yield load(number)

    async with around() as value:
        return value, [load(number) async for number in numbers()]


# Blocks.


async def case_with_file():
    with open(folder / "a.txt") as file:
        return file.read()


async def case_with_file_and_go_on():
    with open(folder / "a.txt") as file:
        first = file.readline()
        rest = file.read()
    return first, rest


async def case_with_file_on_the_way():
    # Read first.
    with open(folder / "a.txt") as file:  # opened
        text = file.read()  # read

        # Down to the last line.
        lines = text.splitlines()
    await later(lines)
    return text, lines, file.closed


async def case_two_files():
    with open(folder / "a.txt") as file:
        first = file.read()
    with open(folder / "b.txt") as file:
        second = file.read()
    return first, second


async def case_file_in_file():
    with open(folder / "a.txt") as source:
        with open(folder / "c.txt", "w") as target:
            target.write(source.read())
    return (folder / "c.txt").read_text()


async def case_files_in_loop():
    total = 0
    names = []
    for name in ("a.txt", "b.txt"):
        with open(folder / name) as file:
            total += len(file.read())
            names.append(name)
    return total, names


async def case_file_bound_before():
    text = "nothing"
    if load(True):
        with open(folder / "b.txt") as file:
            if file.readline():
                text = file.readline() or "empty"
    return text


async def case_file_is_missing():
    try:
        with open(folder / "missing.txt") as file:
            return file.read()
    except FileNotFoundError as error:
        return type(error).__name__


async def case_file_with_early_returns():
    with open(folder / "a.txt") as file:
        for line in file:
            if line.startswith("t"):
                return line
        return None


async def case_text_in_block():
    with open(folder / "d.txt", "w") as file:
        file.write("""first
  second
""")
        text = f"""
{folder.name and 1}
    end"""
    with open(folder / "d.txt") as file:
        return file.read(), text


async def case_block_in_method():
    class Reader:
        def __init__(self):
            self.__name = "b.txt"

        async def read(self):
            with open(folder / self.__name) as file:
                self.text = file.read()
            return self.text

    return await Reader().read()


async def case_own_manager():
    with Store(2) as own:
        note(own.start)
    return own.start


async def case_manager_swallows():
    with Store(2):
        raise KeyError("gone")
    return "after"


async def case_generator_manager():
    with opened("x") as name, opened("y"):
        result = note(name)
    return result


async def case_manager_and_error():
    try:
        with opened("x"):
            raise ValueError("inside")
    except ValueError as error:
        return str(error)


async def case_for_over_iterator():
    found = []
    for number in Store(1):
        found.append(number)
    else:
        note("else")
    return found


async def case_for_over_generator():
    found = []
    for number in count(3):
        if number == 2:
            break
        found.append(await later(number))
    return found


async def case_list_of_generator():
    return list(count(2)), sorted(count(2), key=lambda number: -number), [*range(1)]


async def case_comprehension_over_generator():
    return [number * 2 for number in count(3)], sum(number for number in count(3))


async def case_next_of_generator():
    return next(count(2))


# Names.


async def case_name_is_taken():
    asyncio = trio = anyio = functools = run_in_threadpool = sync_to_async = load(1)
    with open(folder / "b.txt") as file:
        work = file.read()
    read_file = work
    return asyncio, trio, anyio, functools, run_in_threadpool, sync_to_async, work, load(2, k=3)


async def case_closure_sees_block():
    def show():
        return text

    with open(folder / "b.txt") as file:
        text = file.read()
    return show()


async def case_generator_in_generator():
    return list(map(str, (load(number) for number in range(2))))


async def case_shown_code():
    return f"{load(1)=}"


# What cannot be moved stays.


async def refused_generator_given_on():
    return await later((load(number) for number in range(1)))


async def refused_block_that_awaits():
    with opened("x") as name:
        return await later(name)
