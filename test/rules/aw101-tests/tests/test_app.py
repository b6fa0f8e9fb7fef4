from app import Plain, Slow


# Silent: in a test, something else may stand in for what would block.
async def test_plain(plain: Plain):
    plain.update()
