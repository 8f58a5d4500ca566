"""The guarded forms round as the engine does, in every mode; what a cell cannot round so is refused."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import ironcalc
import pytest

from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.exporters.workbook.rounding import rounded
from sakip_rules.numbers import round_to
from sakip_rules.vocabulary import MODES, Mode


def quotients() -> list[tuple[int, int]]:
    """Gives numerators and denominators: ties at two places, and others; of both signs."""
    chance = random.Random(7)  # noqa: S311 - for tests
    ties = [(2 * chance.randrange(-4000, 4000) + 1, 8) for _ in range(60)]
    others = [(chance.randrange(-(10**6), 10**6), chance.randrange(1, 900)) for _ in range(60)]
    return ties + others


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_gives_the_engine_s_digits(mode: Mode) -> None:
    """In a spreadsheet, for ties, near ones and others, with decimals, none, and tens."""
    model = ironcalc.create("pembulatan", "en", "UTC")
    expected: list[float] = []
    for places, (above, below) in product((2, 0, -1), quotients()):
        exact = Fraction(above, below)
        row = len(expected) + 1
        model.set_user_input(0, row, 1, str(above))
        model.set_user_input(0, row, 2, str(below))
        model.set_user_input(0, row, 3, f"={rounded(f'A{row}/B{row}', places, mode, exact)}")
        expected.append(float(round_to(exact, places, mode)))
    model.evaluate()
    assert [model.get_cell_value(0, row, 3) for row in range(1, len(expected) + 1)] == expected


def test_forms_by_size() -> None:
    """A guard where there is room for one; amounts are rounded at once; without a value a guard is taken."""
    assert rounded("A1/B1", 2, "half_up", Fraction(1, 3)) == "ROUND(ROUND((A1/B1)*100,8),0)/100"
    assert rounded("A1/B1", 2, "half_up", None) == "ROUND(ROUND((A1/B1)*100,8),0)/100"
    assert rounded("A1", 0, "half_up", Fraction(10**12)) == "ROUND(A1,0)"
    assert rounded("A1", 0, "down", Fraction(10**12 + 1, 3)) == "TRUNC((A1))"
    assert rounded("A1", -3, "half_up", Fraction(10**6)) == "ROUND(ROUND((A1)/1000,8),0)*1000"


@pytest.mark.parametrize(
    ("exact", "mode"),
    [
        (Fraction(1005, 1000) + Fraction(1, 10**10), "half_up"),
        (Fraction(1) - Fraction(1, 10**10), "floor"),
        (Fraction(10**12) + Fraction(1, 200), "half_up"),
        (Fraction(10**12), "down"),
    ],
)
def test_what_cannot_be_settled_is_refused(exact: Fraction, mode: Mode) -> None:
    """A value nearer to where rounding turns than a cell can tell; a tie of a number without a guard."""
    with pytest.raises(NotAFormulaError, match="near-tie"):
        rounded("A1", 2, mode, exact)
