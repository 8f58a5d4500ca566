"""Absent values as bytes."""

import itertools

import numpy as np
import pytest

from sakip_rules.columns.absent import OWN, Absents, counts, first, worse
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.expression.functions import is_given
from sakip_rules.values import Absent, not_computable, worst

ALL = [Absent("missing"), Absent("missing", "hilang"), Absent("not_due"), Absent("not_applicable")]
ALL += [not_computable("division-by-zero"), not_computable("no-case")]


def test_the_worse_of_two_is_the_one_that_the_language_says() -> None:
    """Of two equal ones it is the left one; any is worse than a value that is there."""
    absents = Absents()
    codes = {absents.code(absent, own=own): absent for absent in ALL for own in (False, True)}
    out = np.empty(1, "u1")
    for left, right in itertools.product(codes, codes):
        worse(np.array([left], "u1"), np.array([right], "u1"), out)
        kept = worst([codes[left], codes[right]])
        assert out[0] == (left if kept == codes[left] else right)
    for code in codes:
        for left, right in ((code, 0), (0, code)):
            for call in (worse, first):
                call(np.array([left], "u1"), np.array([right], "u1"), out)
                assert out[0] == code


def test_the_first_that_is_one_stays() -> None:
    """Whatever stands behind it."""
    out = np.empty(2, "u1")
    first(np.array([32, 0], "u1"), np.array([160, 64], "u1"), out)
    assert out.tolist() == [32, 64]


def test_given_counts_what_is_not_computable() -> None:
    """As the function of formulas does."""
    absents = Absents()
    out = np.empty(len(ALL) + 1, bool)
    counts(np.array([0, *(absents.code(absent) for absent in ALL)], "u1"), out)
    assert out.tolist() == [True, *map(is_given, ALL)]


def test_bytes_are_known_by_what_they_stand_for() -> None:
    """Without the mark; notes do not make two of one."""
    absents = Absents()
    for absent in ALL:
        absents.code(absent, own=True)
    assert {absent for code, absent in absents.known().items() if not code & OWN} == set(ALL)
    assert absents.code(not_computable("no-case", ("a", "b"))) == absents.code(not_computable("no-case"))


def test_too_many_reasons_are_declined() -> None:
    """A byte has room for sixteen of each word."""
    absents = Absents()
    for number in range(16):
        absents.code(not_computable(f"x{number}"))
    with pytest.raises(NoColumnError, match="many"):
        absents.code(not_computable("x16"))
