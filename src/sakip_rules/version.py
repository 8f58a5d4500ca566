"""The version of the engine: the one place it is written; the build and every receipt read it here."""

__version__ = "0.1.0"
