# profile: hybrid
# Guideline 52: work for the processor in a coroutine (AW109).
import hashlib


def compute(password: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
#          ------------------------------------------------------ see AW109: calls `hashlib.pbkdf2_hmac`


async def bad_computes(password: bytes, salt: bytes):
    return compute(password, salt)
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `compute` → `hashlib.pbkdf2_hmac` computes for long
