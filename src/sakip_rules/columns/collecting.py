"""Collections and ranges, packed: rows of a collection into its slots, ends of a range into arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sakip_rules.columns.cells import Cells, ListCells
from sakip_rules.columns.groups import MOST_SLOTS
from sakip_rules.columns.packed import AnyPacked, PackedRange, PackedRows, PackedSlot
from sakip_rules.columns.tape import Array
from sakip_rules.expression.rows import AbsentRow, end_of, rows_in
from sakip_rules.plans import InputPlan, RecordPlan, number_input
from sakip_rules.values import Value

if TYPE_CHECKING:
    from sakip_rules.columns.packing import Packer


def ranges(packer: Packer, declared: InputPlan, values: Sequence[Value | None]) -> PackedRange:
    """Packs ranges that are read already: their ends, each absent where the range is."""
    of_end = number_input(declared.name, declared.unit)
    held = [declared.default if value is None else value for value in values]
    ends = ([None if one is None else end_of(one, end) for one in held] for end in ("min", "max"))
    return PackedRange(*(packer.assembled(of_end, each) for each in ends))


def collections(packer: Packer, each: RecordPlan, values: Sequence[Value | None]) -> PackedRows:
    """Packs collections that are read already; an absent one is one row that is so absent."""
    rows = [rows_in(value) for value in values]
    long = {place for place, inside in enumerate(rows) if len(inside) > MOST_SLOTS}
    lengths = np.array([0 if place in long else len(inside) for place, inside in enumerate(rows)], "i8")
    records = [row.values for place, inside in enumerate(rows) if place not in long for row in inside]
    marks = [packer.absents.coded(one.absent) if isinstance(one, AbsentRow) else 0 for one in records]
    held = [{} if isinstance(one, AbsentRow) else one for one in records]
    fields = {
        name: packer.packed(field, [one.get(name) for one in held]) for name, field in each.inputs.items()
    }
    made = _slotted(lengths, fields, np.array([mark or 0 for mark in marks], "u1"))
    made.apart |= long | _owners(lengths, [place for place, mark in enumerate(marks) if mark is None])
    return made


def lists(packer: Packer, each: RecordPlan, cells: ListCells) -> PackedRows | None:
    """Packs lists of Arrow as they are; none where each must be looked at."""
    if set(cells.fields) - set(each.inputs) or cells.lengths.max(initial=0) > MOST_SLOTS:
        return None
    trial = packer.trial()
    blank = Cells(np.full(cells.lengths.sum(), None, object))
    fields = {name: trial.pack(field, cells.fields.get(name, blank)) for name, field in each.inputs.items()}
    return None if trial.faults.codes else _slotted(cells.lengths, fields, None)


def _slotted(lengths: Array, fields: Mapping[str, AnyPacked], absent: Array) -> PackedRows:
    """Deals the records of all collections out, of which each has so many: the first of each, the second."""
    starts = np.cumsum(lengths) - lengths
    records = PackedSlot(fields, None, absent if absent is not None and absent.any() else None)
    made = PackedRows([])
    for place in range(lengths.max(initial=0)):
        there = lengths > place
        # Where a collection has no such record stands the first of all: it widens no bound.
        made.slots.append(records.picked(np.where(there, starts + place, 0), there))
    made.apart.update(*(_owners(lengths, sorted(each.apart)) for each in fields.values()))
    return made


def _owners(lengths: Array, records: Sequence[int]) -> set[int]:
    """The collections that some records belong to."""
    owners: list[int] = np.repeat(np.arange(len(lengths)), lengths)[records].tolist() if records else []
    return set(owners)
