"""Tests of `sakip_rules.links.polarity`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked
from sakip_rules.expression import parse
from sakip_rules.links.polarity import Trial, accepts, polarity_inputs
from sakip_rules.models import FormulaRule

Checker = Callable[[Mapping[str, str]], Checked]

ALL = ["higher_is_better", "lower_is_better", "closer_is_better"]
INPUTS = """\
kind: achievement
unit: persen
inputs:
  realisasi: {}
  target: {type: range}
  polarity: {type: polarity}
  lain: {type: truth}
  k: {each: {inputs: {n: {}}}}
"""
SCALE = (
    "kind: scale\n"
    "bands: [{category: R, code: R, below: 5}, {category: T, code: T, from: 5}]\n"
    "examples: [{title: t, given: 5, category: T}]\n"
)


def _rule(checked: Checker, formula: str, head: str = "") -> FormulaRule:
    found = checked({"a": f"{INPUTS}{head}formula:\n{formula}", "s": SCALE})
    rule = found.catalogue.versions["contoh/a"][0].rule
    assert isinstance(rule, FormulaRule)
    return rule


@pytest.mark.parametrize(
    ("cases", "accepted"),
    [
        (["{when: polarity == higher_is_better, then: 1}"], ALL[:1]),
        (["{when: polarity != higher_is_better, then: 1}"], ALL[1:]),
        (["{when: polarity == higher_is_better, then: 1}", "{otherwise: 2}"], ALL),
        (["{when: polarity == lower_is_better or realisasi > 1, then: 1}"], ALL),
        (["{when: polarity == lower_is_better and realisasi > 1, then: 1}"], ALL[1:2]),
        (["{when: polarity == lower_is_better and given(realisasi), then: 1}"], ALL[1:2]),
        (["{when: given(realisasi), then: 1}"], ALL),
        (["{when: sum(k.n) > 1, then: 1}"], ALL),
        (["{when: target.min > 1, then: 1}"], ALL),
        (["{when: batas > 1, then: 1}"], ALL),
        (["{when: p(5) == R, then: 1}"], ALL),
        (["{when: lain, then: 1}"], ALL),
        (["{when: not (polarity == higher_is_better), then: 1}"], ALL[1:]),
        (
            [
                "{when: polarity == higher_is_better, then: 1}",
                "{when: polarity == closer_is_better, then: {status: missing}}",
            ],
            [ALL[0], ALL[2]],
        ),
        (["{when: polarity == , then: 1}"], ALL),
        (["{when: 1 > 2, then: 1}"], []),
    ],
)
def test_polarities_that_some_case_may_treat(checked: Checker, cases: list[str], accepted: list[str]) -> None:
    """Only the polarity is known: a case is out only if it is false whatever the rest."""
    formula = "".join(f"  - {case}\n" for case in cases)
    rule = _rule(checked, formula, "steps: {batas: 1}\nuses: {p: contoh/s}\n")
    assert [word for word in ALL if accepts(rule, "polarity", word)] == accepted


def test_one_formula_accepts_all(checked: Checker) -> None:
    """Without cases nothing says what is not treated."""
    rule = _rule(checked, "  realisasi\n")
    assert all(accepts(rule, "polarity", word) for word in ALL)
    assert polarity_inputs(rule) == ["polarity"]


def test_a_condition_beyond_all_cost(checked: Checker) -> None:
    """A condition that costs more than a whole record may is not known to be false."""
    condition = f"{'-' * 300}(((1 / {'9' * 400}) ** 10) ** 10) ** 3 < 0"
    rule = _rule(checked, f'  - when: "{condition}"\n    then: 1\n')
    assert accepts(rule, "polarity", ALL[0])


@pytest.mark.parametrize(
    ("conditions", "polarity", "place"),
    [
        (["polarity == lower_is_better", None], "higher_is_better", 1),
        (["polarity == lower_is_better", None], "lower_is_better", 0),
        (["x > 0", "polarity == lower_is_better"], "lower_is_better", None),
        (["polarity == lower_is_better and x > 0", None], "lower_is_better", None),
        (["polarity == lower_is_better and x > 0", None], "closer_is_better", 1),
        (["year > 2020", None], "lower_is_better", None),
        (["tahun_lalu.x > 1", None], "lower_is_better", None),
    ],
)
def test_the_case_that_applies_whatever_the_data_are(
    conditions: list[str | None], polarity: str, place: int | None
) -> None:
    """Those before it are false, and it is true, with nothing known but the polarity."""
    trial = Trial(["x"], [], {"polarity": polarity})
    read = [None if text is None else parse(text) for text in conditions]
    applying = [number for number in range(len(read)) if trial.applies(read, number)]
    assert applying == ([] if place is None else [place])
