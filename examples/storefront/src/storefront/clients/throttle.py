"""Keeps to what the others allow."""

from __future__ import annotations

import threading
import time


class Throttle:
    """At most one call in so many seconds, whichever thread makes it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self) -> None:
        with self._lock:
            now = time.monotonic()
            if now < self._next:
                time.sleep(self._next - now)
            self._next = max(now, self._next) + self._seconds
