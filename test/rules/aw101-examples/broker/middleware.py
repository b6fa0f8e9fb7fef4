from abc import ABC, abstractmethod


class Middleware(ABC):
    @abstractmethod
    def startup(self): ...


class Broker:
    def __init__(self, middlewares: list[Middleware]):
        self.middlewares = middlewares

    async def start(self):
        for middleware in self.middlewares:
            middleware.startup()  # ok: what an example makes of it is no part of the library
