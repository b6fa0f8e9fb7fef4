"""What is kept of a password."""

from __future__ import annotations

import hashlib
import hmac


def digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26)


def is_right(password: str, salt: bytes, kept: bytes) -> bool:
    return hmac.compare_digest(digest(password, salt), kept)
