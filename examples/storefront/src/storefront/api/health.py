"""Is the service fit to take requests?"""

from __future__ import annotations

import shutil
from typing import Any

from fastapi import APIRouter

from storefront.config import settings
from storefront.store.database import is_reachable

router = APIRouter()

LEAST_FREE_BYTES = 500 * 1024 * 1024


@router.get("/health/live")
async def live() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/health/ready")
async def ready() -> dict[str, Any]:
    folder = settings.media_folder
    checks = {
        "database": is_reachable(),
        "disk": folder.is_dir() and shutil.disk_usage(folder).free > LEAST_FREE_BYTES,
    }
    return {"status": "ok" if all(checks.values()) else "degraded", "checks": checks}
