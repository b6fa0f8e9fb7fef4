# AW808 burr-persister-mismatch
from burr.core import ApplicationBuilder
from burr.core.persistence import AsyncBaseStatePersister, BaseStatePersister, SQLitePersister
from burr.integrations.persisters.b_aiosqlite import AsyncSQLitePersister


class Files(BaseStatePersister): ...


class Cloud(AsyncBaseStatePersister): ...


async def sync_persister_async_builder(graph):
    return await ApplicationBuilder().with_graph(graph).with_state_persister(Files()).abuild()
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW808: Builds async with a sync persister, which raises ValueError: `build` takes `Files`


def async_persister_sync_builder(graph):
    return ApplicationBuilder().with_graph(graph).with_state_persister(Cloud()).build()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW808: Builds sync with an async persister, which raises ValueError: `abuild` takes `Cloud`


async def sync_initializer_async_builder(graph):
    persister = SQLitePersister("states.db")
    builder = ApplicationBuilder().with_graph(graph)
    builder = builder.initialize_from(initializer=persister, resume_at_next_action=True)
    return await builder.abuild()
#                ~~~~~~~~~~~~~~~~ AW808: Builds async with a sync persister, which raises ValueError: `build` takes `SQLitePersister`


def async_persister_of_burr(graph):
    persister = AsyncSQLitePersister.from_values("states.db")
    return ApplicationBuilder().with_graph(graph).with_state_persister(persister).build()
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW808: Builds sync with an async persister, which raises ValueError: `abuild` takes `AsyncSQLitePersister`


# Silent.


def sync_persister_sync_builder(graph):
    return ApplicationBuilder().with_graph(graph).with_state_persister(Files()).build()


async def async_persister_async_builder(graph):
    return await ApplicationBuilder().with_graph(graph).with_state_persister(Cloud()).abuild()


def persister_from_elsewhere(graph, persister):
    return ApplicationBuilder().with_graph(graph).with_state_persister(persister).build()


async def without_persister(graph):
    return await ApplicationBuilder().with_graph(graph).abuild()
