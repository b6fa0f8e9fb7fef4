from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cycle import Cycle


class Store:
    def read(self) -> bytes: return b""

    def cycle(self) -> Cycle:
        from .cycle import Cycle

        return Cycle(self)


def make():
    return Store()


def typed(cycle: Cycle):
    cycle.run()  #> pkg.cycle.Cycle.run
