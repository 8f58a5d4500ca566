"""Tests of how the fates of changed rules are told."""

from __future__ import annotations

import pytest

from sakip_rules.diagnostics import Place
from sakip_rules.exporters.mutants import counts, killed_percent, mutants_dict, mutants_text
from sakip_rules.mutation import Fate, Mutant, RuleMutants
from sakip_rules.mutation.edits import slip


def mutant(fate: Fate, example: str | None = None) -> Mutant:
    """One change with a fate."""
    made = slip("comparison", ("checks", 0, "expect"), "a <= b", "a < b")
    return Mutant(made, Place("contoh/a/1.0.0.yaml", 12), fate, example)


def rule(*fates: Fate) -> RuleMutants:
    """A rule whose changes had these fates."""
    mutants = tuple(
        mutant(fate, "given: {a: 1}, result: 1" if fate == "survived" else None) for fate in fates
    )
    return RuleMutants("contoh/a@1.0.0", "contoh/a/1.0.0.yaml", mutants)


def test_fates_are_counted_over_all_rules() -> None:
    """Each fate has its number, also if it is zero."""
    assert counts([rule("killed", "alike"), rule("killed")]) == {
        "refused": 0,
        "killed": 2,
        "alike": 1,
        "survived": 0,
    }


@pytest.mark.parametrize(
    ("fates", "percent"),
    [
        (("killed", "killed", "survived"), "66.6"),
        (("killed", "refused", "alike"), "100.0"),
        (("survived",), "0.0"),
        (("alike", "refused"), None),
    ],
)
def test_the_share_is_of_what_examples_could_notice_and_is_never_rounded_up(
    fates: tuple[Fate, ...], percent: str | None
) -> None:
    """Refused and alike changes do not count; 99.96 % is not 100 %."""
    assert killed_percent([rule(*fates)]) == percent


def test_a_survivor_is_shown_with_file_line_change_and_example() -> None:
    """An author can go to the line and copy the example."""
    text = mutants_text([rule("killed", "survived")])
    assert "contoh/a/1.0.0.yaml:12\n  comparison: a <= b → a < b\n" in text
    assert "contoh yang akan menangkapnya: given: {a: 1}, result: 1" in text
    assert "50,0 % yang dapat dilihat contoh tertangkap, di 1 aturan." in text
    assert "an example that would catch it" in mutants_text([rule("survived")], "en")


def test_the_object_holds_survivors_and_what_is_alike_with_the_reason() -> None:
    """Programs get the same facts as people."""
    found = mutants_dict([rule("survived", "alike")])
    assert found["summary"] == {"refused": 0, "killed": 0, "alike": 1, "survived": 1, "percent": "0.0"}
    assert found["survivors"][0] == {
        "rule": "contoh/a@1.0.0",
        "file": "contoh/a/1.0.0.yaml",
        "line": 12,
        "kind": "comparison",
        "was": "a <= b",
        "now": "a < b",
        "example": "given: {a: 1}, result: 1",
    }
    assert "masukan yang dicoba" in found["alike"][0]["why"]
