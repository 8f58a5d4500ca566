"""Columns as data give them, before anything is known of their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from sakip_rules.columns.tape import Array


@dataclass(frozen=True, slots=True)
class Cells:
    """A column as data give it: its array, which cells hold something (none: all), places of a decimal."""

    values: Array
    there: Array = None
    places: int = 0

    def objects(self, rows: Array = None) -> list[object]:
        """Gives some cells, none: all of them, as objects of Python; `None` where nothing stands."""
        values = self.values if rows is None else self.values[rows]
        # A float of 32 bits has a shortest text of its own, which is lost once it has 64.
        listed = list(values) if values.dtype.str[1:] in ("f4", "f2") else values.tolist()
        if self.places:
            listed = [Fraction(whole, 10**self.places) for whole in listed]
        if self.there is None:
            return listed
        held = self.there if rows is None else self.there[rows]
        return [cell if there else None for cell, there in zip(listed, held, strict=True)]


@dataclass(frozen=True, slots=True)
class ListCells:
    """A column of lists of records in Arrow: how many each has, and the fields of all records in one."""

    column: Any
    lengths: Array
    fields: Mapping[str, AnyCells]

    def objects(self, rows: Array = None) -> list[object]:
        """Gives some lists, none: all of them, as objects of Python."""
        listed: list[object] = (self.column if rows is None else self.column.take(rows)).to_pylist()
        return listed


AnyCells: TypeAlias = Cells | ListCells
