# AW304 gather-exceptions-ignored
import asyncio
from asyncio import gather


async def notify(user):
    print(user)


async def throws_the_results_away(users):
    await asyncio.gather(*[notify(user) for user in users], return_exceptions=True)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW304: Hides every failure: `return_exceptions=True` hands them back, and nobody takes the results


async def by_another_name(users):
    await gather(*[notify(user) for user in users], return_exceptions=True)
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW304: Hides every failure: `return_exceptions=True` hands them back, and nobody takes the results


async def never_reads_them(users):
    results = await asyncio.gather(*[notify(user) for user in users], return_exceptions=True)
#                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW304: Hides every failure: `return_exceptions=True` puts them into `results`, which nobody reads
    print("done")


# Silent.


async def looks_at_them(users):
    results = await asyncio.gather(*[notify(user) for user in users], return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            print(result)


async def hands_them_on(users):
    return await asyncio.gather(*[notify(user) for user in users], return_exceptions=True)


async def raises(users):
    await asyncio.gather(*[notify(user) for user in users])


async def on_request(users, quietly):
    await asyncio.gather(*[notify(user) for user in users], return_exceptions=quietly)


async def after_cancelling(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def at_the_end(clients, job):
    try:
        await job()
    finally:
        await asyncio.gather(*[notify(client) for client in clients], return_exceptions=True)


async def closes(clients):
    await asyncio.gather(*[client.aclose() for client in clients], return_exceptions=True)


class Server:
    def __init__(self, clients):
        self.clients = clients

    async def stop(self):
        await asyncio.gather(*[client.leave() for client in self.clients], return_exceptions=True)


async def tries(user):
    try:
        await notify(user)
    except Exception as error:
        print(error)


async def of_those_who_see_to_it(users):
    await asyncio.gather(*[tries(user) for user in users], return_exceptions=True)


async def of_tasks_of_others(tasks):
    await asyncio.gather(*tasks, return_exceptions=True)
