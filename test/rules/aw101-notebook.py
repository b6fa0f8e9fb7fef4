# notebook
# Cells run on the loop of the kernel; nothing else waits for that, unless a coroutine was started.
import asyncio
import time


async def blocks_in_a_coroutine():
    time.sleep(1)
#   ~~~~~~~~~~~~~ AW101: Blocks the event loop: `time.sleep` sleeps


await blocks_in_a_coroutine()

# Silent.


def is_called_by_nobody_on_the_loop():
    time.sleep(1)
