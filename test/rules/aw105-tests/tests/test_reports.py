import time
from pathlib import Path

from reports import load


# Silent: nobody else waits for the loop of a test.
async def test_load():
    Path("report.txt").write_text("all is well")
    assert await load("report.txt") == "all is well"


# That it sleeps is no less odd here.
async def test_age():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps
