# python: 3.9
import asyncio

lock = asyncio.Lock()
#      ~~~~~~~~~~~~~~ AW406: Calls `asyncio.Lock` at import: before Python 3.10 it belongs to a loop that may not be the one that will run
limit = asyncio.Semaphore(5)
#       ~~~~~~~~~~~~~~~~~~~~ AW406: Calls `asyncio.Semaphore` at import: before Python 3.10 it belongs to a loop that may not be the one that will run


class Worker:
    queue = asyncio.Queue()
#           ~~~~~~~~~~~~~~~ AW406: Calls `asyncio.Queue` at import: before Python 3.10 it belongs to a loop that may not be the one that will run


# Silent.


async def makes_it_in_time():
    return asyncio.Event()
