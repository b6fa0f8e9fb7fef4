# AW404 nest-asyncio
import asyncio

import nest_asyncio
from nest_asyncio import apply as patch

nest_asyncio.apply()


async def fetch(): ...


def patches_in_a_function(loop):
    patch(loop)


async def nests():
    asyncio.run(fetch())  # ok: the patch lets it nest


class Style:
    def apply(self): ...


Style().apply()
