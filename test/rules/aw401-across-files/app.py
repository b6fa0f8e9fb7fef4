from store import Store


class Api:
    def __init__(self, store: Store):
        self.store = store

    async def list(self):
        return self.store.all()
#              ~~~~~~~~~~~~~~~~ AW401: Starts an event loop on a running one: `Store.all` → `run_now` → `AbstractEventLoop.run_until_complete` raises RuntimeError

    def list_now(self):
        return self.store.all()  # ok: plain code
