# AW811 litestar-implicit-sync
from litestar import Litestar, get, post
from litestar.di import Provide

BLOCKS = True


@get("/health")
def says_nothing() -> str:
#   ~~~~~~~~~~~~ AW811: Runs the endpoint `says_nothing` on the loop of litestar without saying so: `sync_to_thread=` is missing
    return "ok"


@post
def says_nothing_without_brackets() -> str:
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW811: Runs the endpoint `says_nothing_without_brackets` on the loop of litestar without saying so: `sync_to_thread=` is missing
    return "ok"


def settings() -> dict:
#   ~~~~~~~~ AW811: Runs the dependency `settings` on the loop of litestar without saying so: `sync_to_thread=` is missing
    return {}


app = Litestar(dependencies={"settings": Provide(settings)})

# Silent.


@get("/quick", sync_to_thread=False)
def is_quick() -> str:
    return "ok"


@get("/slow", sync_to_thread=True)
def is_slow() -> str:
    return "ok"


@get("/worked-out", sync_to_thread=BLOCKS)
def is_worked_out() -> str:
    return "ok"


@get("/async")
async def is_async() -> str:
    return "ok"
