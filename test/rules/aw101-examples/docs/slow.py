import time

from broker.middleware import Middleware


class Slow(Middleware):
    def startup(self):
        time.sleep(1)


async def starts(middleware: Middleware):
    middleware.startup()
