"""Inputs as they are computed with: arrays, and what is absent in them; a collection is slots of arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal, TypeAlias

import numpy as np

from sakip_rules.columns.tape import Array
from sakip_rules.columns.telling import Words
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.values import Range, Row, Rows, Value


@dataclass(slots=True)
class Packed:
    """A column as it is computed with.

    `absent` has the byte of every absent value, none where all are there; `apart` the values of rows that are
    computed by themselves.
    """

    kind: Literal["number", "truth", "code", "other"]
    values: Array
    places: int = 0
    absent: Array = None
    apart: dict[int, Value | None] = field(default_factory=dict)
    low: int = 0
    high: int = 0
    constant: bool = False
    """Whether one cell stands for all rows."""

    def picked(self, rows: Array) -> Packed:
        """Gives some rows, within the same bounds."""
        return replace(self, values=self.values[rows], absent=_picked(self.absent, rows))

    def repeated(self, rows: int) -> Packed:
        """Gives one cell for so many rows, without a copy of it for each."""
        absent = None if self.absent is None else np.broadcast_to(self.absent, rows)
        return replace(self, values=np.broadcast_to(self.values, rows), absent=absent, constant=True)

    def scattered(self, rows: Array, count: int) -> Packed:
        """Gives these cells as those of some of so many rows; the others hold the first of them."""
        filler = self.values[0] if len(self.values) else np.zeros(1, self.values.dtype)[0]
        values = np.full(count, filler, self.values.dtype)
        values[rows] = self.values
        absent = None
        if self.absent is not None:
            absent = np.zeros(count, "u1")
            absent[rows] = self.absent
        apart = {int(rows[place]): value for place, value in self.apart.items()}
        return replace(self, values=values, absent=absent, apart=apart)

    def all_there(self) -> Packed:
        """Gives the same data without what says that some are absent."""
        return replace(self, absent=None)

    def arrays(self, name: str) -> Iterator[tuple[str, Array]]:
        """Gives the arrays by the names that the tape knows them by."""
        yield name, self.values
        if self.absent is not None:
            yield f"{name}?", self.absent

    def absents(self) -> Iterator[Array]:
        """Gives the bytes of what is absent."""
        if self.absent is not None:
            yield self.absent

    def value(self, row: int, reading: ReadBack) -> Value | None:
        """Gives the value of a row."""
        place = 0 if self.constant else row
        if place in self.apart:
            return self.apart[place]
        if self.absent is not None and self.absent[place]:
            return reading.absents[int(self.absent[place])]
        written = self.values[place].item()
        if self.kind == "number":
            return Fraction(written, 10**self.places)
        return written if self.kind == "truth" else str(reading.codes[written])


class ReadBack:
    """What is needed to read packed cells back as values."""

    def __init__(self, words: Words) -> None:
        self.absents = words.absents.known()
        self.codes = list(words.codes)


@dataclass(slots=True)
class PackedSlot:
    """One row of a collection in each row of the table: where it is there, what is absent in its place."""

    fields: Mapping[str, AnyPacked]
    there: Array = None
    absent: Array = None


@dataclass(slots=True)
class PackedRows:
    """A collection as it is computed with: as many slots as its longest has rows.

    `long` holds the collections that have more rows than there are slots.
    """

    slots: list[PackedSlot]
    long: dict[int, Value | None] = field(default_factory=dict)
    constant: bool = False
    is_range: bool = False
    """Whether it is a range instead: one slot with its ends, which are absent together."""

    @property
    def apart(self) -> set[int]:
        """The rows that are computed by themselves."""
        return set(self.long).union(*(each.apart for _, each in self._fields("")))

    def _fields(self, name: str) -> Iterator[tuple[str, AnyPacked]]:
        for place, slot in enumerate(self.slots):
            yield from ((f"{name}.{place}.{field}", each) for field, each in slot.fields.items())

    def _changed(
        self, change: Callable[[AnyPacked], AnyPacked], array: Callable[[Array], Array]
    ) -> PackedRows:
        """Gives the same collection with each field and each array of its slots changed."""
        slots = [
            PackedSlot(
                {name: change(each) for name, each in slot.fields.items()},
                array(slot.there),
                array(slot.absent),
            )
            for slot in self.slots
        ]
        return PackedRows(slots, is_range=self.is_range)

    def picked(self, rows: Array) -> PackedRows:
        """Gives some rows, within the same bounds."""
        return self._changed(lambda each: each.picked(rows), lambda array: _picked(array, rows))

    def repeated(self, rows: int) -> PackedRows:
        """Gives one cell for so many rows: a range by default, for a collection has none."""
        return replace(self.picked(np.zeros(rows, "i8")), constant=True)

    def scattered(self, rows: Array, count: int) -> PackedRows:
        """Gives these collections as those of some of so many rows; the others have none."""

        def scattered(array: Array) -> Array:
            if array is None:
                return None
            made = np.zeros(count, array.dtype)
            made[rows] = array
            return made

        made = self._changed(lambda each: each.scattered(rows, count), scattered)
        made.long = {int(rows[place]): value for place, value in self.long.items()}
        return made

    def all_there(self) -> PackedRows:
        """Gives the same data without what says that some are absent; which rows there are stays."""
        made = self._changed(lambda each: each.all_there(), lambda array: array)
        for slot in made.slots:
            slot.absent = None
        return made

    def arrays(self, name: str) -> Iterator[tuple[str, Array]]:
        """Gives the arrays by the names that the tape knows them by."""
        for place, slot in enumerate(self.slots):
            if slot.there is not None:
                yield f"{name}.{place}!", slot.there
            if slot.absent is not None:
                yield f"{name}.{place}?", slot.absent
        for path, each in self._fields(name):
            yield from each.arrays(path)

    def absents(self) -> Iterator[Array]:
        """Gives the bytes of what is absent."""
        yield from (slot.absent for slot in self.slots if slot.absent is not None)
        for _, each in self._fields(""):
            yield from each.absents()

    def value(self, row: int, reading: ReadBack) -> Value | None:
        """Gives the rows of a row of the table."""
        if row in self.long:
            return self.long[row]
        if self.is_range:
            return _range(self.slots[0], 0 if self.constant else row, reading)
        return Rows(
            tuple(_row(slot, row, reading) for slot in self.slots if slot.there is None or slot.there[row])
        )


def _range(slot: PackedSlot, row: int, reading: ReadBack) -> Value:
    if slot.absent is not None and slot.absent[row]:
        return reading.absents[int(slot.absent[row])]
    low, high = (slot.fields[end].value(row, reading) for end in ("min", "max"))
    assert isinstance(low, Fraction)  # noqa: S101 - ends are numbers
    assert isinstance(high, Fraction)  # noqa: S101 - as above
    return Range(low, high)


def _row(slot: PackedSlot, row: int, reading: ReadBack) -> Row:
    if slot.absent is not None and slot.absent[row]:
        return Row(None, AbsentRow(reading.absents[int(slot.absent[row])]))
    values = {name: each.value(row, reading) for name, each in slot.fields.items()}
    return Row(None, {name: value for name, value in values.items() if value is not None})


def _picked(array: Array, rows: Array) -> Array:
    return None if array is None else array[rows]


AnyPacked: TypeAlias = Packed | PackedRows
