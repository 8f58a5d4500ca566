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

QUARTERS: Final = 4
UNCOUNTED: Final = 100_000
"""Rows between two lines of a log, where nobody knows how many there are."""
BAR: Final = 20
"""Characters of a bar."""

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
            _show(f"{shown} {_bar(done, of)}{done}/{of}" if of else f"{shown} {done}")

    return tell


def _bar(done: int, of: int) -> str:
    """A bar as wide as there is done; of a few steps the numbers say it all."""
    full = min(done, of) * BAR // of
    return f"[{'#' * full}{'-' * (BAR - full)}] " if of >= BAR else ""


def _show(text: str) -> None:
    """Puts a text in the place of the last one; `ESC [K` clears what is longer."""
    write_error(f"\r{text}\x1b[K")


@contextmanager
def counting(label: Pair, lang: Language) -> Iterator[Tell]:
    """Shows how far a run over many rows is: a bar on a terminal, in a log a line for each quarter.

    Where nobody knows how many there are (0), the rows that are done.
    """
    if is_terminal(sys.stderr):
        with working(label, lang) as tell:
            yield tell
        return
    yield _quarters(say(label, lang))


def _quarters(label: str) -> Tell:
    begun, told = time.monotonic(), 0

    def tell(done: int, of: int) -> None:
        nonlocal told
        quarter = done * QUARTERS // of if of else done // UNCOUNTED
        if quarter > told and time.monotonic() - begun >= SILENT:
            write_error(f"{label}: {done}{f'/{of}' if of else ''}\n")
        told = max(told, quarter)

    return tell
