"""Small rules of the data, run."""

import pytest

from sakip_rules.diagnostics import RuleError
from sakip_rules.pages.language.sample import run_sample

DOUBLE = "unit: nilai\ninputs: {x: {}}\nformula: x * 2\nexamples: [{title: dua, given: {x: 2}, result: %s}]\n"


def test_a_rule_is_shown_whole_and_answers() -> None:
    """The head that every rule has is added; the answer is the engine's."""
    run = run_sample({"index a": DOUBLE % "4"})
    assert run.texts[0].startswith("kind: index\nid: contoh/a\nversion: 1.0.0\ntitle: ")
    assert run.outcomes == ((("dua", "dua"), ("4,00", "4.00")),)


def test_what_a_body_states_is_not_added() -> None:
    """A key of the head stands once."""
    run = run_sample({"index a": f"valid_from: 2015\n{DOUBLE % '4'}"})
    assert run.texts[0].count("valid_from") == 1


@pytest.mark.parametrize("body", [DOUBLE % "5", DOUBLE.replace("x * 2", "y") % "4"])
def test_a_rule_that_is_wrong_is_no_example(body: str) -> None:
    """An example that comes out otherwise, or a rule with an error, stops the page."""
    with pytest.raises(RuleError):
        run_sample({"index a": body})


def test_tables_are_held_to_their_examples() -> None:
    """What is looked up agrees with what is written, or there is no page."""
    table = "unit: nilai\nkeys: [huruf]\nrows: {A: 4}\nexamples: [{title: a, given: A, result: %s}]\n"
    assert run_sample({"table a": table % "4"}).outcomes == (
        (("a", "a"), ("hasilnya seperti tertulis", "as written")),
    )
    with pytest.raises(RuleError):
        run_sample({"table a": table % "3"})
