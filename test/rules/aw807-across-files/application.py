from burr.core import Application, ApplicationBuilder


def build(graph) -> Application:
    return ApplicationBuilder().with_graph(graph).build()
#          ---------------------------------------------- see AW807: built here


async def build_async(graph) -> Application:
    return await ApplicationBuilder().with_graph(graph).abuild()
#                ----------------------------------------------- see AW807: built here
