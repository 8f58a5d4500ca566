"""What a name can hold, and which absent value wins."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import Interval
from sakip_rules.values import (
    MISSING,
    NOT_APPLICABLE,
    NOT_DUE,
    Absent,
    is_number,
    not_computable,
    worst,
)
from sakip_rules.vocabulary import DATA_WORDS, WORDS

ABSENTS = st.sampled_from(WORDS).map(Absent)


@pytest.mark.parametrize(
    ("absent", "status", "reason"),
    [
        (MISSING, "missing", "not_given"),
        (Absent("missing", "hilang"), "missing", "hilang"),
        (NOT_APPLICABLE, "not_applicable", None),
        (Absent("not_applicable", "r"), "not_applicable", "r"),
        (NOT_DUE, "not_applicable", "not_due"),
        (Absent("not_due", "r"), "not_applicable", "not_due"),
        (not_computable("no-case"), "error", "no-case"),
    ],
)
def test_json_status_and_reason(absent: Absent, status: str, reason: str | None) -> None:
    """As the table of the language reference has them."""
    assert (absent.status, absent.json_reason) == (status, reason)


def test_the_order_of_absent_values() -> None:
    """not_computable > missing > not_due > not_applicable; of two equal words the left one."""
    order = ["not_computable", "missing", "not_due", "not_applicable"]
    for place, word in enumerate(order):
        rest = [Absent(other) for other in order[place:]]  # type: ignore[arg-type]  # words
        assert worst(reversed(rest)).word == word
    left, right = Absent("missing", "a"), Absent("missing", "b")
    assert worst([NOT_DUE, left, right]) is left


@given(st.lists(ABSENTS, min_size=1))
def test_the_worst_is_one_of_them_and_none_is_worse(absents: list[Absent]) -> None:
    """Joining by halves gives the same."""
    found = worst(absents)
    assert any(found is absent for absent in absents)
    half = len(absents) // 2
    assert worst([worst(part) for part in (absents[:half], absents[half:]) if part]) is found


def test_the_worst_of_nothing_is_no_value() -> None:
    """It would be a mistake of the program."""
    with pytest.raises(ValueError, match="nothing"):
        worst([])


def test_a_note_is_no_part_of_a_value() -> None:
    """Two absent values are the same whatever is said about them."""
    assert not_computable("no-case", ("a", "b")) == not_computable("no-case")


def test_numbers() -> None:
    """Exact or approximate; a truth is none, though Python counts with it."""
    assert [is_number(value) for value in (Fraction(1), Interval(Fraction(1), Fraction(2)))] == [True, True]
    assert [is_number(value) for value in (True, "1", MISSING, 1)] == [False] * 4
    assert "not_computable" not in DATA_WORDS


def test_what_is_not_computable_says_why() -> None:
    """It has the word, the reason and the note."""
    found = not_computable("no-case", ("a", "b"))
    assert (found.word, found.reason, found.note) == ("not_computable", "no-case", ("a", "b"))
