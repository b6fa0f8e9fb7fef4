import gzip


async def packs(data):
    return gzip.compress(data)
#          ~~~~~~~~~~~~~~~~~~~ AW109: Blocks the event loop: `gzip.compress` computes for long
