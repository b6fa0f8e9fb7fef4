# profile: sync-default
# AW901 unused-suppression
import asyncio
import os
import time

# awaitwise: file-ignore[AW107]
# awaitwise: file-ignore[AW102] nothing here asks the network
#~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW102 reports nothing in this file


async def silences():
    time.sleep(1)  # awaitwise: ignore[AW101]
    time.sleep(1)  # awaitwise: ignore
    # awaitwise: ignore[blocking-sleep] as short as can be
    time.sleep(1)
    input()


async def silences_nothing():
    await asyncio.sleep(1)  # awaitwise: ignore[AW101]
#                           ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW101 reports nothing here
    await asyncio.sleep(1)  # awaitwise: ignore
#                           ~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: no rule reports anything here
    await asyncio.sleep(1)  # awaitwise: ignore[]
#                           ~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: no rule reports anything here
    await asyncio.sleep(1)  # awaitwise: ignore[AW101, AW105]
#                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW101, AW105 report nothing here
    # awaitwise: ignore[AW101]
#   ~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW101 reports nothing here
    await asyncio.sleep(1)


async def silences_a_part():
    time.sleep(1)  # awaitwise: ignore[AW105, AW101, aw106]
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW105, AW106 report nothing here


def silences_what_nobody_runs_on_the_loop():
    time.sleep(1)  # noqa: D100  # awaitwise: ignore[AW101] not async
#                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW901: Silences nothing: AW101 reports nothing here


async def silences_what_the_profile_turns_off(path):
    return os.path.exists(path)  # awaitwise: ignore[AW106]


async def silences_the_complaint():
    await asyncio.sleep(1)  # awaitwise: ignore[AW101, AW901]
