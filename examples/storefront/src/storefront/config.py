"""Settings, from a file and the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

DEFAULT_PATH = Path("storefront.yaml")


@dataclass(frozen=True)
class Settings:
    database_url: str = "postgresql+psycopg://localhost/storefront"
    redis_url: str = "redis://localhost:6379/0"
    payments_url: str = "https://payments.example.com/v2"
    shipping_url: str = "https://shipping.example.com"
    model: str = "gpt-4o-mini"
    media_folder: Path = field(default=Path("media"))
    invoice_folder: Path = field(default=Path("invoices"))
    staff_salt: bytes = b""
    staff_password: bytes = b""

    @classmethod
    def load(cls, path: Path = DEFAULT_PATH) -> Settings:
        return cls(**_read(path))


def _read(path: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if path.exists():
        values = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for key in list(values):
        values[key] = os.environ.get(f"STOREFRONT_{key.upper()}", values[key])
    return values


settings = Settings.load(Path(os.environ.get("STOREFRONT_CONFIG", str(DEFAULT_PATH))))
