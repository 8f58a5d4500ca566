"""Tests of `sakip_rules.checker.checked`."""

from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked, check_again
from sakip_rules.checker.checked import CheckedFormula, CheckedFramework, CheckedRecord
from sakip_rules.expression import NUMBER, ROWS, TRUTH, Entry, Type
from sakip_rules.links.shapes import source_of
from sakip_rules.models import ScaleRule

Checker = Callable[[Mapping[str, str]], Checked]

RULE = """
inputs:
  a: {unit: orang}
  b: {unit: orang}
  k: {each: {inputs: {n: {unit: rupiah}}, steps: {dua: n + n, satu: n / n * 100}}}
steps:
  bagian: jumlah / b
  jumlah: a + b
  banyak: jumlah > 5
  tetap: {rows: [{nilai: a, bobot: 60}, {nilai: b, bobot: 40}]}
formula: bagian * 100 + (1 if banyak else 0) + sum(k.dua) / sum(k.satu) + sum(tetap.nilai) * sum(tetap.bobot)
checks: [{expect: sum(tetap.bobot) == 100, message: Bobot.}]
unit: nilai
"""
SCALE = (
    "kind: scale\nbands: [{category: R, code: R, below: 5}, {category: T, code: T, from: 5}]\n"
    "examples: [{title: t, given: 5, category: T}]\n"
)


def _record(checked: Checked, rule_id: str) -> CheckedRecord:
    (found,) = (found for found in checked.rules.values() if found.rule.id == rule_id)
    assert isinstance(found, CheckedFormula)
    return found.record


def test_steps_with_types_and_units_in_the_order_of_computing(checked: Checker) -> None:
    """What is declared nowhere is inferred; what is not certain has no unit."""
    record = _record(checked({"a": RULE}), "contoh/a")
    assert list(record.steps.items()) == [
        ("jumlah", Entry(NUMBER, "orang")),
        ("bagian", Entry(NUMBER, "rasio")),
        ("banyak", Entry(TRUTH)),
        ("tetap", Entry(ROWS)),
    ]
    assert record.columns == {"tetap": {"nilai": Entry(NUMBER, "orang"), "bobot": Entry(NUMBER)}}


def test_rows_are_records_of_their_own(checked: Checker) -> None:
    """With their own inputs, and steps in order."""
    rows = _record(checked({"a": RULE}), "contoh/a").rows["k"]
    assert list(rows.steps.items()) == [("dua", Entry(NUMBER, "rupiah")), ("satu", Entry(NUMBER, "persen"))]
    assert rows.inputs.plans["n"].unit == "rupiah"


def test_a_step_by_a_rule_or_a_scale(checked: Checker) -> None:
    """The unit of the rule; the categories of the scale."""
    files = {
        "a": "inputs: {x: {}}\nformula: x\nunit: persen\n",
        "b": (
            "inputs: {x: {}}\nuses: {p: contoh/s}\nsteps: {d: {rule: contoh/a}, q: p(d)}\n"
            "formula: 1 if q == R else 0\n"
        ),
        "s": SCALE.replace("bands", "unit: persen\nbands"),
    }
    steps = _record(checked(files), "contoh/b").steps
    assert steps["d"] == Entry(NUMBER, "persen")
    assert steps["q"].type == Type("choice", frozenset("RT"), is_category=True)


def test_levels_each_after_those_below_it(checked: Checker) -> None:
    """A framework keeps the record of every level."""
    levels = (
        "  akar: {steps: {capaian: mean(b.capaian)}}\n  b: {under: akar, inputs: {capaian: {unit: persen}}}\n"
    )
    found = list(checked({"f": f"kind: framework\nlevels:\n{levels}"}).rules.values())
    assert [isinstance(one, CheckedFramework) for one in found] == [True]
    (framework,) = (one for one in found if isinstance(one, CheckedFramework))
    assert list(framework.levels) == ["b", "akar"]
    assert framework.levels["akar"].steps == {"capaian": Entry(NUMBER, "persen")}


def test_a_rule_once_for_all_that_its_references_mean(checked: Checker) -> None:
    """Two versions of a rule that it calls make two; a day without any makes a third."""
    files = {
        "a": "valid_from: 2019\ninputs: {x: {}}\nsteps: {d: {rule: contoh/b}}\nformula: d\n",
        "b": "valid_from: 2020\nvalid_to: 2020\ninputs: {x: {}}\nformula: x\nunit: persen\n",
        "b@2.0.0": "valid_from: 2021\ninputs: {x: {}}\nformula: x\nunit: rasio\n",
    }
    found = [one for one in checked(files).rules.values() if one.rule.id == "contoh/a"]
    units = [one.record.steps["d"].unit for one in found if isinstance(one, CheckedFormula)]
    assert units == [None, "persen", "rasio"]


def test_some_files_are_checked_again(checked: Checker) -> None:
    """What an earlier check found of all others is kept as it is; of them, all is found anew."""
    files = {
        "a": "inputs: {x: {}}\nsteps: {d: {rule: contoh/b}}\nformula: d\n",
        "b": "inputs: {x: {}}\nformula: x\nunit: persen\n",
        "c": "inputs: {x: {}, y: {}}\nformula: x\n",
    }
    before = checked(files)
    after = checked({"b": files["b"].replace("formula: x", "formula: x + z")})
    changed = {file for file in after.catalogue.whole if "/c/" not in file}
    again = check_again(after.catalogue, before, changed)
    assert again.diagnostics == after.diagnostics
    assert [one.key for one in again.diagnostics] == ["unknown-rule.errors", "unknown-name", "unused-name"]
    assert again.unusable == after.unusable
    assert (again.chains, len(again.rules)) == (after.chains, len(after.rules))
    kept = {key: rule for key, rule in again.rules.items() if rule in list(before.rules.values())}
    assert {rule.rule.id for rule in kept.values()} == {"contoh/c"}


def test_scales_are_made_once(checked: Checker) -> None:
    """They refer to nothing, so one will do for all days."""
    found = checked({"s": SCALE})
    item = found.catalogue.versions["contoh/s"][0]
    assert isinstance(item.rule, ScaleRule)
    plan = found.alias_plan(item.rule, source_of(item))
    assert found.alias_plan(item.rule, source_of(item)) is plan
    assert plan.source.reference == "contoh/s@1.0.0"
