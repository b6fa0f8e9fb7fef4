from .core import Store as _Hidden
from os.path import *

__all__ = ["listed", "_listed_private"]
__all__ += ["added"]


def listed(): ...


def _listed_private(): ...


def added(): ...


def unlisted(): ...
