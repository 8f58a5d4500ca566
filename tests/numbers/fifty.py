"""What every approximate value must look like."""

from __future__ import annotations

from sakip_rules.numbers import Interval, Number


def assert_fifty_digits(x: Number) -> Interval:
    """Hold an interval to language 2.2: two neighbouring decimals of 50 significant digits."""
    assert isinstance(x, Interval)
    smaller = min(abs(x.low), abs(x.high))
    step = x.high - x.low
    assert (smaller / step).denominator == 1
    assert 10**49 <= smaller / step < 10**50
    # The step is a power of ten: 1 with zeros, over or under.
    assert str(step.numerator).rstrip("0") == "1"
    assert str(step.denominator).rstrip("0") == "1"
    assert 1 in (step.numerator, step.denominator)
    return x
