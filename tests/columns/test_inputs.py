"""Inputs on a tape: records are dealt out place by place; lists of Arrow give what their rows give alone."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from tests.written import rules

from sakip_rules.api.rule import Rule
from sakip_rules.columns.absent import Words
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.inputs import InputColumns
from sakip_rules.columns.packing import Packer
from sakip_rules.columns.tape import Array, Tape
from sakip_rules.columns.values import Codes, Known, Numbers, RangeEnds, Slots, all_there
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


def dealt(cells: list[object], declared: InputPlan = ROWS) -> tuple[Slots, InputColumns]:
    """Notes one column of collections."""
    column = np.empty(len(cells), object)
    column[:] = cells
    inputs = InputColumns(Tape(), Packer(Words(), None))
    slots = inputs.known(declared, Cells(column))
    assert isinstance(slots, Slots)
    return slots, inputs


def array(inputs: InputColumns, register: int | None) -> Array:
    """Gives the data of a register."""
    assert register is not None
    return inputs.tape.sources[register].tolist()


def test_the_records_of_collections_are_dealt_out_place_by_place() -> None:
    """What no decimal holds sets its whole collection apart; where there is no record stands another one."""
    slots, inputs = dealt(COLLECTIONS)
    assert inputs.apart == {3}
    assert [array(inputs, slot.there) for slot in slots.slots] == [
        [False, True, True, True],
        [False, True, False, True],
        [False, False, False, True],
    ]
    first, second, _ = (slot.fields["n"] for slot in slots.slots)
    assert isinstance(first, Numbers)
    assert isinstance(second, Numbers)
    units = int(1 / first.ratio.factor)
    assert (first.ratio.above.low, first.ratio.above.high) == (7 * units, 9 * units + units // 2)
    assert array(inputs, first.ratio.above.register) == [units * number for number in (7, 7, 7, 8)]
    assert array(inputs, second.ratio.above.register)[1] == 9 * units + units // 2


def test_where_there_is_no_record_nothing_is_absent() -> None:
    """Though the one that stands there may be."""
    slots, inputs = dealt([[{"c": None}], [], [{"c": "B"}], "missing"])
    codes = slots.slots[0].fields["c"]
    assert isinstance(codes, Codes)
    assert [bool(mark) for mark in array(inputs, codes.absent)] == [True, False, False, True]
    assert [bool(mark) for mark in array(inputs, slots.slots[0].absent)] == [False, False, False, True]
    assert np.logical_or.reduce(inputs.absents).tolist() == [True, False, True, True]


def test_rows_within_rows_are_dealt_out_within_their_row() -> None:
    """Each row of the table has its own, in both places."""
    inner = InputPlan("m", ("m", "m"), "rows", each=RecordPlan({"n": FIELDS["n"]}, (), ()))
    outer = InputPlan("k", ("k", "k"), "rows", each=RecordPlan({"m": inner}, (), ()))
    written = [[[1, 2], [3]], [], [[], [4, 5, 6]]]
    cells: list[object] = [[{"m": [{"n": n} for n in one]} for one in row] for row in written]
    slots, inputs = dealt(cells, outer)
    read: list[list[int]] = [[], [], []]
    for slot in slots.slots:
        within = slot.fields["m"]
        assert isinstance(within, Slots)
        for each in within.slots:
            number = each.fields["n"]
            assert isinstance(number, Numbers)
            there = [True] * 3 if each.there is None else array(inputs, each.there)
            for row, held in enumerate(array(inputs, number.ratio.above.register)):
                read[row] += [held] if there[row] else []
    assert read == [[n for one in row for n in one] for row in written]


def marks(known: Known) -> list[int | None]:
    """Gives the registers of what is absent, of a collection those of all of its slots."""
    if isinstance(known, RangeEnds):
        return [known.low.absent, known.high.absent]
    if not isinstance(known, Slots):
        return [known.absent]
    inside = [mark for slot in known.slots for each in slot.fields.values() for mark in marks(each)]
    return [*inside, *(slot.absent for slot in known.slots)]


def test_as_if_all_were_there_nothing_is_absent() -> None:
    """Neither in ranges nor in collections; which rows there are stays."""
    slots, _ = dealt(COLLECTIONS)
    assert any(mark is not None for mark in marks(slots))
    there = all_there(slots)
    assert isinstance(there, Slots)
    assert set(marks(there)) == {None}
    assert [slot.there for slot in there.slots] == [slot.there for slot in slots.slots]


# lists of Arrow


BODY = """
inputs: {k: {each: {inputs: {n: {}, w: {default: 2}, c: {type: choice, choices: [A, B]}}}}}
formula: sum(k.n * k.w, where=k.c != B)
"""
LISTS: list[Any] = [
    [{"n": 1, "c": "A"}, {"n": 2, "c": "B"}, {"n": 3, "c": "A"}],
    [],
    [{"n": None, "c": "A"}],
    [{"n": 5, "c": "A"}],
]


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """A rule over rows, one input of which has a default."""
    return rules(tmp_path, {"index r": BODY}).rule("contoh/r", on=2020)


def answers(rule: Rule, lists: list[Any]) -> list[tuple[object, ...]]:
    """Gives what the rule gives for each list alone."""
    rows = [rule.evaluate_inputs({"k": one}) for one in lists]
    return [(row.value, row.status, row.reason) for row in rows]


def made(rule: Rule, table: Any) -> list[tuple[object, ...]]:
    """Gives the same of a table."""
    found = rule.evaluate_table(table).to_pydict()
    return list(zip(found["value"], found["status"], found["reason"], strict=True))


@pytest.mark.parametrize(
    "lists",
    [
        LISTS,
        [*LISTS, None],
        [*LISTS, [None]],
        [*LISTS, [{"n": 1, "c": "A"}] * 40],
        [[]],
        [[{"n": 1, "c": "A"}]] * 3,
    ],
)
def test_a_list_of_arrow_gives_what_its_rows_give_alone(rule: Rule, lists: list[Any]) -> None:
    """Also where lists or rows are nothing at all, or very long; in several chunks, from anywhere."""
    kind = pa.list_(pa.struct({"n": pa.int64(), "c": pa.string()}))
    wanted = answers(rule, [[row or {"status": "missing"} for row in one] if one else one for one in lists])
    assert made(rule, pa.table({"k": pa.array(lists, kind)})) == wanted
    chunked = pa.chunked_array(
        [pa.array([LISTS[0], *lists], kind)[1:], pa.array(lists, pa.list_(kind.value_type))]
    )
    assert made(rule, pa.table({"k": chunked})) == wanted * 2


def test_a_mistake_in_a_row_is_that_of_its_table_row(rule: Rule) -> None:
    """And other rows are computed."""
    kind = pa.list_(pa.struct({"n": pa.string(), "c": pa.string()}))
    lists = [[{"n": "1", "c": "A"}], [{"n": "1", "c": "A"}, {"n": "x", "c": "A"}]]
    found = rule.evaluate_table(pa.table({"k": pa.array(lists, kind)}), on_error="collect").to_pydict()
    assert found["status"] == ["ok", "error"]


def test_a_field_that_is_no_input_is_a_mistake(rule: Rule) -> None:
    """As in a row that a program gives."""
    kind = pa.list_(pa.struct({"n": pa.int64(), "c": pa.string(), "z": pa.int64()}))
    table = pa.table({"k": pa.array([[{"n": 1, "c": "A", "z": 2}]], kind)})
    assert rule.evaluate_table(table, on_error="collect").to_pydict()["status"] == ["error"]
