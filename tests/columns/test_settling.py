"""What floats leave open is settled by whole numbers modulo 2⁶⁴."""

from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.settling import MANY, Modulo, Order, Settle, choose, modulo, placed, registers_of
from sakip_rules.numbers.rounding import round_units
from sakip_rules.vocabulary import MODES, Mode


def test_residues_are_computed_in_postfix() -> None:
    """Registers, constants, calls of two, and the choice of three."""
    residue = (7, 5, ("constant", 10), np.multiply, 9, choose, 5, np.add)
    assert registers_of(residue) == (7, 5, 9)
    columns = [np.array([True, False]), np.array([3.0, 4.0]), np.array([100, 200])]
    assert modulo(placed(residue, (7, 5, 9)), columns, slice(None)).tolist() == [33, 204]
    assert modulo(placed(residue, (7, 5, 9)), columns, np.array([1])).tolist() == [204]
    out = np.empty(2, "i8")
    Modulo(placed(residue, (7, 5, 9)))(*columns, out)
    assert out.tolist() == [33, 204]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("count", [1, 3, 20])
def test_only_doubtful_rows_are_settled_unless_they_are_many(mode: Mode, count: int) -> None:
    """Whether rows are picked out or all of them settled, they are the same."""
    above = np.array([*range(-30, 30)][: 3 * count], "i8")
    below = np.full(len(above), 4)
    out = np.empty(len(above))
    Settle(mode, 2.0**-20, 0.0, divides=False, above=(0,), below=(1,))(above / below, above, below, out)
    assert out.tolist() == [round_units(Fraction(int(a), 4), 0, mode) for a in above]
    assert 0 < MANY < 1


@pytest.mark.parametrize("mode", MODES)
def test_a_float_that_lies_off_is_put_right(mode: Mode) -> None:
    """As far as its error was stated; where it may be anything, the division itself is done."""
    above, below = np.array([7, -7, 9, 10**15 + 1]), np.array([2, 2, 3, 2])
    wanted = [round_units(Fraction(int(a), int(b)), 0, mode) for a, b in zip(above, below, strict=True)]
    for off in (2.0**-10, -(2.0**-10)):
        out = np.empty(3)
        settle = Settle(mode, 2.0**-9, 0.0, divides=False, above=(0,), below=(1,))
        settle(above[:3] / below[:3] + off, above[:3], below[:3], out)
        assert out.tolist() == wanted[:3]
    out = np.empty(4)
    Settle(mode, 0.0, 1.0, divides=True, above=(0,), below=(1,))(above / below, above, below, out)
    assert out.tolist() == wanted


def test_comparisons_near_each_other_are_settled_by_the_difference() -> None:
    """The images are equal, the numbers are not."""
    a, b = np.array([2**60 + 1, 5, 2**60]), np.array([2**60, 6, 2**60])
    out = np.empty(3, bool)
    Order(np.greater, (2.0**8, 2.0**-53), (2.0**8, np.inf), (0,), (1,))(
        a.astype("f8"), b.astype("f8"), a, b, out
    )
    assert out.tolist() == [True, False, False]


def test_many_near_rows_do_not_settle_the_others() -> None:
    """A difference that does not fit into 64 bits says nothing, however many rows beside it are near."""
    a = np.array([2**62, *[5] * 9])
    b = np.array([1, *[5] * 9])
    triple = (0, ("constant", 3), np.multiply)
    out = np.empty(10, bool)
    Order(np.greater, (2.0**12, 2.0**-52), (0.0, 0.0), triple, (1,))(a * 3.0, b.astype("f8"), a, b, out)
    assert out.tolist() == [True, *[True] * 9]
