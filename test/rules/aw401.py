# AW401 nested-event-loop
import asyncio
import contextlib
import threading

import anyio
import uvicorn


async def fetch():
    return 1


async def starts_another():
    asyncio.run(fetch())
#   ~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `asyncio.run` raises RuntimeError
    asyncio.get_event_loop().run_until_complete(fetch())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `AbstractEventLoop.run_until_complete` raises RuntimeError
#   ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant
    anyio.run(fetch)
#   ~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `anyio.run` raises RuntimeError


async def starts_on_a_loop_of_its_own():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(fetch())
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `AbstractEventLoop.run_until_complete` raises RuntimeError
    with asyncio.Runner() as runner:
        runner.run(fetch())
#       ~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `Runner.run` raises RuntimeError


async def serves():
    uvicorn.run("app:app")
#   ~~~~~~~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `uvicorn.run` raises RuntimeError


def fetch_now():
    return asyncio.run(fetch())
#          -------------------- see AW401: calls `asyncio.run`


def fetch_twice():
    return fetch_now() + fetch_now()
#          ----------- see AW401: calls `fetch_now`


class Client:
    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def get(self):
        return self.loop.run_until_complete(fetch())
#              ------------------------------------- see AW401: calls `AbstractEventLoop.run_until_complete`

    @property
    def name(self):
        return self.get()
#              ---------- see AW401: calls `Client.get`


async def starts_behind_functions():
    fetch_now()
#   ~~~~~~~~~~~ AW401: Starts an event loop on a running one: `fetch_now` → `asyncio.run` raises RuntimeError
    fetch_twice()
#   ~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `fetch_twice` → `fetch_now` → `asyncio.run` raises RuntimeError


async def starts_behind_methods(client: Client):
    client.get()
#   ~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `Client.get` → `AbstractEventLoop.run_until_complete` raises RuntimeError
    print(client.name)
#         ~~~~~~~~~~~ AW401: Starts an event loop on a running one: `Client.name` → `Client.get` → `AbstractEventLoop.run_until_complete` raises RuntimeError


def on_the_loop(task):
    fetch_now()
#   ~~~~~~~~~~~ AW401: Starts an event loop on a running one: `fetch_now` → `asyncio.run` raises RuntimeError


async def starts_in_a_callback(task: asyncio.Task):
    task.add_done_callback(on_the_loop)


def fetch_from_anywhere():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(fetch())
    with_loop = threading.Thread(target=asyncio.run, args=(fetch(),))
    with_loop.start()


def fetch_when_idle():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return asyncio.ensure_future(fetch())
    return loop.run_until_complete(fetch())


def fetch_here_or_there():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is not None and loop.is_running():
        return asyncio.ensure_future(fetch())
    return asyncio.run(fetch())


def loop_runs() -> bool:
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


def fetch_when_asked():
    if loop_runs():
        return None
    else:
        return asyncio.run(fetch())


async def starts_where_there_is_none():
    fetch_when_asked()
    fetch_from_anywhere()
    fetch_when_idle()
    await asyncio.to_thread(fetch_now)
    await asyncio.to_thread(asyncio.run, fetch())
    threading.Thread(target=fetch_now).start()


def main():
    asyncio.run(fetch())  # ok: no loop runs yet


def purge():
    with contextlib.suppress(RuntimeError):
        asyncio.get_running_loop().run_until_complete(fetch())


async def stops():
    purge()


class Runner:
    def run(self, coroutine):
        return coroutine


async def calls_something_of_the_same_name():
    return await Runner().run(fetch())


if __name__ == "__main__":
    main()
