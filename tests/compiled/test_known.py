"""What is known of a value: a literal, and how long it may be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.known import WIDE, Held, literal
from sakip_rules.expression import cost


def test_a_literal() -> None:
    """Its parts are literals, too."""
    assert literal(Fraction(-5, 8)) == Held("number", -5, 8, None, 3, 4)
    assert literal(Fraction(2)).positive


def test_a_long_literal_is_left_to_the_reference() -> None:
    """No value is so long that it has weight, or meets a limit."""
    assert literal(Fraction(2**WIDE - 1)).n_bits == WIDE
    with pytest.raises(UncoveredError):
        literal(Fraction(2**WIDE))
    assert WIDE < cost.FREE_BITS
