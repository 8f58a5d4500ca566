"""What others use of a record: rows of integers and values, each made of the other."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.known import Ends, Held, Listed
from sakip_rules.compiled.outward import Likes, Outward, row_of_record
from sakip_rules.values import MISSING, Range, Row, Rows, Value

TENTHS = Held("number", "n", 10, "x", 8, 4)
ANY = Held("number", "n", "d", "x", 8, 8, positive=True)
LIKES: Likes = {
    "a": TENTHS,
    "b": ANY,
    "c": Held("code", "n", 1, "x"),
    "r": Ends(ANY, ANY),
    "t": Held("truth", "n", 1, "x"),
    "unit": Listed("rows", {"a": TENTHS}, ("s", "n", "x")),
}
BELOW = {"a": Fraction(1, 2)}
VALUES: dict[str, Value] = {
    "a": Fraction(7, 5),
    "b": Fraction(2, 3),
    "c": "P",
    "r": Range(Fraction(1), Fraction(5, 2)),
    "t": True,
    "unit": Rows((Row("u", BELOW),)),
}
ROW = (None, 14, None, 2, 3, None, "P", None, 1, 1, None, 5, 2, None, True, None, [(None, 5, None)])


def test_values_become_a_row() -> None:
    """A known denominator is not in it; rows below are rows in it."""
    assert row_of_record(LIKES, VALUES) == ROW
    absent = row_of_record(LIKES, dict.fromkeys(LIKES, MISSING) | {"unit": Rows(())})
    assert absent == (None, 0, MISSING, 0, 1, MISSING, 0, MISSING, *(0, 1, MISSING) * 2, 0, MISSING, [])


def test_a_row_becomes_values() -> None:
    """The records below are those that it was made with, with their ids."""
    outward = Outward(LIKES, ROW, {"unit": [("u", BELOW)]})
    assert dict(outward) == VALUES
    assert len(outward) == len(LIKES)
    assert row_of_record(LIKES, outward) is ROW


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("a", Fraction(1, 3)),  # no tenths
        ("a", Fraction(100)),  # 1,000 tenths are too long
        ("a", "P"),
        ("b", Fraction(-1)),  # below zero
        ("c", True),
        ("t", "P"),
        ("r", Fraction(1)),
        ("unit", MISSING),
    ],
)
def test_what_does_not_fit_is_left(name: str, value: Value) -> None:
    """The reference then computes the records above."""
    with pytest.raises(DeclineError):
        row_of_record(LIKES, VALUES | {name: value})
