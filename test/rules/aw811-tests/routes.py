from litestar import get


@get("/")
def handler() -> str:
#   ~~~~~~~ AW811: Runs the endpoint `handler` on the loop of litestar without saying so: `sync_to_thread=` is missing
    return "ok"
