from . import motor
from .motor import Motor, spin as _spin
from .waiting import settle, settle_async

__all__ = ["Motor", "default_motor", "motor", "settle", "settle_async"]

default_motor = Motor()
