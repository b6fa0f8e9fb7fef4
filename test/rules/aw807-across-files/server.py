from application import build, build_async


async def runs_async_what_was_built_sync(graph):
    return await build(graph).arun(halt_after=["answer"])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (information): Runs async what `build` built: `await abuild()` is for that


async def runs_sync_what_was_built_async(graph):
    app = await build_async(graph)
    return app.run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807: Runs sync what `abuild` built, which raises ValueError: `await arun`


async def runs_async_what_was_built_async(graph):
    app = await build_async(graph)
    return await app.arun(halt_after=["answer"])
