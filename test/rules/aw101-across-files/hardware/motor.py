import time
from abc import ABC, abstractmethod

from .waiting import settle

__all__ = ["Base", "Motor", "spin"]


def spin():
    settle()
#   -------- see AW101: calls `settle`


class Base(ABC):
    def lift(self):
        self.move()
        settle()
#       -------- see AW101: calls `settle`

    @abstractmethod
    def move(self):
        raise NotImplementedError


class Motor(Base):
    def step(self):
        self.move()
#       ----------- see AW101: calls `Motor.move`

    def move(self):
        time.sleep(0.1)
#       --------------- see AW101: calls `time.sleep`
