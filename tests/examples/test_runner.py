"""Running the examples of rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.examples import ExampleOutcome, run_rule_examples
from sakip_rules.examples.runner import resolvers

PASSING = (
    "inputs: {x: {}}\nformula: x + B\nexamples: [{title: {id: satu, en: one}, given: {x: 1}, result: RESULT}]"
)


@pytest.fixture(scope="module")
def outcomes(bundled: Catalogue) -> list[ExampleOutcome]:
    """The outcome of every example of the bundled rules."""
    return bundled.run_examples()


def test_every_example_of_the_bundled_rules(outcomes: list[ExampleOutcome]) -> None:
    """Gives what the rule says that it gives."""
    failed = {
        f"{one.rule} {one.title[0]}": one.diagnostics[0].message("en") for one in outcomes if not one.passed
    }
    assert failed == {}


def test_every_bundled_rule_has_its_examples_run(bundled: Catalogue, outcomes: list[ExampleOutcome]) -> None:
    """None is left out because its file has errors."""
    assert bundled.checked.unusable == set()
    written = sum(len(item.rule.examples) for item in bundled.rules.whole.values())
    assert len(outcomes) == written > 100


def test_references_are_taken_in_the_year_of_valid_from(tmp_path: Path) -> None:
    """A later version of what the rule refers to does not change its examples."""
    write(
        tmp_path,
        "index a",
        (
            "valid_from: 2010-05-01\n"
            "inputs: {x: {}}\n"
            "steps: {b: {rule: contoh/b}}\n"
            "formula: b\n"
            "examples: [{title: T, given: {x: 1}, result: 2}]"
        ),
    )
    write(tmp_path, "index b@1.0.0", "valid_to: 2010\n" + PASSING.replace("B", "1").replace("RESULT", "2"))
    write(tmp_path, "index b@2.0.0", "valid_from: 2011\n" + PASSING.replace("B", "5").replace("RESULT", "6"))
    assert [(one.rule, one.passed) for one in Catalogue.load(tmp_path).run_examples()] == [
        ("contoh/a@1.0.0", True),
        ("contoh/b@1.0.0", True),
        ("contoh/b@2.0.0", True),
    ]


def test_rules_with_errors_are_left_out(tmp_path: Path) -> None:
    """Their errors are for `check`; an example's own errors are its outcome."""
    write(tmp_path, "index a", "inputs: {x: {}}\nformula: z")
    write(tmp_path, "index b", PASSING.replace("B", "1").replace("RESULT", "3"))
    (tmp_path / "rusak").mkdir()
    (tmp_path / "rusak" / "1.0.0.yaml").write_text("kind: [", encoding="utf-8")
    (outcome,) = Catalogue.load(tmp_path).run_examples()
    assert (outcome.rule, outcome.title, outcome.passed) == ("contoh/b@1.0.0", ("satu", "one"), False)


def test_a_rule_that_is_not_in_force_where_it_is_needed(tmp_path: Path) -> None:
    """Linking fails on the day of the example: that is its outcome."""
    write(
        tmp_path,
        "index a",
        (
            "valid_from: 2000\n"
            "inputs: {x: {}}\n"
            "steps: {b: {rule: contoh/b}}\n"
            "formula: b\n"
            "examples: [{title: T, given: {x: 1}, result: 2}]"
        ),
    )
    write(tmp_path, "index b", "valid_from: 2011\n" + PASSING.replace("B", "1").replace("RESULT", "2"))
    outcomes = Catalogue.load(tmp_path).run_examples()
    assert [[one.code for one in outcome.diagnostics] for outcome in outcomes] == [["not-yet-in-force"], []]


def test_the_examples_of_one_rule(tmp_path: Path) -> None:
    """One after the other, as they are asked for; each year is linked once."""
    write(tmp_path, "index b", PASSING.replace("B", "1").replace("RESULT", "2"))
    checked = Catalogue.load(tmp_path).checked
    resolver_of = resolvers(checked)
    found = run_rule_examples(checked.usable[0], resolver_of)
    assert next(found).passed
    assert resolver_of(2000) is resolver_of(2000)
