"""What is packed can be picked, scattered, and read back as it was."""

from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.absent import Absents
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.packed import AnyPacked, Packed, ReadBack
from sakip_rules.columns.packing import Faults, Packer
from sakip_rules.columns.telling import Words
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import MISSING, NOT_DUE, Range, Row, Rows, Value

NUMBER = InputPlan("n", ("n", "n"), "number")
FIELDS = {"n": NUMBER, "c": InputPlan("c", ("c", "c"), "choice", choices=("A", "B"))}
ROWS = InputPlan("k", ("k", "k"), "rows", each=RecordPlan(FIELDS, (), ()))
RANGE = InputPlan("r", ("r", "r"), "range")

COLLECTIONS: list[object] = [
    [],
    [{"n": 1, "c": "A"}, {"n": "1,5"}],
    "not_due",
    [{"c": "B"}, {"status": "not_due"}, {"n": Fraction(1, 3)}],
]
READ: list[Value] = [
    Rows(()),
    Rows((Row(None, {"n": Fraction(1), "c": "A"}), Row(None, {"n": Fraction(3, 2), "c": MISSING}))),
    Rows((Row(None, AbsentRow(NOT_DUE)),)),
    Rows(
        (
            Row(None, {"n": MISSING, "c": "B"}),
            Row(None, AbsentRow(NOT_DUE)),
            Row(None, {"n": Fraction(1, 3), "c": MISSING}),
        )
    ),
]


def packed(declared: InputPlan, cells: list[object]) -> tuple[AnyPacked, Words]:
    """Packs one column of objects."""
    words = Words()
    column = np.empty(len(cells), object)
    column[:] = cells
    return Packer(words.absents, words.codes, None, Faults()).pack(declared, Cells(column)), words


def read(found: AnyPacked, words: Words, count: int) -> list[Value | None]:
    """Reads cells back."""
    reading = ReadBack(words)
    return [found.value(row, reading) for row in range(count)]


def test_collections_are_read_back_as_they_were() -> None:
    """Absent ones, absent rows, blank fields, and a number that no decimal holds."""
    found, words = packed(ROWS, COLLECTIONS)
    assert read(found, words, len(COLLECTIONS)) == READ
    assert set(found.apart) == {3}


def test_ranges_are_read_back_as_they_were() -> None:
    """One absent; one written as a number alone."""
    cells: list[object] = [{"min": 1, "max": "2,5"}, None, 3]
    found, words = packed(RANGE, cells)
    ends = [Range(Fraction(1), Fraction(5, 2)), MISSING, Range(Fraction(3), Fraction(3))]
    assert read(found, words, 3) == ends
    assert read(found.repeated(2), words, 2) == ends[:1] * 2


@pytest.mark.parametrize("rows", [[1], [3, 0], []])
def test_picked_rows_are_those_rows(rows: list[int]) -> None:
    """Of collections without rows of their own apart; `all_there` keeps which rows there are."""
    cells = [*COLLECTIONS[:3], [{"n": 4, "c": "B"}]]
    found, words = packed(ROWS, cells)
    whole = read(found, words, 4)
    picked = found.picked(np.array(rows, "i8"))
    assert read(picked, words, len(rows)) == [whole[row] for row in rows]
    assert list(found.all_there().absents()) == []
    assert isinstance(found.value(1, ReadBack(words)), Rows)


def test_scattered_cells_stand_in_their_rows() -> None:
    """The others hold the first one, which widens no bound."""
    cells = Packed("number", np.array([5, 7]), absent=np.array([0, 9], "u1"), apart={1: None}, low=5, high=7)
    found = cells.scattered(np.array([3, 1]), 4)
    assert found.values.tolist() == [5, 7, 5, 5]
    assert found.absent.tolist() == [0, 9, 0, 0]
    assert found.apart == {1: None}
    assert Packed("number", np.zeros(0, "i8")).scattered(np.zeros(0, "i8"), 2).values.tolist() == [0, 0]


def test_the_arrays_have_the_names_of_the_tape() -> None:
    """Of each slot: its fields, whether it is there, what is absent."""
    found, _ = packed(ROWS, COLLECTIONS)
    names = {name for name, _ in found.arrays("k")}
    assert {"k.0!", "k.0?", "k.0.n", "k.1!", "k.2.c", "k.2.c?"} <= names
    assert set(Absents().known().values()) == {MISSING}
