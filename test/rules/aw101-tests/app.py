import time


class Plain:
    def update(self): ...


class Slow(Plain):
    def update(self):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


async def updates(plain: Plain):
    plain.update()
#   ~~~~~~~~~~~~~~ AW101 (likely): Blocks the event loop: `Slow.update` → `time.sleep` sleeps
