# No sync twin is known.
import asyncio

import unread


async def main():
    await unread.connect()


asyncio.run(main())
