async def imports_itself():
    from . import loaded
    from .chart import draw
#                      ~~~~ AW110: Blocks the event loop: nothing imports `plugins.chart` earlier, so it is loaded here

    return loaded, draw
