# profile: hybrid
# Guideline 53: the same work in a thread. C14 settles how it asks for the loop: AW402.
import asyncio
import hashlib


def compute(password: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)


async def settled_computes(password: bytes, salt: bytes):
    loop = asyncio.get_event_loop()
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant
    return await loop.run_in_executor(None, compute, password, salt)


async def good_computes(password: bytes, salt: bytes):
    return await asyncio.to_thread(compute, password, salt)
