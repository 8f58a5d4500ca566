"""What floats leave open is settled by whole numbers modulo 2⁶⁴."""

from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.settling import ROUNDINGS, Order, Settle, as_whole
from sakip_rules.numbers.rounding import round_units
from sakip_rules.vocabulary import MODES, Mode


def test_a_float_becomes_the_whole_number_that_it_is() -> None:
    """In 64 bits."""
    out = np.empty(2, "i8")
    as_whole(np.array([-3.0, 2.0**52]), out)
    assert out.tolist() == [-3, 2**52]


@pytest.mark.parametrize("mode", MODES)
def test_floats_away_from_ties_are_rounded_as_the_mode_says(mode: Mode) -> None:
    """A tie that a float is itself, too."""
    numbers = np.array([-2.5, -1.25, -0.0, 0.5, 1.5, 7.75])
    out = np.empty(len(numbers))
    ROUNDINGS[mode](numbers, out)
    assert out.tolist() == [round_units(Fraction(number), 0, mode) for number in numbers.tolist()]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("count", [1, 3, 20])
def test_only_doubtful_rows_are_settled_unless_they_are_many(mode: Mode, count: int) -> None:
    """Whether rows are picked out or all of them settled, they are the same."""
    above = np.array([*range(-30, 30)][: 3 * count], "i8")
    below = np.full(len(above), 4)
    out = np.empty(len(above))
    Settle(mode, 2.0**-20, 0.0, divides=False)(above / below, above, below, out)
    assert out.tolist() == [round_units(Fraction(int(a), 4), 0, mode) for a in above]


@pytest.mark.parametrize("mode", MODES)
def test_a_float_that_lies_off_is_put_right(mode: Mode) -> None:
    """As far as its error was stated; where it may be anything, the division itself is done."""
    above, below = np.array([7, -7, 9, 10**15 + 1]), np.array([2, 2, 3, 2])
    wanted = [round_units(Fraction(int(a), int(b)), 0, mode) for a, b in zip(above, below, strict=True)]
    for off in (2.0**-10, -(2.0**-10)):
        out = np.empty(3)
        settle = Settle(mode, 2.0**-9, 0.0, divides=False)
        settle(above[:3] / below[:3] + off, above[:3], below[:3], out)
        assert out.tolist() == wanted[:3]
    out = np.empty(4)
    Settle(mode, 0.0, 1.0, divides=True)(above / below, above, below, out)
    assert out.tolist() == wanted


def test_comparisons_near_each_other_are_settled_by_the_difference() -> None:
    """The images are equal, the numbers are not."""
    a, b = np.array([2**60 + 1, 5, 2**60]), np.array([2**60, 6, 2**60])
    out = np.empty(3, bool)
    Order(np.greater, 2.0**8)(a.astype("f8"), b.astype("f8"), a - b, out)
    assert out.tolist() == [True, False, False]


def test_many_near_rows_do_not_settle_the_others() -> None:
    """A difference that does not fit into 64 bits says nothing, however many rows beside it are near."""
    a, b = np.array([2**62, *[5] * 9]), np.array([1, *[5] * 9])
    out = np.empty(10, bool)
    Order(np.greater, 2.0**12)(a * 3.0, b.astype("f8"), a * 3 - b, out)
    assert out.tolist() == [True] * 10
