"""Inputs as they are computed with: arrays, and what is absent in them; a collection is slots of arrays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, TypeAlias

import numpy as np

from sakip_rules.columns.groups import Slot, Slots
from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.tape import Array
from sakip_rules.columns.values import Codes, Column, Numbers, RangeEnds, Truths

Kind = Literal["number", "truth", "code"]


@dataclass(slots=True)
class Packed:
    """A column as it is computed with: numbers in units of 10^-places, truths, or numbers of CODEs.

    `absent` has the byte of every absent value, none where all are there; `apart` are the rows whose
    value does not fit: they are computed by themselves.
    """

    kind: Kind
    values: Array
    places: int = 0
    absent: Array = None
    low: int = 0
    high: int = 0
    apart: set[int] = field(default_factory=set)

    def picked(self, rows: Array, there: Array = True) -> Packed:  # noqa: FBT002 - an array, or all
        """Gives some rows, within the same bounds; where one is not there, nothing of it is absent."""
        absent = None if self.absent is None else self.absent[rows] * there
        return replace(self, values=self.values[rows], absent=absent, apart=set())

    def absents(self) -> Iterator[Array]:
        """Gives the bytes of what is absent."""
        if self.absent is not None:
            yield self.absent

    def noted(self, ratios: Ratios, *, absent: bool) -> Column:
        """Gives the column as formulas see it: with what is absent, or as if all were there."""
        tape = ratios.wholes.tape
        mark = tape.source(self.absent, "u1") if absent and self.absent is not None else None
        if self.kind == "truth":
            return Truths(tape.source(self.values, "?"), mark)
        if self.kind == "code":
            return Codes(tape.source(self.values, "i2"), mark)
        whole = ratios.wholes.source(self.values, self.low, self.high)
        return Numbers(Ratio(Fraction(1, 10**self.places), whole, ratios.one), mark)


@dataclass(slots=True)
class PackedRange:
    """A column of ranges: their ends, which are absent together."""

    low: Packed
    high: Packed

    @property
    def apart(self) -> set[int]:
        """The rows that are computed by themselves."""
        return self.low.apart | self.high.apart

    def picked(self, rows: Array, there: Array = True) -> PackedRange:  # noqa: FBT002 - as above
        """Gives some rows."""
        return PackedRange(self.low.picked(rows, there), self.high.picked(rows, there))

    def absents(self) -> Iterator[Array]:
        """Gives the bytes of what is absent."""
        return self.low.absents()

    def noted(self, ratios: Ratios, *, absent: bool) -> RangeEnds:
        """Gives the ranges as formulas see them."""
        low, high = (end.noted(ratios, absent=absent) for end in (self.low, self.high))
        assert isinstance(low, Numbers)  # noqa: S101 - ends are numbers
        assert isinstance(high, Numbers)  # noqa: S101 - as above
        return RangeEnds(low, high)


@dataclass(slots=True)
class PackedSlot:
    """One row of each collection: its fields, where it is (none: everywhere), what stands in its place."""

    fields: Mapping[str, AnyPacked]
    there: Array
    absent: Array

    def picked(self, rows: Array, there: Array) -> PackedSlot:
        """Gives this row of some collections."""
        held = there if self.there is None else self.there[rows] & there
        fields = {name: each.picked(rows, held) for name, each in self.fields.items()}
        absent = None if self.absent is None else self.absent[rows] * held
        return PackedSlot(fields, None if np.all(held) else held, absent)

    def noted(self, ratios: Ratios, *, absent: bool) -> Slot:
        """Gives the row as aggregates see it; which rows there are stays, whatever is absent."""
        tape = ratios.wholes.tape
        return Slot(
            {name: each.noted(ratios, absent=absent) for name, each in self.fields.items()},
            None if self.there is None else tape.source(self.there, "?"),
            tape.source(self.absent, "u1") if absent and self.absent is not None else None,
        )


@dataclass(slots=True)
class PackedRows:
    """A column of collections: as many slots as the longest has rows."""

    slots: list[PackedSlot]
    apart: set[int] = field(default_factory=set)

    def picked(self, rows: Array, there: Array = True) -> PackedRows:  # noqa: FBT002 - as above
        """Gives some rows."""
        return PackedRows([slot.picked(rows, there) for slot in self.slots])

    def absents(self) -> Iterator[Array]:
        """Gives the bytes of what is absent."""
        for slot in self.slots:
            if slot.absent is not None:
                yield slot.absent
            for each in slot.fields.values():
                yield from each.absents()

    def noted(self, ratios: Ratios, *, absent: bool) -> Slots:
        """Gives the collections as aggregates see them."""
        return Slots(tuple(slot.noted(ratios, absent=absent) for slot in self.slots))


AnyPacked: TypeAlias = Packed | PackedRange | PackedRows
