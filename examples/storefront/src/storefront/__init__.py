"""The back end of a small shop."""

__version__ = "2.4.0"
