"""Collections and ranges, packed: rows of a collection into its slots, ends of a range into arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sakip_rules.columns.cells import AnyCells, Cells, ListCells
from sakip_rules.columns.groups import MOST_SLOTS
from sakip_rules.columns.packed import AnyPacked, PackedRows, PackedSlot
from sakip_rules.expression.rows import AbsentRow, end_of, rows_in
from sakip_rules.expression.tree import ENDS
from sakip_rules.plans import InputPlan, RecordPlan, number_input
from sakip_rules.values import MISSING, Absent, Row, Value

if TYPE_CHECKING:
    from sakip_rules.columns.packing import Packer


def ranges(packer: Packer, declared: InputPlan, values: Sequence[Value | None]) -> PackedRows:
    """Packs ranges that are read already: their ends, which are absent together."""
    held = [(declared.default or MISSING) if value is None else value for value in values]
    codes = [packer.absents.coded(one) if isinstance(one, Absent) else 0 for one in held]
    absent = np.array([code or 0 for code in codes], "u1")
    odd: dict[int, Value | None] = {row: held[row] for row, code in enumerate(codes) if code is None}
    fields: dict[str, AnyPacked] = {}
    for end in sorted(ENDS):
        ends = [None if isinstance(one, Absent) else end_of(one, end) for one in held]
        packed = packer.assembled(number_input(declared.name, declared.unit), ends, np.arange(len(held)))
        packed.absent = None
        fields[end] = packed
    return PackedRows([PackedSlot(fields, absent=absent if absent.any() else None)], odd, is_range=True)


class CollectionPacking:
    """Packs collections; `packer` packs what their rows hold."""

    def __init__(self, packer: Packer) -> None:
        self.packer = packer

    def packed(self, declared: InputPlan, each: RecordPlan, cells: AnyCells) -> PackedRows:
        """Gives a collection as it is computed with."""
        if isinstance(cells, ListCells):
            packed = self._lists(each, cells)
            if packed is not None:
                return packed
            cells = cells.listed()
        values, places = self.packer.read(declared, cells.objects())
        return self._slots(each, [values[place] for place in places.tolist()])

    def _slots(self, each: RecordPlan, values: list[Value | None]) -> PackedRows:
        """Packs collections that are read already; an absent one is one row that is so absent."""
        rows = [rows_in(value) for value in values]
        long = {row: values[row] for row, inside in enumerate(rows) if not self._fits(inside)}
        rows = [() if row in long else inside for row, inside in enumerate(rows)]
        most = max(map(len, rows), default=0)
        return PackedRows([self._slot(each, place, rows) for place in range(most)], long)

    def _fits(self, inside: Sequence[Row]) -> bool:
        """Whether there are slots for some rows, and bytes for what is absent in their place."""
        absents = [row.values.absent for row in inside if isinstance(row.values, AbsentRow)]
        return len(inside) <= MOST_SLOTS and None not in map(self.packer.absents.coded, absents)

    def _slot(self, each: RecordPlan, place: int, rows: list[tuple[Row, ...]]) -> PackedSlot:
        """Packs the row at one place of every collection that has so many."""
        filled = np.array([row for row, inside in enumerate(rows) if place < len(inside)], "i8")
        found = [rows[row][place].values for row in filled.tolist()]
        absent = np.zeros(len(rows), "u1")
        for row, held in zip(filled.tolist(), found, strict=True):
            if isinstance(held, AbsentRow):
                absent[row] = self.packer.absents.code(held.absent)
        fields = {
            name: self._field(field, found).scattered(filled, len(rows))
            for name, field in each.inputs.items()
        }
        there = np.zeros(len(rows), bool)
        there[filled] = True
        return PackedSlot(fields, None if there.all() else there, absent if absent.any() else None)

    def _field(self, declared: InputPlan, rows: Sequence[Mapping[str, Value]]) -> AnyPacked:
        """Packs one field of some rows; in a row that is absent it holds whatever fits."""
        values = [None if isinstance(row, AbsentRow) else row.get(declared.name) for row in rows]
        if declared.each is not None:
            return self._slots(declared.each, values)
        if declared.type == "range":
            return ranges(self.packer, declared, values)
        return self.packer.assembled(declared, values, np.arange(len(rows)))

    def _lists(self, each: RecordPlan, cells: ListCells) -> PackedRows | None:
        """Packs lists of Arrow as they are; none where each must be looked at."""
        if set(cells.fields) - set(each.inputs) or (len(cells.lengths) and cells.lengths.max() > MOST_SLOTS):
            return None
        if any(field.each is not None for field in each.inputs.values()) or cells.has_gaps:
            return None
        packer = self.packer.trial()
        slots = []
        for place in range(cells.lengths.max(initial=0)):
            filled = np.flatnonzero(cells.lengths > place)
            inside = cells.starts[filled] + place
            fields = {}
            for name, field in each.inputs.items():
                held = cells.fields.get(name) or Cells(np.full(cells.size, None, object))
                fields[name] = packer.pack(field, held.picked(inside)).scattered(filled, len(cells.lengths))
            there = cells.lengths > place
            slots.append(PackedSlot(fields, None if there.all() else there))
        return None if packer.faults.codes else PackedRows(slots)
