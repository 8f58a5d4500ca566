"""Locks that a forked process does not inherit held by a thread that it does not have."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_ALL: Final[weakref.WeakSet[Lock]] = weakref.WeakSet()


class Lock:
    """One thread at a time, the same one as often as it likes; free in a process that is forked.

    What it guards must be whole at every moment, for a fork may come at any: made first, then put in place.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        _ALL.add(self)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Holds the lock meanwhile; what was taken before a fork is what is given back after it."""
        with self._lock:
            yield

    def renew(self) -> None:
        """Makes the lock free, whoever held it."""
        self._lock = threading.RLock()


def _renew_all() -> None:
    for lock in _ALL:
        lock.renew()


if hasattr(os, "register_at_fork"):  # Windows has no forks
    os.register_at_fork(after_in_child=_renew_all)


__all__ = ["Lock"]
