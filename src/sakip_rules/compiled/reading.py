"""Inputs of a call, read for the generated function: common forms here, all others by the reader itself.

What is wrong is not told here: the whole call is left to the reference. What is kept for it is copied where
the caller could change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from sakip_rules.compiled.known import DOOR_BITS
from sakip_rules.compiled.running import DECLINE
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import InputPlan
from sakip_rules.reader.arguments import arguments_reader
from sakip_rules.values import MISSING, Absent, Range, Value

LIMIT: Final = 1 << DOOR_BITS
SHORT: Final = 19
"""A text of so many digits is below the limit."""

AMBIGUOUS: Final = 3
"""So many digits behind a point may be thousands: the reader decides by the unit."""

_UNCHANGING: Final = frozenset({str, int, Fraction, Decimal, bool, float, type(None)})
_DEEP: Final = 3
_TENS: Final = tuple(10**places for places in range(SHORT + 1))
Given = dict[str, Any]
Numeral = tuple[int, int, Absent | None]


class GivenReader:
    """Reads the inputs of one record for a generated function, which calls these methods."""

    def __init__(self, inputs: Iterable[str], floats: Floats) -> None:
        self.names = frozenset(inputs)
        self.floats = floats

    def number(self, datum: object, declared: InputPlan, given: Given) -> Numeral:
        """Gives a number as a fraction, or an absent value."""
        kind = type(datum)
        if kind is str or kind is Decimal:
            text = str(datum)
            found = _plain(text, declared.type) if len(text) <= SHORT else None
            if found is not None:
                return found
        value = self.value(datum, declared, given)
        return (0, 1, value) if isinstance(value, Absent) else _short(value)

    def ends(
        self, datum: object, declared: InputPlan, given: Given
    ) -> tuple[int, int, int, int, Absent | None]:
        """Gives the ends of a range as fractions, or an absent value."""
        value = self.value(datum, declared, given)
        if isinstance(value, Absent):
            return 0, 1, 0, 1, value
        if not isinstance(value, Range):
            raise DECLINE
        (low_n, low_d, _), (high_n, high_d, _) = _short(value.low), _short(value.high)
        return low_n, low_d, high_n, high_d, None

    def word(self, datum: object, declared: InputPlan, given: Given) -> tuple[object, Absent | None]:
        """Gives a truth or a CODE, or an absent value."""
        value = self.value(datum, declared, given)
        return (0, value) if isinstance(value, Absent) else (value, None)

    def value(self, datum: object, declared: InputPlan, given: Given) -> Value:
        """Gives what the reader makes of a datum, or the default; `given` then holds what cannot change."""
        if datum is None and not given.keys() <= self.names:
            raise DECLINE
        if type(datum) is dict:
            given[declared.name] = datum = _copied(datum)
        elif type(datum) not in _UNCHANGING:
            raise DECLINE
        mistakes: list[Diagnostic] = []
        value = arguments_reader(mistakes, self.floats).input(datum, declared, (declared.name,))
        if mistakes:
            raise DECLINE
        if value is not None:
            return value
        return MISSING if declared.default is None else declared.default

    def rows(self, datum: object, declared: InputPlan, given: Given) -> list[Any]:
        """Gives copies of the rows of a collection, which `given` then holds too; or one that is missing."""
        kind = type(datum)
        if datum is None:
            if not given.keys() <= self.names:
                raise DECLINE
            return [MISSING] if declared.name in given else []
        if kind is dict and "status" not in datum:  # type: ignore[operator]  # asked before
            given[declared.name] = copies = {name: _row(row) for name, row in datum.items()}  # type: ignore[attr-defined]  # as above
            return list(copies.values())
        if kind is list or kind is tuple:
            given[declared.name] = rows = [_row(row) for row in datum]  # type: ignore[attr-defined]  # as above
            return list(rows)
        raise DECLINE


@lru_cache(maxsize=1024)  # a target stands in many rows
def _plain(text: str, kind: str) -> Numeral | None:
    """The number that a short text surely is; None for one that the reader must see."""
    if not text.isascii():
        return None
    if text.isdigit():
        return int(text), 1, None
    before, _, behind = text.partition("." if "." in text else ",")
    places = len(behind)
    if kind == "count" or places == AMBIGUOUS or not (before.isdigit() and behind.isdigit()):
        return None
    return int(before + behind), _TENS[places], None


def _short(value: object) -> Numeral:
    """A fraction that is short enough."""
    if type(value) is not Fraction:
        raise DECLINE
    n, d = value.as_integer_ratio()
    if d >= LIMIT or not -LIMIT < n < LIMIT:
        raise DECLINE
    return n, d, None


def _row(row: object) -> Given:
    """A copy of a row; one that stands for something absent is left to the reference."""
    if type(row) is not dict or "status" in row:
        raise DECLINE
    return dict(row)


def _copied(datum: Mapping[Any, Any], depth: int = 0) -> dict[Any, Any]:
    """A copy of a map that holds nothing which could change."""
    if depth == _DEEP:
        raise DECLINE
    copy = {}
    for key, value in datum.items():
        if type(value) is not dict and type(value) not in _UNCHANGING:
            raise DECLINE
        copy[key] = _copied(value, depth + 1) if type(value) is dict else value
    return copy
