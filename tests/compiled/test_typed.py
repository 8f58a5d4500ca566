"""Typed values on their way into a function."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.typed import ends_of, pair_of, rows_of, word_of
from sakip_rules.expression import absent_rows
from sakip_rules.values import MISSING, NOT_DUE, Category, Range, Row, Rows, not_computable


def test_numbers() -> None:
    """What is not given is the default; 64 bits are 64 bits, of both signs."""
    assert pair_of(Fraction(-7, 3), MISSING, 64) == (-7, 3, None)
    assert pair_of(None, Fraction(3), 64) == (3, 1, None)
    assert pair_of(NOT_DUE, Fraction(3), 64) == (0, 1, NOT_DUE)
    assert pair_of(Fraction(-(2**64) + 1), MISSING, 64)[0] == -(2**64) + 1
    for value in (Fraction(2**64), Fraction(-(2**64)), Fraction(1, 2**64), "P", True):
        with pytest.raises(DeclineError):
            pair_of(value, MISSING, 64)


def test_ranges() -> None:
    """Both ends, or what is absent; a number is none."""
    assert ends_of(Range(Fraction(1, 2), Fraction(3)), MISSING, 64) == (1, 2, 3, 1, None)
    assert ends_of(None, NOT_DUE, 64) == (0, 1, 0, 1, NOT_DUE)
    for value in (Fraction(1), Range(Fraction(1), Fraction(2**64))):
        with pytest.raises(DeclineError):
            ends_of(value, MISSING, 64)


def test_words() -> None:
    """A truth and a CODE stand for themselves; a category is neither."""
    assert [word_of(value, "Q") for value in (True, "P", None)] == [(True, None), ("P", None), ("Q", None)]
    assert word_of(MISSING, "Q") == (0, MISSING)
    with pytest.raises(DeclineError):
        word_of(Category("Baik", "B"), MISSING)


def test_rows() -> None:
    """An absent collection is one absent row; one that is not given has none."""
    values = {"a": Fraction(1)}
    assert rows_of(None) == []
    assert rows_of(NOT_DUE) == rows_of(absent_rows(NOT_DUE)) == [NOT_DUE]
    assert rows_of(Rows((Row("x", values),))) == [values]


def test_rows_that_are_broken_are_left() -> None:
    """What an aggregate finds first may be to tell: only the reference says so."""
    broken = not_computable("check-failed")
    for given in (broken, absent_rows(broken)):
        with pytest.raises(DeclineError):
            rows_of(given)
