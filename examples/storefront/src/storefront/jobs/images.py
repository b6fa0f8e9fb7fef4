"""Pictures, by way of ImageMagick."""

from __future__ import annotations

import subprocess
from pathlib import Path


def shrink(source: Path, target: Path, size: int = 320) -> None:
    subprocess.run(["magick", str(source), "-resize", f"{size}x{size}", str(target)], check=True)
