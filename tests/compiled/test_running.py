"""What generated functions call: the worst of absent values, sums, rows that leave."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.known import WIDE
from sakip_rules.compiled.running import is_broken, leave, left_by, plus, times, worse
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Absent, not_computable, worst

BROKEN = not_computable("no-case")
LOST = Absent("missing", "rusak")
ABSENT = st.sampled_from([MISSING, NOT_APPLICABLE, NOT_DUE, BROKEN, LOST, not_computable("x")])
INTEGERS = st.integers(-(10**12), 10**12)
ABOVE_ZERO = st.integers(1, 10**12)


@given(st.lists(ABSENT, min_size=1, max_size=5))
def test_the_worst_of_several_is_that_of_the_reference(absents: list[Absent]) -> None:
    """Asked in pairs from the left, it is the same object."""
    found: Absent | None = None
    for absent in absents:
        found = worse(found, absent)
    assert found is worst(absents)


@given(INTEGERS, ABOVE_ZERO, INTEGERS, ABOVE_ZERO)
def test_sums_and_products_are_exact(n: int, d: int, m: int, e: int) -> None:
    """As those of fractions."""
    assert Fraction(*plus(n, d, m, e)) == Fraction(n, d) + Fraction(m, e)
    assert Fraction(*times(n, d, m, e)) == Fraction(n, d) * Fraction(m, e)


@pytest.mark.parametrize(
    ("call", "numbers"),
    [(plus, (1, 2**WIDE + 1, 1, 3)), (times, (2**600, 1, 2**600, 1)), (times, (1, 2**600, 1, 2**600))],
)
def test_long_ones_are_left_to_the_reference(call: Callable[..., object], numbers: tuple[int, ...]) -> None:
    """Numerators and denominators of more bits than any value may have."""
    with pytest.raises(DeclineError):
        call(*numbers)


def test_rows_that_leave() -> None:
    """What does not apply leaves with its value; what is missing blocks; what broke is no reason to leave."""
    assert leave(None, None, NOT_DUE, NOT_DUE) == (None, NOT_DUE)
    assert leave(None, None, NOT_DUE, None) == (None, None)
    assert leave(MISSING, NOT_DUE, BROKEN, BROKEN) == (BROKEN, NOT_DUE)
    assert left_by(NOT_DUE, MISSING) is MISSING
    assert left_by(NOT_DUE, BROKEN) is NOT_DUE
    assert [is_broken(each) for each in (None, MISSING, BROKEN)] == [False, False, True]
