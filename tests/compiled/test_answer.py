"""Answers: what programs get from integers, and the whole result from the reference."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compiled.battery import battery
from tests.compiled.comparing import reference, result_of
from tests.compiled.traps import rule_of

from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.running import DeclineError


@pytest.mark.parametrize(
    ("places", "shown"), [(2, "-2.50"), (0, "-3"), (-1, "0"), (3, "-2.500"), (None, "-2.50")]
)
def test_the_value_has_the_decimals_of_its_rounding(places: int | None, shown: str, tmp_path: Path) -> None:
    """As the reference shows it."""
    rounding = "" if places is None else f"rounding: {{places: {places}}}\n"
    rule = rule_of(tmp_path, f"inputs: {{x: {{}}}}\n{rounding}formula: x")
    answer = CompiledResult(rule, {"x": "-2.5"})
    assert str(answer.value) == shown
    assert str(result_of(answer.record()).value) == shown


def test_a_call_that_is_declined_gives_no_answer(tmp_path: Path) -> None:
    """The reference is asked instead."""
    rule = rule_of(tmp_path, "inputs: {x: {}}\nformula: x")
    with pytest.raises(DeclineError):
        CompiledResult(rule, {"x": "tidak tahu"})


@pytest.mark.slow
def test_the_whole_result_is_that_of_the_reference(tmp_path: Path) -> None:
    """Explanation, JSON and diagnostics: of the inputs that are kept, as before the call."""
    for number, (rule, given) in enumerate(battery(tmp_path)):
        if number % 29 == 0:
            try:
                answer = CompiledResult(rule, dict(given))
            except DeclineError:
                continue
            wanted, found = reference(rule.plan, given), result_of(answer.record())
            assert wanted is not None
            assert found.to_dict() == wanted.to_dict()
            assert found.explain("en") == wanted.explain("en")
