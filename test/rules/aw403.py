# AW403 asyncio-run-not-at-entry
import asyncio
import threading

import anyio
import click


async def fetch(url):
    return url


def loads(url):
    return asyncio.run(fetch(url))
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW403: Starts an event loop away from the entry point: `report` calls this, and each call makes a loop


def report(urls):
    return [loads(url) for url in urls]


def main(urls):
    for url in urls:
        asyncio.run(fetch(url))
#       ~~~~~~~~~~~~~~~~~~~~~~~ AW403: Starts an event loop in every turn: run one loop around this with a single `asyncio.run`


class Store:
    def get(self, url):
        return anyio.run(fetch, url)
#              ~~~~~~~~~~~~~~~~~~~~~ AW403: Starts an event loop away from the entry point: `Store.get_two` calls this, and each call makes a loop

    def get_two(self, url):
        return self.get(url), self.get(url)


# Silent.


def closes_each_loop(loops):
    for loop in loops:
        loop.run_until_complete(fetch("a"))


def keeps_its_loop(names):
    with asyncio.Runner() as runner:
        for name in names:
            runner.run(fetch(name))


def starts_over():
    while True:
        asyncio.run(fetch("a"))


def waits_for_what_it_is_given(work):
    return asyncio.run(work)


def gives_it():
    return waits_for_what_it_is_given(fetch("a"))


def is_made_for_both_sides():
    try:
        return asyncio.get_running_loop().create_task(fetch("a"))
    except RuntimeError:
        pass
    return asyncio.run(fetch("a"))


def calls_from_one_side():
    return is_made_for_both_sides()


def begins_the_program():
    asyncio.run(fetch("a"))


def begins_it_too():
    asyncio.run(fetch("a"))


def nobody_calls():
    return asyncio.run(fetch("a"))


@click.command()
def command():
    asyncio.run(fetch("a"))


def calls_a_command():
    command()


def works():
    asyncio.run(fetch("a"))


def starts_a_thread():
    threading.Thread(target=works).start()
    works()


class Tool:
    def invoke(self, url):
        raise NotImplementedError


class Fetcher(Tool):
    def invoke(self, url):
        return asyncio.run(fetch(url))


def uses(tool: Fetcher):
    return tool.invoke("a")


def wraps(function):
    def plain(*args):
        return asyncio.run(function(*args))

    return plain


begins_the_program()

if __name__ == "__main__":
    begins_it_too()
