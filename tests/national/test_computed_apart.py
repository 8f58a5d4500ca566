"""Scores, indices and ratings: every expected figure is computed a second time, by plain fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.independent import budget, indices, ratings
from tests.independent.ikpa import half_up

COMPUTE = {**indices.COMPUTE, **ratings.COMPUTE, **budget.BUDGET}


@pytest.mark.parametrize("reference", sorted(COMPUTE))
def test_every_expected_figure_is_the_same_computed_apart(reference: str) -> None:
    """No expected value comes from the engine: a script of plain fractions gives it too."""
    counted = 0
    for example in indices.examples(reference):
        expected = indices.figures(example)
        answer = COMPUTE[reference](example["given"]) if expected else {}
        if "rounding" in example and isinstance(answer.get("result"), Fraction):
            answer["result"] = half_up(answer["result"], int(example["rounding"]["places"]))
        assert {name: answer.get(name) for name in expected} == expected, example["title"]
        counted += len(expected)
    assert counted >= 3
