"""Answers: what programs get from integers, and the whole result from the reference."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compiled.battery import battery
from tests.compiled.comparing import reference
from tests.compiled.traps import rule_of

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.explainer.lines import render
from sakip_rules.explainer.steps import explain_record
from sakip_rules.exporters.objects import record_object
from sakip_rules.exporters.seen import seen_rule
from sakip_rules.results import RuleResult, record_diagnostics


@pytest.mark.parametrize(
    ("places", "shown"), [(2, "-2.50"), (0, "-3"), (-1, "0"), (3, "-2.500"), (None, "-2.50")]
)
def test_the_value_has_the_decimals_of_its_rounding(places: int | None, shown: str, tmp_path: Path) -> None:
    """As the reference shows it."""
    rounding = "" if places is None else f"rounding: {{places: {places}}}\n"
    rule = rule_of(tmp_path, f"inputs: {{x: {{}}}}\n{rounding}formula: x")
    assert str(CompiledResult(rule, {"x": "-2.5"}).value) == shown
    wanted = reference(rule.plan, {"x": "-2.5"})
    assert wanted is not None
    assert wanted.figure.text == shown


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
            kept = dict(given)
            try:
                CompiledResult(rule, kept)
            except DeclineError:
                continue
            wanted, again = reference(rule.plan, given), reference(rule.plan, kept)
            assert wanted is not None
            assert again is not None
            assert whole(again.record) == whole(wanted.record)


def whole(record: RuleResult) -> tuple[object, ...]:
    """Gives all that a result says: its JSON, its words, what there is to tell."""
    made = record_object(seen_rule(record), "id")
    return made, render(explain_record(record, "en")), record_diagnostics([record])
