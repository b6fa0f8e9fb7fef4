# AW807 burr-mode-mismatch: hooks, builder, run
from burr.core import Application, ApplicationBuilder
from burr.lifecycle import PostRunStepHook, PostRunStepHookAsync, PreRunStepHook


class PrintStep(PostRunStepHook, PreRunStepHook):
    def post_run_step(self, **kwargs): ...


class SendStep(PostRunStepHookAsync):
    async def post_run_step(self, **kwargs): ...


def sync_sync_sync(graph):  # guideline 143
    app = ApplicationBuilder().with_graph(graph).with_hooks(PrintStep()).build()
    return app.run(halt_after=["answer"])


async def sync_sync_async(graph):  # guideline 144
    app = ApplicationBuilder().with_graph(graph).with_hooks(PrintStep()).build()
#         ---------------------------------------------------------------------- see AW807: built here
    return await app.arun(halt_after=["answer"])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Runs async what `build` built: its sync hooks block the loop (`PrintStep`)


def async_sync_sync(graph):  # guideline 145
    app = ApplicationBuilder().with_graph(graph).with_hooks(SendStep()).build()
#         --------------------------------------------------------------------- see AW807: built here
    return app.run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Ignores async hooks in a sync run: `abuild` and `arun` await them (`SendStep`)


async def async_sync_async(graph):  # guideline 146
    app = ApplicationBuilder().with_graph(graph).with_hooks(SendStep()).build()
#         --------------------------------------------------------------------- see AW807: built here
    return await app.arun(halt_after=["answer"])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Runs async what `build` built: `await abuild()` is for that


async def async_async_async(graph):  # guideline 147
    app = await ApplicationBuilder().with_graph(graph).with_hooks(SendStep()).abuild()
    return await app.arun(halt_after=["answer"])


async def async_async_sync(graph):  # guideline 148
    app = await ApplicationBuilder().with_graph(graph).with_hooks(SendStep()).abuild()
#               ---------------------------------------------------------------------- see AW807: built here
    return app.run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807: Runs sync what `abuild` built, which raises ValueError: `await arun`


async def sync_async_sync(graph):  # guideline 149
    app = await ApplicationBuilder().with_graph(graph).with_hooks(PrintStep()).abuild()
#               ----------------------------------------------------------------------- see AW807: built here
    return app.run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807: Runs sync what `abuild` built, which raises ValueError: its hooks are sync, so `build` it


async def sync_async_async(graph):  # guideline 150
    app = await ApplicationBuilder().with_graph(graph).with_hooks(PrintStep()).abuild()
#               ----------------------------------------------------------------------- see AW807: built here
    return await app.arun(halt_after=["answer"])
#                ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Runs async with sync hooks, which block the loop: make them async, or build and run sync (`PrintStep`)


async def none_async_sync(graph):
    app = await ApplicationBuilder().with_graph(graph).abuild()
#               ----------------------------------------------- see AW807: built here
    return app.iterate(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807: Runs sync what `abuild` built, which raises ValueError: `await aiterate`


async def none_sync_async(graph):
    app = ApplicationBuilder().with_graph(graph).build()
#         ---------------------------------------------- see AW807: built here
    return [step async for step in app.aiterate(halt_after=["answer"])]
#                                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (information): Runs async what `build` built: `await abuild()` is for that


def application(graph) -> Application:
    builder = ApplicationBuilder().with_graph(graph)
    builder = builder.with_hooks(SendStep())
    return builder.build()
#          --------------- see AW807: built here


application_of_all: Application = None


def starts(graph):
    global application_of_all
    application_of_all = application(graph)


async def through_a_global():
    await application_of_all.arun(halt_after=["answer"])
#         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Runs async what `build` built: `await abuild()` is for that


def through_a_function(graph):
    return application(graph).run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807 (warning): Ignores async hooks in a sync run: `abuild` and `arun` await them (`SendStep`)


async def handed_hooks_cannot_save_it(graph, hooks):
    app = await ApplicationBuilder().with_graph(graph).with_hooks(*hooks).abuild()
#               ------------------------------------------------------------------ see AW807: built here
    return app.run(halt_after=["answer"])
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW807: Runs sync what `abuild` built, which raises ValueError: `await arun`


# Silent.


def none_sync_sync(graph):
    app = ApplicationBuilder().with_graph(graph).build()
    return app.run(halt_after=["answer"])


async def none_async_async(graph):
    app = await ApplicationBuilder().with_graph(graph).abuild()
    return await app.arun(halt_after=["answer"])


async def hooks_of_both_kinds(graph):
    app = await ApplicationBuilder().with_graph(graph).with_hooks(SendStep(), PrintStep()).abuild()
    return await app.arun(halt_after=["answer"])


def hooks_from_elsewhere(graph, hooks):
    app = ApplicationBuilder().with_graph(graph).with_hooks(*hooks).build()
    return app.run(halt_after=["answer"])


def application_from_elsewhere(app: Application):
    return app.run(halt_after=["answer"])


class Builder:
    def build(self):
        return self

    def run(self): ...


def another_builder():
    return Builder().build().run()
