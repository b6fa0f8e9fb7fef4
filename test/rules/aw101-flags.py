# Flags: what a call hands over decides what it runs.
import time


def stop(wait=False, *, how="now", limit=None):
    if wait:
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


def close(block: bool = True):
    if not block:
        return None
    time.sleep(1)
#   ------------- see AW101: calls `time.sleep`


def named(name):
    if name == "slow":
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


def hidden(name: str):
    if name[0] == "_":
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


def private(name: str):
    if name.startswith("_") and name != "_fast":
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


def one_of(mode):
    if mode in ("slow", "slower"):
        time.sleep(1)
#       ------------- see AW101: calls `time.sleep`


def given(delay=None):
    if delay is not None:
        time.sleep(delay)
#       ----------------- see AW101: calls `time.sleep`


class Loader:
    def __getattr__(self, name):
        if name.startswith("_"):
            self.load(name)
#           --------------- see AW101: calls `Loader.load`
        return name

    def load(self, name):
        if name == "_version":
            time.sleep(1)
#           ------------- see AW101: calls `time.sleep`


async def blocks_when_asked_to(loader: Loader, flag: bool):
    stop(True)
#   ~~~~~~~~~~ AW101: Blocks the event loop: `stop` → `time.sleep` sleeps
    stop(wait=True)
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `stop` → `time.sleep` sleeps
    stop(flag)
#   ~~~~~~~~~~ AW101: Blocks the event loop: `stop` → `time.sleep` sleeps
    close()
#   ~~~~~~~ AW101: Blocks the event loop: `close` → `time.sleep` sleeps
    named("slow")
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `named` → `time.sleep` sleeps
    hidden("_x")
#   ~~~~~~~~~~~~ AW101: Blocks the event loop: `hidden` → `time.sleep` sleeps
    private("_x")
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `private` → `time.sleep` sleeps
    one_of("slow")
#   ~~~~~~~~~~~~~~ AW101: Blocks the event loop: `one_of` → `time.sleep` sleeps
    given(1)
#   ~~~~~~~~ AW101: Blocks the event loop: `given` → `time.sleep` sleeps
    given(flag)
#   ~~~~~~~~~~~ AW101: Blocks the event loop: `given` → `time.sleep` sleeps
    loader._version
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Loader.__getattr__` → `Loader.load` → `time.sleep` sleeps


# Silent.


async def goes_on(loader: Loader):
    stop()
    stop(False)
    stop(wait=False)
    close(False)
    named("fast")
    hidden("x")
    private("x")
    private("_fast")
    one_of("fast")
    given()
    given(None)
    loader.version
    loader._name
