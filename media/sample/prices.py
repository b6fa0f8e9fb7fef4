"""Where the prices come from. Nothing here is async, and nothing here is wrong by itself."""

import json
import time
from pathlib import Path

PRICES = Path(__file__).with_name("prices.json")


def load_prices() -> dict[str, float]:
    wait_for_file()
    return json.loads(PRICES.read_text())


def wait_for_file() -> None:
    while not PRICES.exists():
        time.sleep(1)
