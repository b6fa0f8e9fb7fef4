import asyncio

import redis


async def main():
    r = redis.Redis(host="localhost", decode_responses=True)
    r.set("a", 1)
    # Comments stay where they are.
    for key in r.scan_iter("user:*"):
        print(key, r.get(key).upper())
    keys = list(r.scan_iter())
    with r.pipeline(transaction=True) as pipe:
        pipe.set("b", 2).get("b")
        pipe.incr("b")
        print(pipe.execute())
    with r.lock("jobs", timeout=5):
        r.lpush("jobs", *keys)
    messages = r.pubsub()
    messages.subscribe("news")
    for message in messages.listen():
        print(message)
    r.close()


asyncio.run(main())
