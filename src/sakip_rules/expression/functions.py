"""The names and shapes of the functions of the language (reference 3.5)."""

from __future__ import annotations

from typing import Final

ORDINARY: Final[dict[str, tuple[int, int | None]]] = {
    "abs": (1, 1),
    "min": (2, None),
    "max": (2, None),
    "clamp": (3, 3),
    "root": (2, 2),
    "ln": (1, 1),
    "given": (1, 1),
}
"""Ordinary functions: the least and the greatest number of arguments."""

AGGREGATES: Final = frozenset({"sum", "mean", "geomean", "product", "first", "last", "count"})
BOTH: Final = frozenset({"min", "max"})
"""With one argument these range over rows, with more they are ordinary."""

FUNCTION_NAMES: Final = frozenset(ORDINARY) | AGGREGATES
ANY_TYPE: Final = frozenset({"first", "last", "count"})
"""Aggregates whose argument may also be a choice or a category."""
KEEPS_UNIT: Final = frozenset({"sum", "mean", "min", "max", "first", "last"})
ROOT_DEGREES: Final = range(2, 101)
