"""Tests of the search for an input that tells two rules apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.mutation.conftest import Load

from sakip_rules.mutation import mutate_rule
from sakip_rules.mutation.telling import written
from sakip_rules.values import MISSING, Range, Row, Rows

EVERYTHING = """\
inputs:
  n: {}
  c: {type: count}
  t: {type: truth}
  k: {type: choice, choices: [AA, BB]}
  p: {type: polarity}
  r: {type: range}
  baris: {each: {inputs: {x: {}}}}
formula:
  - {when: t and k == AA, then: n + 1}
  - {when: p == lower_is_better, then: n * 2}
  - {otherwise: r.max - r.min + c + sum(baris.x)}
unit: nilai
examples:
  - title: contoh
    given: {n: 1, c: 2, t: tidak, k: BB, p: higher_is_better, r: {min: 1, max: 3}, baris: [{x: 4}]}
    result: 8
"""


def test_inputs_of_every_type_are_tried(load: Load) -> None:
    """Each case can be reached: its changes survive one thin example, and an input is shown for each."""
    checked, item = load("index", "semua", EVERYTHING)
    survivors = mutate_rule(checked, item).survivors
    assert {"n + 2", "n * 3"} <= {one.slip.now for one in survivors}
    assert all(one.example for one in survivors)


def test_the_same_inputs_are_tried_every_time(load: Load) -> None:
    """Two runs give the same verdicts and the same examples."""
    checked, item = load("index", "semua", EVERYTHING)
    once, again = mutate_rule(checked, item), mutate_rule(checked, item)
    assert [(m.fate, m.example) for m in once.mutants] == [(m.fate, m.example) for m in again.mutants]
    assert item.rule.reference == once.rule


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(5, 2), "2.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(199_999, 1000), "199.9990"),
        (True, "ya"),
        (False, "tidak"),
        ("AA", "AA"),
        (MISSING, "missing"),
        (Range(Fraction(1), Fraction(2)), "{min: 1, max: 2}"),
        (Rows((Row(None, {"x": Fraction(1)}),)), "[{x: 1}]"),
        ({"a": Fraction(1), "b": "AA"}, "{a: 1, b: AA}"),
        (("A",), "A"),
        (("A", "B"), "[A, B]"),
    ],
)
def test_inputs_are_written_as_an_author_would(value: object, text: str) -> None:
    """Values look as they stand in an example."""
    assert written(value) == text
