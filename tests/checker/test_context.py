"""Tests of `sakip_rules.checker.context`."""

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sakip_rules.checker import Checked
from sakip_rules.checker.context import RuleContext, context_of
from sakip_rules.checker.findings import Findings
from sakip_rules.expression import BudgetSpentError
from sakip_rules.links.references import Links
from sakip_rules.models import FormulaRule, FrameworkRule, Reference
from sakip_rules.values import Category

Checker = Callable[[Mapping[str, str]], Checked]

FILES = {
    "a": "inputs: {x: {}}\nuses: {p: contoh/s, t: contoh/t, tiada: contoh/tiada}\nformula: x\n",
    "f": "kind: framework\nrounding: {places: 2}\nlevels: {akar: {inputs: {capaian: {}}}}\n",
    "s": (
        "kind: scale\n"
        "bands: [{category: Rendah, code: R, below: 50}, {category: Tinggi, code: T, from: 50}]\n"
        "examples: [{title: t, given: 50, category: Tinggi}]\n"
    ),
    "t": "kind: table\nkeys: [k]\nrows: {A: 1.5}\nexamples: [{title: t, given: A, result: 1.5}]\n",
}


def _context(checked: Checked, rule_id: str) -> RuleContext:
    item = checked.catalogue.versions[rule_id][0]
    assert isinstance(item.rule, FormulaRule | FrameworkRule)
    unchecked = Checked(checked.catalogue)
    links = Links(unchecked, datetime.date(2020, 12, 31))
    return context_of(item.rule, unchecked, links, Findings(item.document))


def test_aliases_and_what_they_give(checked: Checker) -> None:
    """An alias has a type for formulas, and can be called with what needs no data; one of nothing cannot."""
    context = _context(checked(FILES), "contoh/a")
    assert {name: alias.kind for name, alias in context.aliases.items()} == {
        "p": "scale",
        "t": "table",
        "tiada": "unknown",
    }
    assert context.calls.keys() == {"p", "t"}
    assert context.calls["p"]((Fraction(50),)) == Category("Tinggi", "T")
    assert context.calls["t"](("A",)) == Fraction(3, 2)
    assert context.codes == {"R", "T", "A"}


def test_only_frameworks_round_what_is_not_theirs(checked: Checker) -> None:
    """A formula rule's own rounding is for its result alone."""
    files = {**FILES, "b": "inputs: {x: {}}\nformula: x\nrounding: {places: 1}\n"}
    found = checked(files)
    rounding = _context(found, "contoh/f").rounding
    assert rounding is not None
    assert rounding.places == 2
    assert _context(found, "contoh/b").rounding is None


def test_signatures_are_made_once(checked: Checker) -> None:
    """A rule that many steps call is looked at once; one that is not there has none."""
    context = _context(checked(FILES), "contoh/f")
    signature = context.signature(Reference("contoh/a"))
    assert signature is not None
    assert signature is context.signature(Reference("contoh/a"))
    assert context.signature(Reference("contoh/tiada")) is None
    assert context.signature(Reference("contoh/t")) is None


def test_codes_of_one_list_more(checked: Checker) -> None:
    """They are joined to the visible ones, once for each list."""
    context = _context(checked(FILES), "contoh/a")
    found = context.codes_with(frozenset({"Z"}))
    assert found == {"R", "T", "A", "Z"}
    assert found is context.codes_with(frozenset({"Z"}))
    assert "Z" not in context.codes


def test_constants_may_cost_a_fifth_of_a_record(checked: Checker) -> None:
    """The meter of a rule is spent after that many units."""
    meter = _context(checked(FILES), "contoh/a").meter
    meter.spend(200_000)
    with pytest.raises(BudgetSpentError):
        meter.spend(1)
