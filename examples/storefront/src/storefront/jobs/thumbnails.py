"""Makes small pictures of products, in a thread of its own."""

from __future__ import annotations

import queue
import threading
from pathlib import Path

from storefront.jobs.images import shrink


class ThumbnailWorker:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: queue.Queue[Path | None] = queue.Queue()
        self._thread = threading.Thread(target=self._run, name="thumbnails", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._paths.put(None)
        self._thread.join()

    def add(self, path: Path) -> None:
        self._paths.put(path)

    def _run(self) -> None:
        while (path := self._paths.get()) is not None:
            shrink(path, self._folder / path.name)
