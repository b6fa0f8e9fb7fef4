# AW404 nest-asyncio
import asyncio

import nest_asyncio
from nest_asyncio import apply as patch

nest_asyncio.apply()
#~~~~~~~~~~~~~~~~~~~ AW404: Patches asyncio so that loops nest: `await` instead, and the patch is not needed


async def fetch(): ...


def patches_in_a_function(loop):
    patch(loop)
#   ~~~~~~~~~~~ AW404: Patches asyncio so that loops nest: `await` instead, and the patch is not needed


async def nests():
    asyncio.run(fetch())  # ok: the patch lets it nest


class Style:
    def apply(self): ...


Style().apply()
