"""Exact numbers on columns: what is constant is folded, and no zero is lost."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.tape import Player, Tape
from sakip_rules.columns.whole import NoColumnError, Wholes

NUMBERS = [-7, -1, 0, 1, 2, 50, 10_007]


def made(note: Callable[[Ratios, Ratio], Ratio]) -> list[Fraction | None]:
    """Gives what is made of each of `NUMBERS`; nothing where the divisor is zero."""
    ratios = Ratios(Wholes(Tape()))
    source = Ratio(
        Fraction(1, 100), ratios.wholes.source(np.array(NUMBERS), min(NUMBERS), max(NUMBERS)), ratios.one
    )
    pair = ratios.pair(note(ratios, source))
    results = [np.empty(len(NUMBERS), "i8") for _ in pair]
    player = Player(ratios.wholes.tape, [whole.register for whole in pair])
    list(player.play(results, len(NUMBERS)))
    return [Fraction(int(n), int(d)) if d else None for n, d in zip(*results, strict=True)]


def a() -> list[Fraction]:
    """The numbers as exact numbers."""
    return [Fraction(number, 100) for number in NUMBERS]


def test_constants_cost_no_row_anything() -> None:
    """Powers of ten and factors are folded: no call is noted for them."""
    ratios = Ratios(Wholes(Tape()))
    source = Ratio(Fraction(1, 100), ratios.wholes.source(np.array([0, 9]), 0, 9), ratios.one)
    hundredfold = ratios.multiply(ratios.constant(Fraction(100)), source)
    assert ratios.negate(ratios.multiply(hundredfold, ratios.constant(Fraction(1, 3)))).factor == Fraction(
        -1, 3
    )
    assert ratios.wholes.tape.steps == {}


@pytest.mark.parametrize("exponent", [0, 1, 2, 3])
def test_arithmetic_is_that_of_fractions(exponent: int) -> None:
    """Sums over unlike divisors, products, powers, distances."""
    third = Fraction(1, 3)
    assert made(lambda r, x: r.power(x, exponent)) == [x**exponent for x in a()]
    assert made(lambda r, x: r.add(x, r.constant(third))) == [x + third for x in a()]
    assert made(lambda r, x: r.add(x, r.negate(r.multiply(x, x)))) == [x - x * x for x in a()]
    assert made(lambda r, x: r.absolute(r.negate(x))) == [abs(x) for x in a()]


def test_a_divisor_below_zero_turns_the_sign_and_never_the_input() -> None:
    """Trap 5: the divisor is used again afterwards, and has its own sign then."""

    def note(ratios: Ratios, x: Ratio) -> Ratio:
        inverse = ratios.inverse(x, ratios.is_zero(x))
        assert inverse.below.low > 0
        return ratios.add(inverse, x)

    assert made(note) == [1 / x + x if x else Fraction(100) for x in a()]


def test_a_folded_constant_below_zero_keeps_its_sign_in_a_rounding() -> None:
    """Trap 2: −(x/2) rounds its ties away from zero, too."""
    rounded = made(lambda r, x: r.rounded(r.multiply(x, r.constant(Fraction(-1, 2))), 2, "half_up"))
    assert rounded == [Fraction(number, 100) for number in (4, 1, 0, -1, -1, -25, -5004)]


@pytest.mark.parametrize(("call", "pick"), [(np.less, min), (np.greater, max)])
def test_the_larger_of_a_number_and_zero_has_no_sign(
    call: Callable[..., bool], pick: Callable[[Fraction, Fraction], Fraction]
) -> None:
    """Trap 6: its bounds are those of the extreme, so that what follows stays certain."""
    assert made(lambda r, x: r.extreme(call, x, r.constant(Fraction(0)))) == [
        pick(x, Fraction(0)) for x in a()
    ]
    ratios = Ratios(Wholes(Tape()))
    source = Ratio(Fraction(1), ratios.wholes.source(np.array([-5, 5]), -5, 5), ratios.one)
    above = ratios.extreme(call, source, ratios.constant(Fraction(0))).above
    assert (above.low, above.high) == ((-5, 0) if pick is min else (0, 5))


def test_a_choice_takes_the_divisor_of_its_branch() -> None:
    """Trap 4: the branch that is not taken may have a zero below."""

    def note(ratios: Ratios, x: Ratio) -> Ratio:
        condition = ratios.order(np.greater, x, ratios.constant(Fraction(0)))
        inverse = ratios.inverse(x, ratios.is_zero(x))
        return ratios.select(condition, inverse, ratios.constant(Fraction(1, 7)))

    assert made(note) == [1 / x if x > 0 else Fraction(1, 7) for x in a()]


def test_zero_is_told_only_where_the_bounds_leave_room() -> None:
    """A column of numbers above zero is not looked through for one."""
    ratios = Ratios(Wholes(Tape()))
    sources = [Ratio(Fraction(1), ratios.wholes.source(np.array(e), *e), ratios.one) for e in ENDS]
    tape = ratios.wholes.tape
    assert [tape.is_never(ratios.is_zero(source)) for source in sources] == [True, False, True]
    assert tape.constants[ratios.is_zero(ratios.constant(Fraction(0)))]


ENDS = [(1, 9), (-1, 1), (-9, -1)]


def test_a_high_power_is_declined() -> None:
    """Its numbers would be too large anyway."""
    ratios = Ratios(Wholes(Tape()))
    with pytest.raises(NoColumnError, match="too-large"):
        ratios.power(ratios.constant(Fraction(2)), 9)
