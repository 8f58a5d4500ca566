"""What a name can hold, and which of several absent values wins.

A value is a number (`Fraction`, or `Interval` where it is approximate), a truth (`bool`), a CODE
(`str`), a `Category`, a `Range`, `Rows` of a collection, or an `Absent` value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, TypeGuard

from sakip_rules.dataclass import dataclass, field
from sakip_rules.languages import Pair
from sakip_rules.numbers import Interval, Number
from sakip_rules.vocabulary import Status, Word

RANK: Final[dict[Word, int]] = {"not_computable": 3, "missing": 2, "not_due": 1, "not_applicable": 0}
"""What hides what: a mistake is never hidden by a gap, nor a gap by what is simply not there."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A value that is not there, and why (language reference 2.3).

    `note` is a text for people, as (Indonesian, English).
    """

    word: Word
    reason: str | None = None
    note: Pair | None = field(default=None, compare=False)

    @property
    def status(self) -> Status:
        """The JSON status: `missing`, `not_applicable` or `error`."""
        if self.word == "not_computable":
            return "error"
        return "not_applicable" if self.word == "not_due" else self.word

    @property
    def json_reason(self) -> str | None:
        """The JSON reason that goes with `status`."""
        if self.word == "not_due":
            return "not_due"
        if self.word == "missing":
            return self.reason or "not_given"
        return self.reason


MISSING: Final = Absent("missing")
NOT_APPLICABLE: Final = Absent("not_applicable")
NOT_DUE: Final = Absent("not_due")


def not_computable(reason: str, note: Pair | None = None) -> Absent:
    """The typed outcome of a formula that has no result here."""
    return Absent("not_computable", reason, note)


@dataclass(frozen=True, slots=True)
class Range:
    """A target between two numbers; `low` is at most `high`."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Category:
    """A band of a scale as a value; compared by its code."""

    label: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a collection: its id, if the data names it, and the values of its fields."""

    id: str | None
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a collection, in order."""

    rows: tuple[Row, ...]


Value = Fraction | Interval | bool | str | Category | Range | Rows | Absent


def worst(absents: Iterable[Absent]) -> Absent:
    """Gives the absent value that needs attention first; of two equal ones the left one."""
    first: Absent | None = None
    for absent in absents:
        if first is None or RANK[absent.word] > RANK[first.word]:
            first = absent
    if first is None:
        raise ValueError("worst() of nothing")
    return first


def is_number(value: object) -> TypeGuard[Number]:
    """Says whether a value is an exact or an approximate number."""
    kind = type(value)  # isinstance() asks the abstract base classes of Fraction, and every value is asked
    return kind is Fraction or kind is Interval


__all__ = [
    "MISSING",
    "NOT_APPLICABLE",
    "NOT_DUE",
    "RANK",
    "Absent",
    "Category",
    "Interval",
    "Number",
    "Range",
    "Row",
    "Rows",
    "Value",
    "is_number",
    "not_computable",
    "worst",
]
