# profile: async-first
# Guidelines 93 to 95: work for the processor (AW109), and the thread that the document offers. C14 settles how it asks
# for the loop: AW402.
import asyncio

import whisper

model = whisper.load_model("small")


def transcribe(path):
    return model.transcribe(path)
#          ---------------------- see AW109: calls `Whisper.transcribe`


async def bad_computes(path):
    return transcribe(path)
#          ~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `transcribe` → `Whisper.transcribe` computes for long


async def settled_computes(path):
    loop = asyncio.get_event_loop()
#          ~~~~~~~~~~~~~~~~~~~~~~~~ AW402: Asks by `get_event_loop` for the loop that runs this coroutine: `get_running_loop` says what is meant
    return await loop.run_in_executor(None, transcribe, path)


async def good_computes(path):
    return await asyncio.to_thread(transcribe, path)
