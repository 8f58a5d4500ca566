"""Tests of mutating one rule: what the checker, the examples and nobody sees."""

from __future__ import annotations

from typing import get_args

from tests.mutation.conftest import Load

from sakip_rules.mutation import Fate, RuleMutants, mutate_rule

RATIO = """\
inputs: {a: {type: count, unit: orang}, b: {type: count, unit: orang}}
formula: a / b * 100
unit: persen
checks: [{expect: a <= b, message: Terlalu banyak.}]
examples:
  - {title: biasa, given: {a: 30, b: 40}, result: 75}
"""
PINNED = """\
  - {title: sama, given: {a: 40, b: 40}, result: 100}
  - {title: lebih, given: {a: 41, b: 40}, status: not_computable, reason: check-failed}
"""


def mutants(load: Load, body: str) -> RuleMutants:
    """The fate of every change of an indicator."""
    checked, item = load("indicator", "rasio", body)
    return mutate_rule(checked, item)


def test_a_rule_whose_examples_are_thinned_is_caught(load: Load) -> None:
    """Without the examples at the limit of its check, changes of the check survive; with them, none does."""
    thinned = mutants(load, RATIO)
    assert {mutant.slip.now for mutant in thinned.survivors} >= {"a < b", "warning"}
    assert mutants(load, RATIO + PINNED).survivors == []


def test_a_survivor_comes_with_an_example_that_would_have_caught_it(load: Load) -> None:
    """The example that is offered, added to the rule, kills the change."""
    survivor = next(one for one in mutants(load, RATIO).survivors if one.slip.now == "a < b")
    assert survivor.example is not None
    assert survivor.place is not None
    added = f"  - {{title: usul, {survivor.example}}}\n"
    assert "a < b" not in {one.slip.now for one in mutants(load, RATIO + added).survivors}


def test_what_the_checker_refuses_counts_for_itself(load: Load) -> None:
    """`a / b` without its hundred is a ratio where a percentage is declared: no example is needed."""
    found = mutants(load, RATIO)
    refused = {mutant.slip.now for mutant in found.mutants if mutant.fate == "refused"}
    assert refused <= {"a / b / 100"}
    assert sum(found.count(fate) for fate in get_args(Fate)) == len(found.mutants)


def test_what_no_input_tells_apart_is_no_mistake(load: Load) -> None:
    """`x + 0` and `x - 0` are alike, and neither is a survivor."""
    checked, item = load(
        "index",
        "nol",
        "inputs: {x: {}}\nformula: x + 0\nunit: nilai\nexamples: [{title: a, given: {x: 2}, result: 2}]\n",
    )
    found = mutate_rule(checked, item)
    assert {m.slip.now for m in found.mutants if m.fate == "alike"} == {"x - 0"}


def test_a_scale_is_guarded_by_its_proof_and_its_examples(load: Load) -> None:
    """One end alone is refused by the proof; a shared boundary that moves needs an example on it."""
    bands = "unit: nilai\nbands:\n  - {category: A, above: 75}\n  - {category: B, up_to: 75}\n"
    checked, item = load("scale", "dua", bands + "examples: [{title: a, given: 90, category: A}]\n")
    thinned = mutate_rule(checked, item)
    assert thinned.count("refused") > 0
    assert any("dua rentang" in one.slip.now for one in thinned.survivors)
    ends = "examples: [{title: a, given: 75, category: B}, {title: b, given: 75.01, category: A}]\n"
    checked, item = load("scale", "dua", bands + ends)
    assert {one.slip.kind for one in mutate_rule(checked, item).survivors} <= {"threshold"}


def test_a_table_is_pinned_by_its_cells(load: Load) -> None:
    """A cell that no example reads may be changed unnoticed."""
    table = "keys: [x]\nunit: nilai\nrows: {A: 1, B: 2}\nexamples: [{title: a, given: A, result: 1}]\n"
    checked, item = load("table", "t", table)
    survivors = mutate_rule(checked, item).survivors
    assert {(one.slip.was, one.example) for one in survivors} == {("2", "given: B, result: 2")}


def test_a_framework_without_examples_has_no_mutants(load: Load) -> None:
    """There is nothing that could notice a change."""
    checked, item = load("framework", "k", "levels: {opd: {inputs: {x: {}}, result: x}}\n")
    assert mutate_rule(checked, item).mutants == ()
