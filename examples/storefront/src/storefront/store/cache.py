"""The catalogue, as Redis has it."""

from __future__ import annotations

import json
from dataclasses import dataclass

import redis


@dataclass(frozen=True)
class Product:
    name: str
    price: int
    in_stock: int


class Catalogue:
    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url, decode_responses=True)

    def find(self, name: str) -> Product | None:
        found = self._redis.get(f"product:{name.casefold()}")
        return Product(**json.loads(found)) if found else None

    def __contains__(self, name: str) -> bool:
        return self.find(name) is not None
