"""Formulas on the page of a rule: cases, and what other rules compute."""

from tests.pages.seen import words

from sakip_rules.pages.rule.formulas import formula_block
from sakip_rules.pages.rule.lexicon import Meaning
from sakip_rules.pages.rule.view import RuleView

from sakip_rules.models import AbsentValue, Case, CaseCall, Reference, Text  # isort: skip

NAMES = {"a": Meaning(("Nilai", "Score"), "masukan-a")}


def test_a_formula_is_typeset_and_in_words(blank: RuleView) -> None:
    """Words only where they say more."""
    assert words(formula_block("a / 2", NAMES, blank)) == "Nilai 2 Nilai ÷ 2"
    assert words(formula_block("100", NAMES, blank)) == "100"


def test_cases_have_their_conditions_notes_and_outcomes(blank: RuleView) -> None:
    """An absent value with its reason, another rule with what its inputs are bound to."""
    cases = (
        Case(
            when="a > 1", then=AbsentValue(status="not_computable", reason="no-case"), note=Text(id="Catatan")
        ),
        Case(otherwise=CaseCall.read({"rule": Reference("x/y"), "with": {"z": "a"}})),
    )
    assert words(formula_block(cases, NAMES, blank)) == (
        "tidak dapat dihitung: tidak ada kasus yang cocok bila Nilai > 1 Catatan "
        "dihitung dengan aturan x/y z diisi dengan Nilai Nilai selain itu"
    )
