import asyncio

import redis.asyncio as redis


async def main():
    r = redis.Redis(host="localhost", decode_responses=True)
    await r.set("a", 1)
    # Comments stay where they are.
    async for key in r.scan_iter("user:*"):
        print(key, (await r.get(key)).upper())
    keys = [item async for item in r.scan_iter()]
    async with r.pipeline(transaction=True) as pipe:
        pipe.set("b", 2).get("b")
        pipe.incr("b")
        print(await pipe.execute())
    async with r.lock("jobs", timeout=5):
        await r.lpush("jobs", *keys)
    messages = r.pubsub()
    await messages.subscribe("news")
    async for message in messages.listen():
        print(message)
    await r.aclose()


asyncio.run(main())
