import plugins.loaded


async def loads_a_plugin():
    import plugins.chart
#          ~~~~~~~~~~~~~ AW110: Blocks the event loop: nothing imports `plugins.chart` earlier, so it is loaded here

    return plugins.chart.draw


async def loads_from_a_package():
    from plugins import report
#                       ~~~~~~ AW110: Blocks the event loop: nothing imports `plugins.report` earlier, so it is loaded here

    return report.write


async def is_there_already():
    import plugins.loaded
    from plugins import loaded

    return loaded


plugins.loaded.start()
