"""Whole numbers on columns: what is rounded and compared is what integers of Python give."""

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from sakip_rules.columns.tape import Player, Tape
from sakip_rules.columns.whole import CERTAIN, EXACT, NoColumnError, Whole, Wholes
from sakip_rules.numbers.rounding import round_units
from sakip_rules.vocabulary import MODES, Mode

Columns = Mapping[str, list[int]]


def played(
    columns: Columns, note: Callable[[Wholes, Mapping[str, Whole]], int]
) -> tuple[list[Any], list[bool]]:
    """Gives what a register holds, and which rows are in doubt."""
    wholes = Wholes(Tape())
    sources = {
        name: wholes.source(np.array(numbers, "i8"), min(numbers), max(numbers))
        for name, numbers in columns.items()
    }
    register = note(wholes, sources)
    rows = len(next(iter(columns.values())))
    results = [np.empty(rows, "f8"), *(np.empty(rows, bool) for _ in wholes.doubts)]
    player = Player(wholes.tape, [register, *wholes.doubts])
    list(player.play(results, rows))
    doubt = np.logical_or.reduce(results[1:]) if wholes.doubts else np.zeros(rows, bool)
    return results[0].tolist(), doubt.tolist()


def wrong(columns: Columns, mode: Mode, times: int = 1) -> tuple[int, int]:
    """Gives how many quotients n·times/d are rounded wrongly, and how many are in doubt."""

    def note(wholes: Wholes, of: Mapping[str, Whole]) -> int:
        above = wholes.multiply(of["n"], wholes.constant(times))
        return wholes.nearest(above, of["d"], mode).register

    found, doubt = played(columns, note)
    pairs = zip(columns["n"], columns["d"], found, doubt, strict=True)
    mistakes = [
        n for n, d, q, doubted in pairs if not doubted and q != round_units(Fraction(n * times, d), 0, mode)
    ]
    return len(mistakes), sum(doubt)


def near_ties(chance: random.Random, largest: int, quotient: int, count: int) -> Columns:
    """Gives quotients that are a tie, or a whole number, or one count beside it."""
    below = [chance.randrange(2, largest) for _ in range(count)]
    halves = [chance.randrange(-quotient, quotient) for _ in range(count)]
    return {
        "n": [d * h // 2 + chance.choice((-1, 0, 0, 1)) for d, h in zip(below, halves, strict=True)],
        "d": below,
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("bits", [20, 40, 51, 54, 61])
def test_quotients_beside_ties_are_rounded_exactly(mode: Mode, bits: int) -> None:
    """Of every size: where a theorem covers them, where floats leave doubt, and where they say nothing."""
    chance = random.Random()  # noqa: S311 - new numbers each time, and no secret
    state = chance.getstate()
    quotient = 1 << min(bits // 2, 30)
    columns = near_ties(chance, (1 << bits) // quotient, quotient, 400)
    assert wrong(columns, mode) == (0, 0), state


@pytest.mark.parametrize("mode", MODES)
def test_what_overflows_64_bits_is_rounded_exactly(mode: Mode) -> None:
    """The numerator is only known modulo 2⁶⁴: national budgets in percent with two places."""
    chance = random.Random()  # noqa: S311 - as above
    below = [chance.randrange(10**14, 4 * 10**15, 20_000) for _ in range(400)]
    above = [d // 20_000 * chance.randrange(0, 40_000) + chance.choice((-1, 0, 0, 1)) for d in below]
    assert wrong({"n": above, "d": below}, mode, times=10_000) == (0, 0)


@pytest.mark.parametrize("mode", MODES)
def test_the_theorem_holds_up_to_its_bound(mode: Mode) -> None:
    """A + 1.5·B just below 2⁵¹, and quotients so near to a tie as they can be."""
    chance = random.Random()  # noqa: S311 - as above
    below = [chance.randrange(3, 1 << 20) | 1 for _ in range(400)]
    above = []
    for d in below:
        highest = (CERTAIN - 2 * d) // d
        tie = d * (2 * chance.randrange(highest // 2, highest) + 1)
        above.append(tie // 2 + chance.choice((0, 1)))
    assert max(a + 1.5 * d for a, d in zip(above, below, strict=True)) < CERTAIN
    assert wrong({"n": above, "d": below}, mode) == (0, 0)


def test_a_quotient_too_large_for_a_float_is_in_doubt() -> None:
    """It is never given as a digit."""
    mistakes, doubted = wrong({"n": [3 * 2**60 + 1, 10], "d": [2, 3]}, "half_up")
    assert (mistakes, doubted) == (0, 1)


def test_a_bound_is_compared_as_an_integer() -> None:
    """Trap 10: the float of 2⁵³ + 1 is 2⁵³, so that `<=` would call an inexact column exact."""
    wholes = Wholes(Tape())
    assert wholes.source(np.array([0]), 0, EXACT - 1).is_exact
    assert not wholes.source(np.array([0]), 0, EXACT).is_exact
    assert not wholes.constant(EXACT + 1).is_exact


@pytest.mark.parametrize(
    "call", [np.less, np.less_equal, np.greater, np.greater_equal, np.equal, np.not_equal]
)
def test_products_beyond_64_bits_are_compared_exactly(call: Callable[[int, int], bool]) -> None:
    """Their floats are equal; their difference, modulo 2⁶⁴, is not zero."""
    chance = random.Random()  # noqa: S311 - as above
    a = [chance.randrange(1 << 52, 1 << 53) for _ in range(300)]
    b = [x + chance.choice((-1, 0, 1)) for x in a]

    def note(wholes: Wholes, of: Mapping[str, Whole]) -> int:
        left = wholes.multiply(of["a"], wholes.constant(3_001))
        right = wholes.multiply(wholes.constant(3_001), of["b"])
        return wholes.order(call, left, right)

    found, doubt = played({"a": a, "b": b}, note)
    assert found == [bool(call(x, y)) for x, y in zip(a, b, strict=True)]
    assert not any(doubt)


def test_the_distance_of_a_wrapped_number_has_the_sign_of_its_image() -> None:
    """Trap 13: beyond 2⁶³ the sign of the 64 bits is not the sign of the number."""
    a = [-(2**62) + 1, 2**62 - 1, -5]

    def note(wholes: Wholes, of: Mapping[str, Whole]) -> int:
        wide = wholes.absolute(wholes.multiply(of["a"], wholes.constant(6)))
        return wholes.nearest(wide, wholes.constant(10**9), "half_even").register

    found, doubt = played({"a": a}, note)
    assert found == [round_units(Fraction(abs(x) * 6, 10**9), 0, "half_even") for x in a]
    assert not any(doubt)


def test_what_cancels_is_not_rounded_by_its_image() -> None:
    """The difference of two huge products is small, and its float is noise: no digit is made of it."""

    def note(wholes: Wholes, of: Mapping[str, Whole]) -> int:
        scaled = [wholes.multiply(of[name], wholes.constant(10**9)) for name in "ab"]
        difference = wholes.add(scaled[0], wholes.multiply(scaled[1], wholes.constant(-1)))
        return wholes.nearest(difference, wholes.constant(10**9), "half_up").register

    columns = {"a": [2**61 + 7, 5], "b": [2**61 + 3, 1]}
    with pytest.raises(NoColumnError, match="cancelled"):
        played(columns, note)


@pytest.mark.parametrize("factor", [10**40, -(10**40)])
def test_a_constant_that_no_image_can_hold_is_declined(factor: int) -> None:
    """As is a product of it."""
    wholes = Wholes(Tape())
    with pytest.raises(NoColumnError, match="too-large"):
        wholes.constant(factor)
    wide = wholes.source(np.array([0]), 0, 2**50)
    wider = wholes.multiply(wide, wide)
    with pytest.raises(NoColumnError, match="too-large"):
        wholes.multiply(wide, wider)
