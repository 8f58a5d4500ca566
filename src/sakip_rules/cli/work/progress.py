"""A quiet line on a terminal while something takes long; nothing at all in a pipe."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.streams import is_terminal, write_error
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

SILENT: Final = 1
"""Seconds in which nothing is shown: most runs are over by then."""
PAUSE: Final = 100_000_000
"""Nanoseconds between two changes of the line."""

Tell = Callable[[int, int], None]


@contextmanager
def working(label: Pair, lang: Language) -> Iterator[Tell]:
    """Shows what is being done, and how far it is as the caller tells it (done, all); then takes it away."""
    if not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield lambda _done, _all: None
        return
    shown = f"{say(label, lang)} …"
    waiting = Timer(SILENT, _show, (shown,))
    waiting.daemon = True
    waiting.start()
    try:
        yield _teller(shown)
    finally:
        waiting.cancel()
        waiting.join()
        _show("")


def _teller(shown: str) -> Tell:
    last = time.monotonic_ns() + SILENT * 1_000_000_000 - PAUSE

    def tell(done: int, of: int) -> None:
        nonlocal last
        if time.monotonic_ns() - last >= PAUSE:
            last = time.monotonic_ns()
            _show(f"{shown} {done}/{of}")

    return tell


def _show(text: str) -> None:
    """Puts a text in the place of the last one; `ESC [K` clears what is longer."""
    write_error(f"\r{text}\x1b[K")
