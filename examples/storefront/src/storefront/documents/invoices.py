"""Turns orders into invoices."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from jinja2 import Template

from storefront.store.orders import Order

TEMPLATES = Path(__file__).parent / "templates"


class InvoiceRenderer:
    def __init__(self, template: str) -> None:
        self._template = Template((TEMPLATES / template).read_text(encoding="utf-8"))

    def html(self, order: Order) -> str:
        return self._template.render(order=order)

    def render(self, order: Order, target: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "invoice.html"
            page.write_text(self.html(order), encoding="utf-8")
            _to_pdf(page, target)


def _to_pdf(page: Path, target: Path) -> None:
    subprocess.run(["weasyprint", str(page), str(target)], check=True, timeout=60)
