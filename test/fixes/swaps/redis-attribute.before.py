from redis import Redis, RedisError


class Cache:
    _redis: Redis | None

    def __init__(self, url: str) -> None:
        self._redis = None
        self._redis = Redis.from_url(url)

    async def get(self, key: str) -> bytes | None:
        if self._redis is None:
            return None
        try:
            return self._redis.get(key)
        except RedisError:
            return None

    async def count(self) -> int:
        return sum([1 for _ in self._redis.scan_iter()])

    async def close(self) -> None:
        if self._redis:
            self._redis.close()


class Other:
    def __init__(self, redis):
        self._redis = redis
