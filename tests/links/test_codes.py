"""Tests of `sakip_rules.links.codes`."""

import datetime
from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked
from sakip_rules.links.codes import visible_codes
from sakip_rules.links.references import Links
from sakip_rules.models import FormulaRule, FrameworkRule

Checker = Callable[[Mapping[str, str]], Checked]

SCALE = (
    "kind: scale\n"
    "bands: [{category: R, code: R, below: 5}, {category: T, from: 5}]\n"
    "examples: [{title: t, given: 5, category: T}]\n"
)
TABLE = (
    "kind: table\nkeys: [k, l]\nrows: {A: {B: 1}}\nexamples: [{title: t, given: {k: A, l: B}, result: 1}]\n"
)
RULE = """
uses: {t: contoh/t}
inputs:
  p: {type: choice, choices: [C, D]}
  k:
    each:
      inputs: {q: {type: polarity}, m: {each: {inputs: {o: {type: choice, choices: [E]}}}}}
      steps: {s: 1}
steps:
  r: {rows: {satu: {u: 1, v: 2}, dua: {u: 1, v: 2}}}
  w: {rows: [{y: 1}]}
  z: {formula: 1, scale: contoh/s}
formula: z
"""
FRAMEWORK = """
kind: framework
uses: {t: contoh/t}
levels:
  akar: {steps: {capaian: 1}}
  bawah: {under: akar, inputs: {capaian: {}, k: {each: {inputs: {n: {}}}}}}
"""


def _rule(checked: Checked, rule_id: str) -> FormulaRule | FrameworkRule:
    rule = checked.catalogue.versions[rule_id][0].rule
    assert isinstance(rule, FormulaRule | FrameworkRule)
    return rule


def test_codes_of_everything_that_a_rule_uses(checked: Checker) -> None:
    """Choices in rows too, polarities, all keys of tables, and bands that have a code."""
    found = checked({"a": RULE, "s": SCALE, "t": TABLE})
    links = Links(found, datetime.date(2020, 12, 31))
    polarities = {"higher_is_better", "lower_is_better", "closer_is_better"}
    assert visible_codes(_rule(found, "contoh/a"), links) == {*"ABCDER", *polarities}


def test_codes_of_nothing_that_is_not_there(checked: Checker) -> None:
    """On a day without the table and the scale, their CODEs are unknown."""
    found = checked({"a": RULE, "s": SCALE, "t": TABLE})
    links = Links(found, datetime.date(2019, 12, 31))
    assert visible_codes(_rule(found, "contoh/a"), links) & set("ABR") == set()
