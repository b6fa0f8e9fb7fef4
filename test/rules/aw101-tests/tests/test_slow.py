from app import Slow


async def test_slow():
    Slow().update()
#   ~~~~~~~~~~~~~~~ AW101: Blocks the event loop: `Slow.update` → `time.sleep` sleeps
