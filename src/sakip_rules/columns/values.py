"""What formulas see on columns: numbers, truths, CODEs and collections, with what is absent in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.whole import NoColumnError


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


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of a collection: its fields, where it is filled (none: everywhere), what stands in its place."""

    fields: Mapping[str, Known]
    there: int | None = None
    absent: int | None = None


@dataclass(frozen=True, slots=True)
class Slots:
    """A collection."""

    slots: tuple[Slot, ...]


Column: TypeAlias = Numbers | Truths | Codes
Known: TypeAlias = Column | RangeEnds | Slots


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


def all_there(known: Known) -> Known:
    """Gives an input as if all of it were there; which rows a collection has stays."""
    if isinstance(known, RangeEnds):
        low, high = (replace(end, absent=None) for end in (known.low, known.high))
        return RangeEnds(low, high)
    if not isinstance(known, Slots):
        return replace(known, absent=None)
    slots = [(slot, {name: all_there(field) for name, field in slot.fields.items()}) for slot in known.slots]
    return Slots(tuple(replace(slot, fields=fields, absent=None) for slot, fields in slots))
