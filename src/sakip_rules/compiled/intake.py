"""Data on their way into a generated function: what is not plain there is read here, by the reader itself.

What is wrong is not told here: the whole call is left to the reference. What is kept for it is copied where
the caller could change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from sakip_rules.compiled.known import DOOR_BITS, FOREIGN_BITS
from sakip_rules.compiled.running import DECLINE, is_broken
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.values import given_or_default
from sakip_rules.expression.operators import code_of
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.literals import read_word
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import InputPlan
from sakip_rules.reader.arguments import arguments_reader
from sakip_rules.values import MISSING, Absent, Category, Range, Rows, Value
from sakip_rules.vocabulary import DATA_WORDS

SHORT: Final = 19
"""A text of so many digits is below the limit."""

AMBIGUOUS: Final = 3
"""So many digits behind a point may be thousands: the reader decides by the unit."""

REMEMBERED: Final = 1024
"""So many texts of numbers are remembered: a target stands in many rows."""

_UNCHANGING: Final = frozenset({str, int, Fraction, Decimal, bool, float, type(None)})
_DEEP: Final = 3
_TENS: Final = tuple(10**places for places in range(SHORT + 1))
Given = dict[str, Any]
Numeral = tuple[int, int, Absent | None]

TEXTS: Final[dict[str, dict[str, Numeral]]] = {"number": {}, "count": {}}
"""The numbers that texts were found to be, by the type of their input."""


class Intake:
    """Reads the inputs of one record for a generated function, which calls these methods."""

    bits = DOOR_BITS
    """A number has at most so many: the reference takes a longer one."""

    is_told = True
    """Whether a value that cannot be computed may be to tell: that of another record was told there."""

    def value(self, datum: Any, declared: InputPlan, given: Given) -> Value:  # noqa: ANN401 - of any type
        """Gives the typed value of a datum."""
        raise NotImplementedError

    def rows(self, datum: Any, declared: InputPlan, given: Given) -> list[Any]:  # noqa: ANN401 - as above
        """Gives the rows of a collection as maps; what is absent in place of a row is its own row."""
        raise NotImplementedError

    def number(self, datum: object, declared: InputPlan, given: Given) -> Numeral:
        """Gives a number as a fraction, or an absent value."""
        value = self.value(datum, declared, given)
        return (0, 1, value) if type(value) is Absent else (*self.pair(value), None)

    def ends(
        self, datum: object, declared: InputPlan, given: Given
    ) -> tuple[int, int, int, int, Absent | None]:
        """Gives the ends of a range as fractions, or an absent value."""
        value = self.value(datum, declared, given)
        if type(value) is Absent:
            return 0, 1, 0, 1, value
        if type(value) is not Range:
            raise DECLINE
        return (*self.pair(value.low), *self.pair(value.high), None)

    def word(self, datum: object, declared: InputPlan, given: Given) -> tuple[object, object, Absent | None]:
        """Gives a truth, or a CODE and its category, or an absent value."""
        value = self.value(datum, declared, given)
        if type(value) is Absent:
            return 0, 1, value
        if type(value) is Category:
            return code_of(value), value, None
        if type(value) is not bool and type(value) is not str:
            raise DECLINE
        return value, 1, None

    def pair(self, value: Value) -> tuple[int, int]:
        """Gives numerator and denominator of a number that is short enough."""
        if type(value) is not Fraction:
            raise DECLINE
        n, d = value.as_integer_ratio()
        if n.bit_length() > self.bits or d.bit_length() > self.bits:
            raise DECLINE
        return n, d


class CallIntake(Intake):
    """Of what a call gives, in any form; `given` afterwards holds what its caller cannot change."""

    def __init__(self, floats: Floats) -> None:
        self.floats = floats

    def number(self, datum: object, declared: InputPlan, given: Given) -> Numeral:
        """Gives a number as a fraction, or an absent value; a short text is remembered."""
        kind = type(datum)
        if kind is str or kind is Decimal:
            text = str(datum)
            found = _plain(text, declared.type)
            if found is not None:
                known = TEXTS[declared.type]
                if len(known) >= REMEMBERED:
                    known.clear()
                return known.setdefault(text, found)
        return super().number(datum, declared, given)

    def value(self, datum: Any, declared: InputPlan, given: Given) -> Value:  # noqa: ANN401 - of any type
        """Gives what the reader makes of a datum; of a blank one the default."""
        if type(datum) is dict:
            given[declared.name] = datum = _copied(datum)
        elif type(datum) not in _UNCHANGING:
            raise DECLINE
        mistakes: list[Diagnostic] = []
        value = arguments_reader(mistakes, self.floats).input(datum, declared, (declared.name,))
        if mistakes:
            raise DECLINE
        return given_or_default(value, declared)

    def rows(self, datum: Any, declared: InputPlan, given: Given) -> list[Any]:  # noqa: ANN401 - of any type
        """Gives copies of the rows of a collection, which `given` then holds too; or one that is missing."""
        kind = type(datum)
        if datum is None:
            return [MISSING] if declared.name in given else []
        if kind is dict and "status" not in datum:
            given[declared.name] = copies = {name: _row(row) for name, row in datum.items()}
            return list(copies.values())
        if kind is list or kind is tuple:
            given[declared.name] = rows = [_row(row) for row in datum]
            return list(rows)
        raise DECLINE


class TypedIntake(Intake):
    """Of typed values, as the reader of a report or a table gives them."""

    def value(self, datum: Value, declared: InputPlan, given: Given) -> Value:  # noqa: ARG002 - as of any intake
        """Gives a value as it is."""
        return datum

    def rows(self, datum: Value | None, declared: InputPlan, given: Given) -> list[Any]:  # noqa: ARG002 - as above
        """Gives the rows of a collection; what is broken in place of one may be to tell."""
        if type(datum) is Absent:
            rows: list[Any] = [datum]
        else:
            there = datum.rows if type(datum) is Rows else ()
            rows = [row.values.absent if type(row.values) is AbsentRow else row.values for row in there]
        if any(type(row) is Absent and is_broken(row) for row in rows):
            raise DECLINE
        return rows


class ForeignIntake(TypedIntake):
    """Of what others see of a record: of one below, or of the year before."""

    bits = FOREIGN_BITS
    is_told = False


def _plain(text: str, kind: str) -> Numeral | None:
    """The number, or the absent value, that a short text surely is; None for one that the reader must see."""
    if len(text) > SHORT or not text.isascii():
        return None
    if text.isdigit():
        return int(text), 1, None
    if text in DATA_WORDS:
        return 0, 1, read_word(text)
    before, _, behind = text.partition("." if "." in text else ",")
    places = len(behind)
    if kind == "count" or places == AMBIGUOUS or not (before.isdigit() and behind.isdigit()):
        return None
    return int(before + behind), _TENS[places], None


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
