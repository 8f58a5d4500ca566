"""Every tie of a grid and its neighbours, in every mode and with every number of places, word for word.

Each mode is written down here a second time from what its name says; `numbers.rounding` is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from sakip_rules.numbers import round_number
from sakip_rules.vocabulary import MODES, Mode

PLACES = range(-3, 7)
STEPS = range(-24, 25)
HAIRS = (Fraction(1, 10**12), Fraction(1, 3 * 10**20))
BESIDE = (Fraction(0), *HAIRS, *(-hair for hair in HAIRS))


def whole_part(x: Fraction) -> int:
    """The greatest whole number that is not above x."""
    return x.numerator // x.denominator


def half_up(x: Fraction) -> int:
    """The nearer one; of two equally near ones that further from zero."""
    below = whole_part(x)
    rest = x - below
    return below + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and x > 0))


def half_even(x: Fraction) -> int:
    """The nearer one; of two equally near ones the even one."""
    below = whole_part(x)
    rest = x - below
    return below + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1))


SAID: dict[Mode, Callable[[Fraction], int]] = {
    "half_up": half_up,
    "half_even": half_even,
    "down": lambda x: whole_part(x) if x >= 0 else -whole_part(-x),
    "up": lambda x: -whole_part(-x) if x >= 0 else whole_part(x),
    "floor": whole_part,
    "ceiling": lambda x: -whole_part(-x),
}
"""The whole number that x becomes: toward zero and away from it, below and above."""


@pytest.mark.parametrize("mode", MODES)
def test_every_tie_and_its_neighbours(mode: Mode) -> None:
    """Halves and whole multiples from -12 to 12, on them and a hair beside them."""
    seen = 0
    for places, step, beside in product(PLACES, STEPS, BESIDE):
        scaled = Fraction(step, 2) + beside
        unit = Fraction(10) ** -places
        assert round_number(scaled * unit, places, mode) == SAID[mode](scaled) * unit, (places, step, beside)
        seen += 1
    assert seen == 2_450


def test_every_mode_is_written_down() -> None:
    """A mode that is added to the language is proved here too."""
    assert set(SAID) == set(MODES)
