"""Columns as data give them, before anything is known of their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sakip_rules.columns.tape import Array


@dataclass(frozen=True, slots=True)
class Cells:
    """A column as data give it: its array, which cells hold something (none: all), places of a decimal."""

    values: Array
    there: Array = None
    places: int = 0

    def picked(self, rows: Array) -> Cells:
        """Gives some cells."""
        return Cells(self.values[rows], None if self.there is None else self.there[rows], self.places)

    def objects(self) -> list[object]:
        """Gives the cells as objects of Python; `None` where nothing stands."""
        # A float of 32 bits has a shortest text of its own, which is lost once it has 64.
        is_short = self.values.dtype.str[1:] in ("f4", "f2")
        listed = list(self.values) if is_short else self.values.tolist()
        if self.places:
            listed = [Fraction(whole, 10**self.places) for whole in listed]
        if self.there is not None:
            listed = [
                cell if there else None for cell, there in zip(listed, self.there.tolist(), strict=True)
            ]
        return listed


@dataclass(frozen=True, slots=True)
class ListCells:
    """A column of lists of records: where each begins among all of them, how many it has, their fields."""

    starts: Array
    lengths: Array
    fields: Mapping[str, Cells]
    has_gaps: bool
    """Whether a list, or a record in one, is nothing at all."""

    listed: Callable[[], Cells]
    """Gives the same column as objects."""

    @property
    def size(self) -> int:
        """How many records there are."""
        return int(self.lengths.sum())


AnyCells = Cells | ListCells
