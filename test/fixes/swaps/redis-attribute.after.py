from redis import RedisError
from redis.asyncio import Redis


class Cache:
    _redis: Redis | None

    def __init__(self, url: str) -> None:
        self._redis = None
        self._redis = Redis.from_url(url)

    async def get(self, key: str) -> bytes | None:
        if self._redis is None:
            return None
        try:
            return await self._redis.get(key)
        except RedisError:
            return None

    async def count(self) -> int:
        return sum([1 async for _ in self._redis.scan_iter()])

    async def close(self) -> None:
        if self._redis:
            await self._redis.aclose()


class Other:
    def __init__(self, redis):
        self._redis = redis
