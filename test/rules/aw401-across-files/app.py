from store import Store


class Api:
    def __init__(self, store: Store):
        self.store = store

    async def list(self):
        return self.store.all()

    def list_now(self):
        return self.store.all()  # ok: plain code
