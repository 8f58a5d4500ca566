"""What formulas see on columns: numbers, truths, CODEs and collections, with what is absent in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, Union

from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.whole import NoColumnError

if TYPE_CHECKING:
    from sakip_rules.columns.groups import Slots


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers; `absent` is the register of its absent values, none where all are there."""

    ratio: Ratio
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class Truths:
    """A column of truths."""

    register: int
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """A column of CODEs, each by its number in the list of the plan."""

    register: int
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class RangeEnds:
    """A column of ranges: their ends, which are absent together."""

    low: Numbers
    high: Numbers


Column: TypeAlias = Numbers | Truths | Codes
Known: TypeAlias = Union[Column, RangeEnds, "Slots"]


def numbers(column: Known | None) -> Ratio:
    """Gives the numbers of a column that the checker found to be numbers."""
    if not isinstance(column, Numbers):
        raise NoColumnError("types")
    return column.ratio


def truths(column: Column) -> Truths:
    """Gives a column that the checker found to be truths."""
    if not isinstance(column, Truths):
        raise NoColumnError("types")
    return column
