# AW109 cpu-bound-call
import asyncio
import gzip
import hashlib
import json
import re
import zlib

import bcrypt
import pymupdf
from concurrent.futures import ProcessPoolExecutor


async def hashes(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)
#          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `hashlib.scrypt` computes for long


def verify(password, hashed):
    return bcrypt.checkpw(password, hashed)
#          -------------------------------- see AW109: calls `bcrypt.checkpw`


async def hashes_behind_a_function(password, hashed):
    if not verify(password, hashed):
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `verify` → `bcrypt.checkpw` computes for long
        raise PermissionError


async def compresses(rows):
    packed = gzip.compress(b"".join(rows))
#            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `gzip.compress` computes for long
    return zlib.decompress(packed)
#          ~~~~~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `zlib.decompress` computes for long


async def holds_the_gil(page: pymupdf.Page):
    return page.find_tables()
#          ~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `Page.find_tables` computes for long and holds the GIL


# Silent.


async def small_work(message, digits):
    json.loads(message)
    hashlib.sha256(message)
    return re.sub(r"\d+", digits, message)


async def offloads(password, salt):
    return await asyncio.to_thread(hashlib.pbkdf2_hmac, "sha256", password, salt, 600_000)


async def offloads_to_a_process(pool: ProcessPoolExecutor, page):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, page.find_tables)


def outside_the_loop(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1)
