"""Where invoices lie, and how they are packed away."""

from __future__ import annotations

import zipfile
from pathlib import Path


class InvoiceFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)

    def path_of(self, order_id: int) -> Path:
        return self._folder / f"{order_id}.pdf"

    def has(self, order_id: int) -> bool:
        return self.path_of(order_id).is_file()


def archive_invoices(folder: Path, year: int) -> Path:
    target = folder / f"{year}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob("*.pdf")):
            archive.write(path, path.name)
    return target
