"""The inputs of a table as formulas see them: columns on a tape; of collections, one of each place.

What does not fit on columns is set apart: its row is computed by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from sakip_rules.columns.cells import AnyCells, Cells, ListCells
from sakip_rules.columns.groups import MOST_SLOTS
from sakip_rules.columns.packing import Packed, Packer
from sakip_rules.columns.ratios import Ratio
from sakip_rules.columns.tape import Array, Tape
from sakip_rules.columns.values import Codes, Column, Known, Numbers, RangeEnds, Slot, Slots, Truths
from sakip_rules.columns.whole import Wholes
from sakip_rules.expression.rows import AbsentRow, end_of, rows_in
from sakip_rules.plans import InputPlan, RecordPlan, number_input
from sakip_rules.values import Value


class Deal(NamedTuple):
    """Which of some records each row of the table has in one place, and where it has one (none: in all)."""

    record: Array
    there: Array = None


class Dealing(NamedTuple):
    """How records are dealt out to the rows of a table, place by place.

    They are those of collections, of which each record of `outer` has so many; or the rows themselves.
    """

    deals: Sequence[Deal]
    outer: Dealing | None = None
    lengths: Array = None

    def inner(self, lengths: Array) -> Dealing:
        """Deals out the records of collections, of which each record here has so many."""
        starts, deals = np.cumsum(lengths) - lengths, []
        for outer in self.deals:
            many = lengths[outer.record] * (True if outer.there is None else outer.there)
            for place in range(lengths.max(initial=0)):
                there = many > place
                # Where there is none stands the first of all: it widens no bound.
                deals.append(Deal(np.where(there, starts[outer.record] + place, 0), there))
        return Dealing(deals, self, lengths)

    def rows(self, records: Collection[int]) -> Collection[int]:
        """Gives the rows of the table that have some records."""
        if self.outer is None or not records:
            return records
        owners = np.searchsorted(np.cumsum(self.lengths), sorted(records), side="right")
        return self.outer.rows(owners.tolist())


class InputColumns:
    """Notes inputs on a tape; `absents` are the bytes of what is absent, `apart` the rows set apart."""

    def __init__(self, tape: Tape, packer: Packer) -> None:
        self.tape, self.packer = tape, packer
        self.wholes = Wholes(tape)
        self.absents: list[Array] = []
        self.apart: set[int] = set()

    def known(self, declared: InputPlan, cells: AnyCells) -> Known:
        """Gives an input as formulas see it."""
        (known,) = self._of_cells(declared, cells, Dealing([Deal(slice(None))]))
        return known

    def _of_cells(self, declared: InputPlan, cells: AnyCells, dealing: Dealing) -> Sequence[Known]:
        if declared.each is None and declared.type != "range":
            return self._columns(self.packer.pack(declared, cells), dealing)
        if declared.each is not None and isinstance(cells, ListCells):
            slots = self._of_lists(declared.each, cells, dealing)
            if slots is not None:
                return slots
        values, places = self.packer.read(declared, cells.objects())
        return self._of_values(declared, [values[place] for place in places.tolist()], dealing)

    def _of_values(
        self, declared: InputPlan, values: Sequence[Value | None], dealing: Dealing
    ) -> Sequence[Known]:
        """The same of values that are read already."""
        if declared.each is not None:
            return self._collections(declared.each, values, dealing)
        if declared.type == "range":
            return self._ranges(declared, values, dealing)
        return self._columns(self.packer.assembled(declared, values), dealing)

    def _columns(self, packed: Packed, dealing: Dealing) -> list[Column]:
        self.apart.update(dealing.rows(packed.apart))
        return [self._column(packed, deal) for deal in dealing.deals]

    def _column(self, packed: Packed, deal: Deal) -> Column:
        values, absent = packed.values[deal.record], self._absent(packed.absent, deal)
        if packed.kind == "truth":
            return Truths(self.tape.source(values, "?"), absent)
        if packed.kind == "code":
            return Codes(self.tape.source(values, "i2"), absent)
        whole = self.wholes.source(values, packed.low, packed.high)
        return Numbers(Ratio(Fraction(1, 10**packed.places), whole, self.wholes.constant(1)), absent)

    def _absent(self, marks: Array, deal: Deal) -> int | None:
        """The register of what is absent in the rows of a deal; where there is no record nothing is."""
        if marks is None:
            return None
        dealt = marks[deal.record] * (True if deal.there is None else deal.there)
        self.absents.append(dealt)
        return self.tape.source(dealt, "u1")

    def _ranges(
        self, declared: InputPlan, values: Sequence[Value | None], dealing: Dealing
    ) -> list[RangeEnds]:
        """The ends of ranges, each absent where the range is."""
        of_end = number_input(declared.name, declared.unit)
        held = [declared.default if value is None else value for value in values]
        ends = ([None if one is None else end_of(one, end) for one in held] for end in ("min", "max"))
        lows, highs = (self._columns(self.packer.assembled(of_end, each), dealing) for each in ends)
        pairs = zip(lows, highs, strict=True)
        return [RangeEnds(a, b) for a, b in pairs if isinstance(a, Numbers) and isinstance(b, Numbers)]

    # collections

    def _collections(self, each: RecordPlan, values: Sequence[Value | None], dealing: Dealing) -> list[Slots]:
        """Rows of collections; an absent collection is one row that is so absent."""
        rows = [rows_in(value) for value in values]
        long = {place for place, inside in enumerate(rows) if len(inside) > MOST_SLOTS}
        self.apart.update(dealing.rows(long))
        rows = [() if place in long else inside for place, inside in enumerate(rows)]
        inner = dealing.inner(np.array([len(inside) for inside in rows], "i8"))
        records = [row.values for inside in rows for row in inside]
        absents = [one.absent if isinstance(one, AbsentRow) else None for one in records]
        codes = [0 if one is None else self.packer.words.absents.coded(one) for one in absents]
        self.apart.update(inner.rows([place for place, code in enumerate(codes) if code is None]))
        held = [{} if isinstance(one, AbsentRow) else one for one in records]
        fields = {
            name: self._of_values(field, [one.get(name) for one in held], inner)
            for name, field in each.inputs.items()
        }
        return self._slots(dealing, inner, fields, np.array([code or 0 for code in codes], "u1"))

    def _of_lists(self, each: RecordPlan, cells: ListCells, dealing: Dealing) -> list[Slots] | None:
        """Lists of Arrow as they are; none where each must be looked at."""
        if set(cells.fields) - set(each.inputs) or cells.lengths.max(initial=0) > MOST_SLOTS:
            return None
        trial, inner = InputColumns(self.tape, self.packer.trial()), dealing.inner(cells.lengths)
        blank = Cells(np.full(cells.lengths.sum(), None, object))
        fields = {
            name: trial._of_cells(field, cells.fields.get(name, blank), inner)
            for name, field in each.inputs.items()
        }
        if trial.packer.faults.codes:
            return None
        self.absents += trial.absents
        self.apart |= trial.apart
        return self._slots(dealing, inner, fields, None)

    def _slots(
        self, outer: Dealing, inner: Dealing, fields: dict[str, Sequence[Known]], marks: Array
    ) -> list[Slots]:
        slots = [
            Slot(
                {name: columns[place] for name, columns in fields.items()},
                None if deal.there.all() else self.tape.source(deal.there, "?"),
                self._absent(marks if marks is not None and marks.any() else None, deal),
            )
            for place, deal in enumerate(inner.deals)
        ]
        many = len(slots) // max(len(outer.deals), 1)
        return [Slots(tuple(slots[many * at : many * at + many])) for at in range(len(outer.deals))]
