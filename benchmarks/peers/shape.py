"""What an engine offers to be measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Record = Callable[[Any, int, str], object]
"""Selesai (or None), semua, and target as text -> capaian: a number of any type, or nothing."""

Columns = Callable[["Any", "Any", "Any"], Callable[[], Any]]
"""Selesai, semua and target in hundredths as arrays of whole numbers -> a call that gives capaian so."""

Rules = Callable[[int], Callable[[], object]]
"""A number -> a call that computes so many rules on one record."""


class Engine(NamedTuple):
    """An engine; what it does not offer is None."""

    record: Record | None = None
    columns: Columns | None = None
    rules: Rules | None = None
