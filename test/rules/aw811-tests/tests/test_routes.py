from litestar import get


# Silent: in a test nobody waits for the loop.
@get("/")
def handler() -> str:
    return "ok"
