"""What was asked and answered, a file a customer."""

from __future__ import annotations

import json
import threading
from functools import cached_property
from pathlib import Path

FOLDER = Path("transcripts")

_writing = threading.Lock()


class Transcript:
    def __init__(self, customer: str, folder: Path = FOLDER) -> None:
        self._path = folder / f"{customer}.jsonl"

    @cached_property
    def entries(self) -> list[dict[str, str]]:
        if not self._path.exists():
            return []
        with self._path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    def append(self, question: str, answer: str) -> None:
        _writing.acquire()
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"question": question, "answer": answer}) + "\n")
        finally:
            _writing.release()
