"""Cells become what is computed with: proved, or set apart, or refused."""

import random
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.absent import Words
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.packing import Packed, Packer
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import InputPlan
from sakip_rules.values import MISSING, Absent, Value

NUMBER = InputPlan("a", ("a", "a"), "number", "persen")
COUNT = InputPlan("n", ("n", "n"), "count")
TRUTH = InputPlan("t", ("t", "t"), "truth")
CHOICE = InputPlan("k", ("k", "k"), "choice", choices=("A", "B"))
TRUE = (True,)
DEFAULTED = InputPlan("b", ("b", "b"), "number", default=Fraction(5, 2))


def objects(*cells: object) -> Cells:
    """Gives a column of objects of Python."""
    values = np.empty(len(cells), object)
    values[:] = cells
    return Cells(values)


class Table:
    """Packs one column, and reads it back."""

    def __init__(self, floats: Floats = None) -> None:
        self.words = Words()
        self.packer = Packer(self.words, floats)
        self.faults = self.packer.faults

    def packed(self, declared: InputPlan, cells: Cells) -> Packed:
        """Packs a column, and holds it to its bounds."""
        packed = self.packer.pack(declared, cells)
        if packed.kind == "number" and len(packed.values):
            assert packed.low == packed.values.min()
            assert packed.high == packed.values.max()
        return packed

    def read(self, declared: InputPlan, cells: Cells) -> list[Value | None]:
        """Gives the values of a column as they were packed."""
        packed = self.packed(declared, cells)
        known, codes = self.words.absents.known(), list(self.words.codes)
        read: list[Value | None] = []
        for row, number in enumerate(packed.values.tolist()):
            if row in packed.apart:
                read += self.packer.values(declared, cells.objects(np.array([row])))
            elif packed.absent is not None and packed.absent[row]:
                read.append(known[packed.absent[row]])
            elif packed.kind == "number":
                read.append(Fraction(number, 10**packed.places))
            else:
                read.append(str(codes[number]) if packed.kind == "code" else number)
        return read

    def codes_of_faults(self) -> dict[int, str]:
        """Gives the mistakes by row."""
        return self.faults.codes


def test_integers_and_decimals_are_taken_as_they_are() -> None:
    """With places and gaps; an array is not copied where nothing is missing."""
    whole = np.array([3, 1, 2])
    assert Table().packed(NUMBER, Cells(whole)).values is whole
    there = np.array([True, False, True])
    assert Table().read(NUMBER, Cells(whole, there, 2)) == [Fraction(3, 100), MISSING, Fraction(1, 50)]
    assert Table().read(TRUTH, Cells(np.array([True, False]))) == [True, False]
    assert Table().read(NUMBER, Cells(whole[:0])) == []


def test_objects_are_read_as_a_program_gives_them() -> None:
    """Each different cell once; numbers get the places that nearly all of them need."""
    cells = objects("29,42", 30, Fraction(1, 4), None, "missing", "not_due", np.int64(7), "")
    wanted = [
        Fraction(2942, 100),
        Fraction(30),
        Fraction(1, 4),
        MISSING,
        MISSING,
        Absent("not_due"),
        7,
        MISSING,
    ]
    assert Table().read(NUMBER, cells) == wanted
    assert Table().read(CHOICE, objects("B", "A", "B", None)) == ["B", "A", "B", MISSING]
    assert Table().read(TRUTH, objects("ya", "tidak", *TRUE)) == [True, False, True]
    assert Table().read(DEFAULTED, objects(None, 1, "missing")) == [Fraction(5, 2), Fraction(1), MISSING]
    assert Table().read(DEFAULTED, Cells(np.array([1, 2]), np.array([False, True]))) == [
        Fraction(5, 2),
        Fraction(2),
    ]


@pytest.mark.parametrize("places", [18, 19, 38])
def test_counts_are_read_from_decimals_with_any_number_of_places(places: int) -> None:
    """The whole of one with 19 places is no number of 64 bits: such a column has noughts, or fractions."""
    table = Table()
    assert table.read(COUNT, Cells(np.array([0, 0, 0]), np.array([True, True, False]), places)) == [
        0,
        0,
        MISSING,
    ]
    table.packed(COUNT, Cells(np.array([0, 1]), None, places))
    assert table.codes_of_faults() == {1: "bad-value"}


def test_what_does_not_fit_is_set_apart_and_widens_no_bound() -> None:
    """Trap 7: one giant, or one third, among a thousand numbers is a row of its own."""
    numbers: list[object] = [Fraction(number, 4) for number in range(1000)]
    numbers[17], numbers[400] = Fraction(1, 3), 10**30
    table = Table()
    packed = table.packed(NUMBER, objects(*numbers))
    assert set(packed.apart) == {17, 400}
    assert packed.high < 10**6
    huge = np.arange(1000)
    huge[5] = 2**60
    packed = Table().packed(NUMBER, Cells(huge))
    assert set(packed.apart) == {5}
    assert packed.high == 999
    assert Table().packed(NUMBER, Cells(np.array([2**60, 1]))).apart == set()
    unsigned = Cells(np.array([2**64 - 1, 2], "u8"))
    assert Table().read(NUMBER, unsigned) == [Fraction(2**64 - 1), Fraction(2)]


def test_floats_are_refused_unless_they_are_asked_for() -> None:
    """Every row that holds one is a mistake, and the first are told by name and row."""
    table = Table()
    table.packed(NUMBER, Cells(np.array([1.5, 2.5]), np.array([True, False])))
    assert table.codes_of_faults() == {0: "float-given"}
    assert [one.argument for one in table.faults.told] == [(0, "a")]


def test_floats_are_decoded_with_proof() -> None:
    """Trap 8: each decimal gives its float again and has at most 15 digits, or its row is set apart."""
    chance = random.Random()  # noqa: S311 - new numbers each time, and no secret
    decimals = [Fraction(chance.randint(-(10**9), 10**9), 100) for _ in range(2000)]
    floats = np.array([float(number) for number in decimals])
    table = Table("shortest")
    packed = table.packed(NUMBER, Cells(floats))
    assert (packed.places, packed.apart) == (2, set())
    assert Table("shortest").read(NUMBER, Cells(floats)) == decimals
    floats[3], floats[4], floats[5] = 0.1 + 0.2, 1e300, 5e-324
    read = Table("shortest").read(NUMBER, Cells(floats))
    assert read[3] == Fraction("0.30000000000000004")
    assert read[4] == Fraction(10**300)
    assert read[5] == Fraction("5e-324")
    assert read[6:] == decimals[6:]


def test_nan_is_missing_where_floats_are_read() -> None:
    """As in a call for one record: it is what pandas puts where nothing is."""
    assert Table("shortest").read(NUMBER, Cells(np.array([1.25, np.nan]))) == [Fraction(5, 4), MISSING]
    assert Table("shortest").read(COUNT, Cells(np.array([np.nan, 3.0]))) == [MISSING, Fraction(3)]


def test_a_float_of_32_bits_has_a_text_of_its_own() -> None:
    """Whether it is decoded, set apart, or read by itself."""
    short = np.array([0.1, 29.42, 1e30, 5.5], "f4")
    wanted = [Fraction("0.1"), Fraction("29.42"), Fraction(10**30), Fraction("5.5")]
    assert Table("shortest").read(NUMBER, Cells(short)) == wanted
    assert Table("shortest").read(NUMBER, Cells(np.tile(short[:2], 9))) == wanted[:2] * 9
    assert Table("shortest").read(NUMBER, Cells(np.array([0.1], "f2"))) == wanted[:1]


@pytest.mark.parametrize("odd", [float("inf"), float("-inf")])
def test_what_is_no_number_is_a_mistake(odd: float) -> None:
    """In its row alone."""
    table = Table("shortest")
    assert table.read(NUMBER, Cells(np.array([1.25, odd])))[0] == Fraction(5, 4)
    assert table.codes_of_faults() == {1: "bad-value"}


@pytest.mark.parametrize(
    ("declared", "cells"),
    [
        (COUNT, Cells(np.array([1, -1]))),
        (COUNT, Cells(np.array([100, 150]), None, 2)),
        (COUNT, objects(1, "1,5")),
        (NUMBER, objects(1, "x")),
        (NUMBER, Cells(np.array([False, True]))),
        (TRUTH, objects("ya", 1)),
        (CHOICE, objects("A", "C")),
        (NUMBER, objects(1, [2])),
        (NUMBER, objects(1, {"value": 2, "x": 3})),
    ],
)
def test_mistakes_are_told_by_row(declared: InputPlan, cells: Cells) -> None:
    """Of the first fifty rows; all of them are known."""
    table = Table()
    table.packed(declared, cells)
    assert table.codes_of_faults().keys() >= {1}
    many = Table()
    many.packed(declared, Cells(np.repeat(cells.values[1:], 200), None, cells.places))
    assert len(many.faults.codes) == 200
    assert len(many.faults.told) == 50


class _Stranger:
    """A value whose own methods do harm."""

    def __eq__(self, _other: object) -> bool:
        raise AssertionError

    def __hash__(self) -> int:
        raise AssertionError


def test_nothing_is_called_that_a_stranger_wrote() -> None:
    """A cell of a type of its own is a mistake, and neither compared nor hashed."""
    table = Table()
    table.packed(NUMBER, objects(1, _Stranger(), _Stranger(), Decimal("NaN"), Decimal("sNaN")))
    assert table.codes_of_faults() == dict.fromkeys((1, 2, 3, 4), "bad-value")
