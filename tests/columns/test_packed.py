"""What is packed can be picked, whatever it is, and keeps its bounds."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.absent import Words
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.groups import Slots
from sakip_rules.columns.packed import AnyPacked, Packed, PackedRange, PackedRows
from sakip_rules.columns.packing import Packer
from sakip_rules.columns.ratios import Ratios
from sakip_rules.columns.tape import Tape
from sakip_rules.columns.values import RangeEnds
from sakip_rules.columns.whole import Wholes
from sakip_rules.plans import InputPlan, RecordPlan

FIELDS = {
    "n": InputPlan("n", ("n", "n"), "number"),
    "c": InputPlan("c", ("c", "c"), "choice", choices=("A", "B")),
    "r": InputPlan("r", ("r", "r"), "range"),
}
ROWS = InputPlan("k", ("k", "k"), "rows", each=RecordPlan(FIELDS, (), ()))
COLLECTIONS: list[object] = [
    [],
    [{"n": 7, "c": "A", "r": {"min": 1, "max": 2}}, {"n": "9,5", "r": 3}],
    "not_due",
    [{"n": 8, "c": "B"}, {"status": "not_due"}, {"n": Fraction(1, 3)}],
]


def packed(cells: list[object], declared: InputPlan = ROWS) -> AnyPacked:
    """Packs one column of objects."""
    column = np.empty(len(cells), object)
    column[:] = cells
    return Packer(Words(), None).pack(declared, Cells(column))


def leaves(found: AnyPacked, row: int) -> Iterator[object]:
    """Gives what stands in a row: of collections, in those slots that are there."""
    if isinstance(found, Packed):
        yield None if found.absent is not None and found.absent[row] else found.values[row]
        return
    if isinstance(found, PackedRange):
        yield from (*leaves(found.low, row), *leaves(found.high, row))
        return
    for slot in found.slots:
        if slot.there is None or slot.there[row]:
            yield 0 if slot.absent is None else slot.absent[row]
            for each in slot.fields.values():
                yield from leaves(each, row)


def test_the_records_of_collections_are_dealt_out_into_slots() -> None:
    """What no decimal holds sets its whole collection apart; where there is no record stands another one."""
    found = packed(COLLECTIONS)
    assert isinstance(found, PackedRows)
    assert found.apart == {3}
    assert [len(list(leaves(found, row))) for row in range(4)] == [0, 10, 5, 15]
    assert [slot.there.tolist() for slot in found.slots] == [
        [False, True, True, True],
        [False, True, False, True],
        [False, False, False, True],
    ]
    numbers = [slot.fields["n"] for slot in found.slots]
    assert all(isinstance(each, Packed) and each.values.min() >= each.low >= 70 for each in numbers)


@pytest.mark.parametrize("rows", [[1], [3, 0], [2, 2, 1], []])
def test_picked_rows_are_those_rows(rows: list[int]) -> None:
    """Of numbers, CODEs, ranges and what is absent, within the same bounds."""
    found = packed(COLLECTIONS)
    picked = found.picked(np.array(rows, "i8"))
    assert [list(leaves(picked, place)) for place in range(len(rows))] == [
        list(leaves(found, row)) for row in rows
    ]
    assert not picked.apart


def test_where_nothing_is_nothing_is_absent() -> None:
    """What stands in place of a record that is not there says nothing."""
    found = packed([[{"n": None}, {"n": 1}], [{"n": 2}], []])
    assert all(mark[2] == 0 for mark in found.absents())
    picked = Packed("number", np.array([5, 7]), absent=np.array([9, 0], "u1")).picked(
        np.array([0, 0]), np.array([True, False])
    )
    assert picked.absent.tolist() == [9, 0]


def test_what_is_absent_is_noted_only_if_it_is_asked_for() -> None:
    """Which rows of a collection there are is noted in any case."""
    for absent in (False, True):
        ratios = Ratios(Wholes(Tape()))
        slots = packed(COLLECTIONS).noted(ratios, absent=absent)
        assert isinstance(slots, Slots)
        first, second, _ = slots.slots
        assert first.there is not None
        assert (first.absent is not None) == absent
        ends = second.fields["r"]
        assert isinstance(ends, RangeEnds)
        assert (ends.low.absent is not None) == absent
