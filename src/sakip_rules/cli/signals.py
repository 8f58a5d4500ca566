"""Signals that ask a process to end: it ends in order, leaves nothing behind, and says which one it was."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

_NAMES: Final = ("SIGTERM", "SIGHUP")
"""Windows has no SIGHUP; SIGINT is Python's own, and becomes `KeyboardInterrupt`."""


class EndedError(SystemExit):
    """The process is asked to end; passes through everything that only catches mistakes."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.number = number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Lets a signal that ends the process run what is to be cleaned up; then the process ends by that signal.

    A signal that the caller of the process ignores, as `nohup` does, stays ignored.
    """
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    taken = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _end)
    try:
        yield
    except EndedError as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        os.kill(os.getpid(), ended.number)
        raise  # where the system does not end it at once
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: object) -> NoReturn:
    signal.signal(number, signal.SIG_IGN)  # once is enough: what is cleaned up is not disturbed
    raise EndedError(number)


__all__ = ["EndedError", "ending_in_order"]
