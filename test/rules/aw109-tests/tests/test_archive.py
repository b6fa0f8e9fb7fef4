# A test is alone on its loop: nobody waits while it computes.
import gzip


async def test_unpacks():
    assert gzip.decompress(gzip.compress(b"x" * 1_000_000))
