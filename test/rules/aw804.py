# AW804 sync-to-async-misuse
from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async
from django.contrib.auth.models import User
from django.db import models


class Note(models.Model): ...


def load(key) -> dict:
    return {"key": key}


def loader(key):
    def inner():
        return load(key)

    return inner


async def fetch(key): ...


def count_notes():
    return Note.objects.count()


async def calls_it_first(key):
    return await sync_to_async(load(key))()
#                ~~~~~~~~~~~~~~~~~~~~~~~~ AW804: Calls `load` here and now, and offloads what it gave: hand over the function itself


async def calls_it_first_for_channels(key):
    return await database_sync_to_async(load(key))()
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW804: Calls `load` here and now, and offloads what it gave: hand over the function itself


async def is_async_already(key):
    return await sync_to_async(fetch)(key)
#                ~~~~~~~~~~~~~~~~~~~~ AW804: Offloads `fetch`, which is async already: `await` it


async def uses_the_orm_on_any_thread():
    return await sync_to_async(count_notes, thread_sensitive=False)()
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW804 (warning): Uses the ORM on any thread: connections of `count_notes` with `thread_sensitive=False` are never closed


# Silent.


async def hands_over(key):
    return await sync_to_async(load)(key)


async def a_factory_gives_a_function(key):
    return await sync_to_async(loader(key))()


async def any_thread_without_the_orm(key):
    return await sync_to_async(load, thread_sensitive=False)(key)


async def keeps_the_thread():
    return await sync_to_async(count_notes)()


@sync_to_async
def decorated():
    return Note.objects.count()
