"""From checked rules to plans."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import rules, write

from sakip_rules import Catalogue, RuleError
from sakip_rules.expression import NUMBER, ROWS, TRUTH, Entry, Formula
from sakip_rules.models import Reference
from sakip_rules.plans import CallPlan, FrameworkPlan, RowsPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.resolver import Resolver, computation
from sakip_rules.values import Absent

DAY = datetime.date(2020, 12, 31)
BODIES = {
    "indicator a": """
        inputs:
          x: {default: "1,5"}
          h: {type: choice, choices: contoh/s, default: B}
          k: {type: choice, choices: contoh/t}
          l: {type: choice, choices: [P, Q]}
          n: {codes: contoh/t}
          p: {type: polarity}
          o: {each: {inputs: {v: {}}, steps: {w: kali(pilih), pilih: 1 if v > 0 else 2}}}
        uses: {kali: contoh/garis, skala: contoh/s}
        steps:
          c: b + 1
          b: {rule: contoh/b, with: {y: x, z: x + 1}}
          t: {rows: {satu: {u: 1, v: x}, dua: {u: c, v: 2}}}
        formula:
          - {when: p == higher_is_better, then: c, note: N}
          - {when: x > 3, then: {status: not_due}}
        codes: contoh/t
        scale: contoh/s
        rounding: {places: 1}
        polarity: higher_is_better
        checks: [{expect: result > 0, message: {id: M, en: E}, severity: warning}]
    """,
    "index b": "inputs: {y: {}, z: {}, x: {}, d: {default: 3}}\nformula: y + z + x + d",
    "scale s": (
        "bands: [{category: Baik, code: B, from: 0}, {category: Kurang, code: K, below: 0}, "
        "{category: Belum, status: missing}]"
    ),
    "table t": "keys: [k]\nrows: {M: 1, N: null}\nexamples: [{title: c, given: M, result: 1}]",
    "table garis": (
        "keys: [x]\ninterpolate: linear\nrows: {0: 0, 3: 1}\nexamples: [{title: c, given: 0, result: 0}]"
    ),
    "framework k": """
        rounding: {places: 2}
        uses: {skala: contoh/s}
        levels:
          d: {steps: {capaian: sum(i.capaian)}}
          i: {under: d, inputs: {capaian: {from: rule}}}
    """,
}


@pytest.fixture
def resolver(tmp_path: Path) -> Resolver:
    """All shapes of rules, on one day."""
    return Resolver(rules(tmp_path, BODIES).checked, DAY)


def plan(resolver: Resolver, name: str) -> object:
    """The plan of a rule."""
    return resolver.plan(Reference(f"contoh/{name}"))


def test_a_formula_rule(resolver: Resolver) -> None:
    """Steps in the order of computing; references are plans; texts in both languages."""
    found = plan(resolver, "a")
    assert isinstance(found, RulePlan)
    assert (found.source.reference, len(found.source.sha256)) == ("contoh/a@1.0.0", 64)
    assert [step.name for step in found.record.steps] == ["b", "c", "t"]
    assert (found.polarity, found.codes, found.kind) == ("higher_is_better", {"M": Fraction(1)}, "indicator")
    assert found.result.scale is plan(resolver, "s")
    assert found.result.rounding is not None
    assert [(check.message, check.severity) for check in found.record.checks] == [(("M", "E"), "warning")]
    assert isinstance(found.result.how, tuple)
    assert [(case.note, isinstance(case.then, Formula | Absent)) for case in found.result.how] == [
        (("N", "N"), True),
        (None, True),
    ]
    assert found.refused == {"p": frozenset()}


def test_inputs(resolver: Resolver) -> None:
    """Choices of a scale, a table or a list; CODEs; defaults as values; row steps with the rule's aliases."""
    found = plan(resolver, "a")
    assert isinstance(found, RulePlan)
    inputs = found.record.inputs
    assert [inputs[name].choices for name in "hkl"] == [("B", "K"), ("M", "N"), ("P", "Q")]
    assert (inputs["x"].default, inputs["h"].default, inputs["n"].default) == (Fraction(3, 2), "B", None)
    assert inputs["n"].codes == {"M": Fraction(1)}
    each = inputs["o"].each
    assert each is not None
    assert [step.name for step in each.steps] == ["pilih", "w"]
    assert set(each.aliases) == {"kali", "skala"}


def test_calls_and_rows(resolver: Resolver) -> None:
    """A bare name is passed whole, a formula is computed, a default is left to the called rule."""
    found = plan(resolver, "a")
    assert isinstance(found, RulePlan)
    call, _, rows = (step.how for step in found.record.steps)
    assert isinstance(call, CallPlan)
    assert call.rule is plan(resolver, "b")
    assert [(name, bound if isinstance(bound, str) else type(bound)) for name, bound in call.bindings] == [
        ("y", "x"),
        ("z", Formula),
        ("x", "x"),
    ]
    assert isinstance(rows, RowsPlan)
    assert [(row, [column for column, _ in cells]) for row, cells in rows.rows] == [
        ("satu", ["u", "v"]),
        ("dua", ["u", "v"]),
    ]


def test_scales_tables_and_frameworks(resolver: Resolver) -> None:
    """Each shape has its plan."""
    scale, table, framework = plan(resolver, "s"), plan(resolver, "t"), plan(resolver, "k")
    assert isinstance(scale, ScalePlan)
    assert list(scale.of_absent) == [("missing", None)]
    assert isinstance(table, TablePlan)
    assert isinstance(framework, FrameworkPlan)
    assert (framework.root, framework.day, framework.levels["d"].below) == ("d", DAY, ("i",))
    assert framework.levels["i"].result == "capaian"
    assert set(framework.levels["d"].record.aliases) == {"skala"}


def test_a_rule_is_linked_once(resolver: Resolver) -> None:
    """However often it is asked for."""
    assert plan(resolver, "a") is plan(resolver, "a")
    assert sorted(source.id for source in resolver.sources.values()) == [
        "contoh/a",
        "contoh/b",
        "contoh/garis",
        "contoh/s",
        "contoh/t",
    ]


def test_all_references_are_taken_on_one_day(tmp_path: Path) -> None:
    """The version in force then; a pinned one out of force is a warning at its place, once."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}, c: {rule: contoh/b@1.0.0}}\nformula: b + c",
        "index b@1.0.0": "valid_to: 2019\ninputs: {x: {}}\nformula: x",
        "index b@2.0.0": "valid_from: 2020\ninputs: {x: {}}\nformula: x * 2",
    }
    checked = rules(tmp_path, bodies).checked
    late, early = Resolver(checked, DAY), Resolver(checked, datetime.date(2019, 12, 31))
    for resolver in (late, early):
        resolver.plan(Reference("contoh/a"))
        resolver.plan(Reference("contoh/a"))
    assert [one.code for one in late.warnings] == ["pinned-out-of-force"]
    assert [one.place.line for one in late.warnings if one.place] == [10]
    assert [one.code for one in early.warnings] == []
    versions = [
        sorted(source.reference for source in resolver.sources.values()) for resolver in (late, early)
    ]
    assert versions == [
        ["contoh/a@1.0.0", "contoh/b@1.0.0", "contoh/b@2.0.0"],
        ["contoh/a@1.0.0", "contoh/b@1.0.0"],
    ]


def test_what_cannot_be_used(tmp_path: Path) -> None:
    """A rule that is not there, has errors, or needs one that is not in force on the day."""
    write(tmp_path, "index a", "formula: y")
    write(tmp_path, "index b", "inputs: {x: {}}\nsteps: {c: {rule: contoh/c}}\nformula: c")
    write(tmp_path, "index c", "valid_from: 2021\ninputs: {x: {}}\nformula: x")
    resolver = Resolver(Catalogue.load(tmp_path).checked, DAY)
    found = {}
    for name in ("tiada", "a", "b"):
        with pytest.raises(RuleError) as caught:
            resolver.plan(Reference(f"contoh/{name}"))
        found[name] = [(one.code, one.place.line if one.place else None) for one in caught.value.diagnostics]
    assert found == {
        "tiada": [("unknown-rule", None)],
        "a": [("rule-has-errors", None), ("unknown-name", 9)],
        "b": [("not-yet-in-force", 10)],
    }


def test_refused_polarities(tmp_path: Path) -> None:
    """Those that no case can treat, for each input of that type."""
    body = """
        inputs: {realisasi: {}, target: {}, p: {type: polarity}}
        formula:
          - {when: p == higher_is_better, then: realisasi / target}
          - {when: p == lower_is_better and realisasi > 0, then: target / realisasi}
    """
    found = plan(Resolver(rules(tmp_path, {"achievement a": body}).checked, DAY), "a")
    assert isinstance(found, RulePlan)
    assert found.refused == {"p": frozenset({"closer_is_better"})}


def test_steps_know_type_and_unit(tmp_path: Path) -> None:
    """As declared, as a called rule has them, else inferred where that is certain (reference 3.7)."""
    bodies = {
        "index a": "inputs: {x: {unit: orang}}\nformula: x\nunit: orang",
        "index b": """
            inputs: {x: {unit: orang}, y: {unit: orang}}
            steps:
              dari_a: {rule: contoh/a}
              bagian: x / y
              persen: bagian * 100
              banyak: x > y
              tetap: {rows: [{nilai: x, bobot: 60}, {nilai: y, bobot: 40}]}
              kuadrat: x ** 2
              luas: {formula: x ** 2, unit: hektare}
            formula: (persen if banyak else 0) * dari_a * kuadrat * luas * sum(tetap.nilai) * sum(tetap.bobot)
            checks: [{expect: sum(tetap.bobot) == 100, message: Bobot.}]
        """,
    }
    found = plan(Resolver(rules(tmp_path, bodies).checked, DAY), "b")
    assert isinstance(found, RulePlan)
    steps = {step.name: step for step in found.record.steps}
    assert {name: (step.type, step.unit) for name, step in steps.items()} == {
        "dari_a": (NUMBER, "orang"),
        "bagian": (NUMBER, "rasio"),
        "persen": (NUMBER, "persen"),
        "banyak": (TRUTH, None),
        "tetap": (ROWS, None),
        "kuadrat": (NUMBER, None),
        "luas": (NUMBER, "hektare"),
    }
    assert (found.result.type, found.result.unit) == (NUMBER, "nilai")
    fixed = steps["tetap"].how
    assert isinstance(fixed, RowsPlan)
    assert fixed.columns == {"nilai": Entry(NUMBER, "orang"), "bobot": Entry(NUMBER)}


def test_a_rule_that_does_not_fit_another_on_the_day(tmp_path: Path) -> None:
    """Pinned out of force, its reference means a version that it was never checked with: that is said."""
    catalogue = rules(
        tmp_path,
        {
            "index a": "valid_to: 2020\ninputs: {x: {}}\nsteps: {s: {rule: contoh/b}}\nformula: s",
            "index b": "valid_to: 2020\ninputs: {x: {}}\nformula: x",
            "index b@2.0.0": "valid_from: 2021\ninputs: {x: {}, y: {}}\nformula: x + y",
        },
    )
    resolver = Resolver(catalogue.checked, datetime.date(2021, 12, 31))
    with pytest.raises(RuleError) as caught:
        resolver.plan(Reference("contoh/a", "1.0.0"))
    assert [one.code for one in caught.value.diagnostics] == ["unbound-input"]


def test_a_computation() -> None:
    """One formula, or cases."""
    assert isinstance(computation("1 + 1"), Formula)
