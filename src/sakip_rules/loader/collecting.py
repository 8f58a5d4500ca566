"""A stop of the garbage collector for work that makes very many objects and no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Looks for no garbage meanwhile: nodes hold no circles, and all would be looked at many times."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()  # what was made counts as old from here on, and is not looked at as new
            gc.unfreeze()
        if collecting:
            gc.enable()
