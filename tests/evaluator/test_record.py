"""The reference semantics of one record: inputs, steps, rows, calls, checks, budget."""

from __future__ import annotations

import inspect
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written import codes, outcome, rules

from sakip_rules import Catalogue
from sakip_rules.api import Result
from sakip_rules.expression import cost
from sakip_rules.results import Trace

THIRDS = "inputs: {x: {}}\nformula: x / 3\n"


def evaluated(folder: Path, bodies: dict[str, str], **inputs: object) -> Result:
    """The result of `contoh/a`."""
    return rules(folder, bodies).rule("contoh/a", on=2020).evaluate(**inputs)


# ---------------------------------------------------------------- inputs


def test_a_default_is_for_what_is_not_given(tmp_path: Path) -> None:
    """Nothing, None and blank take the default; a stated absent value stays absent."""
    rule = rules(tmp_path, {"index a": "inputs: {x: {default: 7}}\nformula: x"}).rule("contoh/a", on=2020)
    assert [outcome(rule.evaluate(**given)) for given in ({}, {"x": None}, {"x": " "}, {"x": 3})] == [
        7,
        7,
        7,
        3,
    ]
    assert outcome(rule.evaluate(x="not_due")) == ("not_applicable", "not_due")
    assert outcome(rule.evaluate(x={"status": "missing", "reason": "hilang"})) == ("missing", "hilang")
    assert rule.evaluate().record.figures["x"].origin == "default"
    assert rule.evaluate(x=3).record.figures["x"].origin == "given"


def test_figures_have_the_unit_that_is_certain(tmp_path: Path) -> None:
    """As declared, else inferred: of steps, of cells of fixed rows, and in the words of an explanation."""
    body = """
        inputs: {x: {unit: orang}, y: {unit: orang}}
        steps:
          bagian: x / y
          tetap: {rows: [{nilai: x, bobot: 60}, {nilai: y, bobot: 40}]}
          luas: {formula: x ** 2, unit: hektare}
        formula: bagian * luas * sum(tetap.nilai) * sum(tetap.bobot)
        checks: [{expect: sum(tetap.bobot) == 100, message: Bobot.}]
    """
    result = evaluated(tmp_path, {"index a": body}, x=1, y=4)
    units = {name: figure.unit for name, figure in result.record.figures.items()}
    assert units == {"x": "orang", "y": "orang", "bagian": "rasio", "luas": "hektare"}
    cells = [{name: cell.unit for name, cell in row.figures.items()} for row in result.record.rows["tetap"]]
    assert cells == [{"nilai": "orang", "bobot": None}] * 2
    assert "0,25 rasio" in result.explain()


def test_a_bound_absent_value_does_not_take_the_default(tmp_path: Path) -> None:
    """The default of a called rule's input is for an input that nothing is bound to."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b",
        "index b": "inputs: {x: {default: 5}, y: {default: 6}}\nformula: x + y",
    }
    assert outcome(evaluated(tmp_path, bodies)) == ("missing", "not_given")
    assert outcome(evaluated(tmp_path, bodies, x=1)) == 7


def test_the_trace_of_a_call_says_what_each_input_is_bound_to(tmp_path: Path) -> None:
    """A name that is passed whole by its name, all else by how it was computed; a default is not bound."""
    bodies = {
        "index a": """
            inputs: {x: {}, y: {}}
            steps: {b: {rule: contoh/b, with: {p: y, q: [{when: x > 2, then: x * 2}, {otherwise: 0}]}}}
            formula: b
        """,
        "index b": "inputs: {p: {}, q: {}, x: {}, z: {default: 6}}\nformula: p + q + x + z",
    }
    trace = evaluated(tmp_path, bodies, x=3, y=1).record.figures["b"].trace
    assert trace is not None
    assert {name: bound for name, bound in trace.bound.items() if name != "q"} == {"p": "y", "x": "x"}
    bound = trace.bound["q"]
    assert isinstance(bound, Trace)
    assert (bound.case, bound.when and bound.when.text, bound.formula and bound.formula.text) == (
        0,
        "x > 2",
        "x * 2",
    )


# ---------------------------------------------------------------- rounding


@pytest.mark.parametrize(
    ("rounding", "exact", "value"),
    [
        ("{places: 1}", Fraction(10, 3), Fraction(10, 3)),
        ("{places: 1, carry: rounded}", Fraction(10, 3), Fraction(33, 10)),
        ("{places: -1, mode: up, carry: rounded}", Fraction(10, 3), Fraction(10)),
    ],
)
def test_a_rule_step_has_the_called_rules_own_rounding(
    tmp_path: Path, rounding: str, exact: Fraction, value: Fraction
) -> None:
    """The called rule's exact value stays the step's exact value; what it carries is what is used."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b * 2",
        "index b": THIRDS + f"rounding: {rounding}",
    }
    result = evaluated(tmp_path, bodies, x=10)
    step = result.record.figures["b"]
    assert (step.exact, step.value, outcome(result)) == (exact, value, value * 2)


def test_a_rule_step_rounds_a_rule_that_does_not(tmp_path: Path) -> None:
    """A step's own rounding holds where the called rule states none."""
    bodies = {
        "index a": (
            "inputs: {x: {}}\nsteps: {b: {rule: contoh/b, rounding: {places: 0, carry: rounded}}}\nformula: b"
        ),
        "index b": THIRDS,
    }
    step = evaluated(tmp_path, bodies, x=10).record.figures["b"]
    assert (step.exact, step.value, step.text) == (Fraction(10, 3), 3, "3")


def test_an_interval_that_a_rounding_cannot_settle_is_not_computable(tmp_path: Path) -> None:
    """root(2)² is 2 only approximately: rounded down it may be 1 or 2."""
    body = "inputs: {x: {}}\nformula: root(x, 2) ** 2\nrounding: {places: 0, mode: down}"
    result = evaluated(tmp_path, {"index a": body}, x=2)
    assert outcome(result) == ("error", "precision")
    assert codes(result) == ["precision"]
    settled = evaluated(tmp_path, {"index a": body.replace("down", "half_up")}, x=2)
    assert (settled.exact, str(settled.value)) == (None, "2")


def test_a_step_that_cannot_settle_a_called_rules_value_reports_it_once(tmp_path: Path) -> None:
    """The called rule has a value; only the step's rounding breaks it, and takes its category away."""
    bodies = {
        "index a": (
            "inputs: {x: {}}\nsteps: {b: {rule: contoh/b, rounding: {places: 0, mode: down}}}\nformula: b"
        ),
        "index b": "inputs: {x: {}}\nformula: root(x, 2) ** 2\nscale: contoh/s",
        "scale s": "bands: [{category: Semua, from: -9, up_to: 9}]\ndomain: {from: -9, up_to: 9}",
    }
    result = evaluated(tmp_path, bodies, x=2)
    assert (outcome(result), codes(result)) == (("error", "precision"), ["precision"])
    assert result.record.figures["b"].category is None


# ---------------------------------------------------------------- categories

SCALE = """
bands:
  - {category: Baik, code: B, from: 75}
  - {category: Kurang, code: K, below: 75}
  - {category: Belum, code: N, status: missing}
  - {category: Rusak, code: R, status: not_computable}
"""


def test_a_scale_may_have_bands_for_absent_values(tmp_path: Path) -> None:
    """A failed check makes the result not computable, and its scale has a band for that."""
    body = "inputs: {x: {}}\nformula: x\nscale: contoh/s\nchecks: [{expect: x <= 100, message: M}]"
    bodies = {"index a": body, "scale s": SCALE}
    assert evaluated(tmp_path, bodies, x=80).category == "Baik"
    assert evaluated(tmp_path, bodies).category == "Belum"
    failed = evaluated(tmp_path, bodies, x=101)
    assert (outcome(failed), failed.category) == (("error", "check-failed"), "Rusak")


def test_a_rule_step_takes_the_category_of_the_called_rule(tmp_path: Path) -> None:
    """Unless it names a scale itself."""
    bodies = {
        "index a": """
            inputs: {x: {}}
            steps: {b: {rule: contoh/b}, c: {rule: contoh/b, scale: contoh/t}}
            formula: b
        """,
        "index b": "inputs: {x: {}}\nformula: x\nscale: contoh/s",
        "scale s": SCALE,
        "scale t": "bands: [{category: Lain, from: 0}]\ndomain: {from: 0}",
    }
    figures = evaluated(tmp_path, bodies, x=80).record.figures
    assert [
        (one.category.label, one.scale.source.reference)
        for one in (figures["b"], figures["c"])
        if one.category and one.scale
    ] == [
        ("Baik", "contoh/s@1.0.0"),
        ("Lain", "contoh/t@1.0.0"),
    ]


def test_a_rounding_that_belies_an_inherited_category_is_a_hazard(tmp_path: Path) -> None:
    """74.6 is Kurang; shown without decimals it is 75, which would be Baik. It is told once."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b, rounding: {places: 0}}}\nformula: b",
        "index b": "inputs: {x: {}}\nformula: x\nscale: contoh/s",
        "scale s": SCALE,
    }
    assert codes(evaluated(tmp_path, bodies, x="74.6")) == ["display-hazard"]
    assert codes(evaluated(tmp_path, bodies, x="74.4")) == []
    assert codes(evaluated(tmp_path, bodies, x="74.9960")) == ["display-hazard"]


def test_a_category_bound_to_a_choice_is_its_code(tmp_path: Path) -> None:
    """A scale called by its alias gives a category; a called rule's choice holds its CODE."""
    bodies = {
        "index a": """
            inputs: {x: {}}
            uses: {s: contoh/s}
            steps: {pilih: s(x), b: {rule: contoh/b}}
            formula: b
        """,
        "index b": "inputs: {pilih: {type: choice, choices: contoh/s}}\nformula: 1 if pilih == B else 2",
        "scale s": SCALE,
    }
    assert outcome(evaluated(tmp_path, bodies, x=75)) == 1
    assert outcome(evaluated(tmp_path, bodies, x=74)) == 2


# ---------------------------------------------------------------- collections

SUM = "inputs: {o: {each: {inputs: {x: {}, y: {default: 2}}, steps: {z: x * y}}}}\nformula: sum(o.z)"


def test_rows_come_as_a_list_or_by_id(tmp_path: Path) -> None:
    """Order is kept; each row computes its own steps."""
    rule = rules(tmp_path, {"index a": SUM}).rule("contoh/a", on=2020)
    by_list = rule.evaluate(o=[{"x": 1}, {"x": 2, "y": 5}])
    by_id = rule.evaluate(o={"satu": {"x": 1}, "dua": {"x": 2, "y": 5}})
    assert outcome(by_list) == outcome(by_id) == 12
    assert [row.id for row in by_id.record.rows["o"]] == ["satu", "dua"]
    assert [row.figures["z"].value for row in by_list.record.rows["o"]] == [2, 10]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ("not_applicable", None)),
        ({"o": []}, ("not_applicable", None)),
        ({"o": None}, ("missing", "not_given")),
        ({"o": "not_due"}, ("not_applicable", "not_due")),
        ({"o": {"status": "missing", "reason": "terbakar"}}, ("missing", "terbakar")),
        ({"o": ["missing", {"x": 1}]}, ("missing", "not_given")),
        ({"o": [None, {"x": 1}]}, ("missing", "not_given")),
        ({"o": ["not_applicable", {"x": 1}]}, Fraction(2)),
        ({"o": [{"status": "not_due"}, {"x": 1}]}, Fraction(2)),
        ({"o": [{}]}, ("missing", "not_given")),
    ],
)
def test_absent_collections_and_absent_rows(tmp_path: Path, given: dict[str, object], found: object) -> None:
    """No rows, one absent row, rows that are absent themselves."""
    assert outcome(evaluated(tmp_path, {"index a": SUM}, **given)) == found


def test_an_absent_row_is_not_computed(tmp_path: Path) -> None:
    """All its fields are absent, a step that needs no data too; it has no figures to show."""
    body = "inputs: {o: {each: {inputs: {x: {}}, steps: {satu: 1}}}}\nformula: sum(o.satu)"
    result = evaluated(tmp_path, {"index a": body}, o={"p": "missing", "q": {"x": 2}})
    assert outcome(result) == ("missing", "not_given")
    assert [row.id for row in result.record.rows["o"]] == ["q"]


def test_a_cell_of_a_fixed_row_says_how_it_was_computed(tmp_path: Path) -> None:
    """Its title is the name of its column; its formula, and the case that applies, stand in its trace."""
    body = """
        inputs: {x: {}}
        steps: {tetap: {rows: [{v: x * 2}, {v: [{when: x > 0, then: x}, {otherwise: 0}]}]}}
        formula: sum(tetap.v)
    """
    result = evaluated(tmp_path, {"index a": body}, x=3)
    cells = [row.figures["v"] for row in result.record.rows["tetap"]]
    assert [(cell.title, cell.origin, cell.value) for cell in cells] == [
        (("v", "v"), "computed", 6),
        (("v", "v"), "computed", 3),
    ]
    traces = [cell.trace for cell in cells if cell.trace is not None]
    assert [(trace.case, trace.formula and trace.formula.text) for trace in traces] == [
        (None, "x * 2"),
        (0, "x"),
    ]


def test_a_bound_collection_gives_inputs_and_steps_by_name(tmp_path: Path) -> None:
    """The called rule finds `nilai` among the caller's row steps, and computes its own."""
    bodies = {
        "index a": """
            inputs: {o: {each: {inputs: {x: {}}, steps: {nilai: x + 1}}}}
            steps: {b: {rule: contoh/b}}
            formula: b
        """,
        "index b": (
            "inputs: {o: {each: {inputs: {nilai: {}, w: {default: 3}}, steps: {kali: nilai * w}}}}\n"
            "formula: sum(o.kali)"
        ),
    }
    result = evaluated(tmp_path, bodies, o={"p": {"x": 1}, "q": {"x": 2}})
    assert outcome(result) == 15
    called = result.record.figures["b"].trace
    assert called is not None
    assert called.called is not None
    assert [row.id for row in called.called.rows["o"]] == ["p", "q"]


def test_rows_in_rows(tmp_path: Path) -> None:
    """A path over two collections ranges over all inner rows; an inner check hides only its own row."""
    body = """
        inputs:
          o:
            each:
              inputs:
                p: {each: {inputs: {x: {}}, steps: {y: x}, checks: [{expect: x < 10, message: M}]}}
              steps: {s: sum(p.y)}
        formula: sum(o.p.y)
    """
    good = evaluated(
        tmp_path, {"index a": body}, o=[{"p": [{"x": 1}, {"x": 2}]}, {"p": []}, {"p": [{"x": 3}]}]
    )
    assert outcome(good) == 6
    bad = evaluated(tmp_path, {"index a": body}, o=[{"p": [{"x": 11}]}, {"p": [{"x": 1}]}])
    assert outcome(bad) == ("error", "check-failed")
    inner = bad.record.rows["o"][0].rows["p"][0]
    assert (inner.figures["y"].inside, inner.figures["x"].value) == (11, 11)
    assert bad.record.rows["o"][1].figures["s"].value == 1


def test_a_failed_row_check_hides_every_step_of_the_row_and_its_fixed_rows(tmp_path: Path) -> None:
    """Steps that are collections, too; the row's own steps saw them as computed."""
    body = """
        inputs:
          o:
            each:
              inputs: {x: {}}
              steps: {tetap: {rows: [{v: x}]}, y: sum(tetap.v)}
              checks: [{expect: x < 10, message: M}]
        steps: {banyak: sum(o.tetap.v)}
        formula: sum(o.y)
    """
    result = evaluated(tmp_path, {"index a": body}, o=[{"x": 11}])
    assert outcome(result) == ("error", "check-failed")
    (row,) = result.record.rows["o"]
    assert row.figures["y"].inside == 11
    assert [one.message("en") for one in row.diagnostics] == ["Row `o.1`: M `x` = 11."]
    assert result.record.figures["banyak"].absent is not None


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.sampled_from(["not_due", "missing", None])), max_size=5),
    st.randoms(),
)
@settings(max_examples=40)
def test_the_order_of_rows_does_not_matter_to_a_sum(
    permuted: Catalogue, rows: list[tuple[int, str | None]], random: object
) -> None:
    """A sum, mean, maximum and count give the same for every order of the rows."""
    given_rows = [{"x": x if word is None else word} for x, word in rows]
    mixed = list(given_rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis gives a Random
    rule = permuted.rule("contoh/a", on=2020)
    assert outcome(rule.evaluate(o=given_rows)) == outcome(rule.evaluate(o=mixed))


@pytest.fixture(scope="module")
def permuted(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A rule whose result does not depend on the order of its rows."""
    body = (
        "inputs: {o: {each: {inputs: {x: {}}}}}\n"
        "formula: sum(o.x) + mean(o.x) * 100 + max(o.x) * 10000 + count(o.x)"
    )
    return rules(tmp_path_factory.mktemp("rules"), {"index a": body})


# ---------------------------------------------------------------- checks


def test_a_failed_check_is_seen_from_outside_only(tmp_path: Path) -> None:
    """The caller gets no value; the record's own steps, and what the output says of them, stay."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}, c: 1 if given(x) else b}\nformula: b + c",
        "index b": """
            inputs: {x: {}}
            steps: {y: x * 2}
            formula: y
            checks:
              - {expect: result <= 10, message: {id: besar, en: large}}
              - {expect: y <= 2, message: kecil, severity: warning}
              - {expect: x < 6, message: kedua}
        """,
    }
    result = evaluated(tmp_path, bodies, x=6)
    assert outcome(result) == ("error", "check-failed")
    figure = result.record.figures["b"]
    assert figure.absent is not None
    assert figure.absent.note == ("besar", "large")
    called = figure.trace.called if figure.trace else None
    assert called is not None
    assert called.figures["y"].value == 12
    assert called.result is not None
    assert called.result.inside == 12
    assert [(one.code, one.severity) for one in result.diagnostics] == [
        ("check-failed", "error"),
        ("check-failed", "warning"),
        ("check-failed", "error"),
    ]
    assert [one.message("en") for one in result.diagnostics] == [
        "large `b` = 12.",
        "kecil `y` = 12.",
        "kedua `x` = 6.",
    ]


def test_a_check_tells_the_result_by_the_name_that_it_has_there(tmp_path: Path) -> None:
    """As `result` where the rule itself is asked, as the step where one calls it."""
    body = "inputs: {x: {}}\nformula: x * 2\nchecks: [{expect: result < x, message: {id: besar, en: large}}]"
    (found,) = evaluated(tmp_path, {"index a": body}, x=3).diagnostics
    assert found.message("en") == "large `result` = 6; `x` = 3."
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {s: {rule: contoh/b}}\nformula: s",
        "index b": body,
    }
    (found,) = evaluated(tmp_path / "b", bodies, x=3).diagnostics
    assert found.message("en") == "large `s` = 6; `x` = 3."


def test_an_absent_check_has_no_verdict(tmp_path: Path) -> None:
    """Nothing is said, and nothing is taken away."""
    body = "inputs: {x: {}, y: {}}\nformula: x\nchecks: [{expect: y > 0, message: M}]"
    result = evaluated(tmp_path, {"index a": body}, x=1)
    assert (outcome(result), codes(result)) == (1, [])


def test_a_range_in_a_case_is_its_number(tmp_path: Path) -> None:
    """A bare name passes it whole to another rule; a case gives a value, and of two ends there is none."""
    bodies = {
        "index a": """
            inputs: {x: {}, r: {type: range}}
            steps:
              s: {rule: contoh/b, with: {n: [{when: x > 1, then: r}]}}
            formula: s
        """,
        "index b": "inputs: {n: {}}\nformula: n * 2",
    }
    assert outcome(evaluated(tmp_path, bodies, x=2, r=3)) == 6
    found = evaluated(tmp_path, bodies, x=2, r={"min": 3, "max": 4})
    assert outcome(found) == ("error", "range-target")


# ---------------------------------------------------------------- what broke where


def test_a_broken_figure_is_reported_once_where_it_arises(tmp_path: Path) -> None:
    """A row divides by zero: the sums that use it pass it on in silence."""
    body = """
        inputs: {o: {each: {inputs: {x: {}}, steps: {y: 1 / x}}}}
        steps: {s: sum(o.y), t: s + 1}
        formula: t * 2
    """
    result = evaluated(tmp_path, {"index a": body}, o=[{"x": 0}, {"x": 1}])
    assert outcome(result) == ("error", "division-by-zero")
    assert [(one.code, dict(one.texts)["name"]) for one in result.diagnostics] == [
        ("division-by-zero", "`o.1.y`")
    ]


def test_a_break_in_a_cell_or_a_binding_is_reported_too(tmp_path: Path) -> None:
    """Cells of fixed rows, and formulas of `with`, are no figures of their own name."""
    bodies = {
        "index a": """
            inputs: {x: {}}
            steps:
              tetap: {rows: [{v: 1 / x}, {v: 2}]}
              b: {rule: contoh/b, with: {y: 2 / x}}
            formula: sum(tetap.v) + b
        """,
        "index b": "inputs: {y: {}}\nformula: y + 1",
    }
    result = evaluated(tmp_path, bodies, x=0)
    assert sorted(dict(one.texts)["name"] for one in result.diagnostics) == ["`tetap.1.v`", "`y`"]


def test_a_break_in_a_rule_is_told_of_what_it_is_called_for(tmp_path: Path) -> None:
    """Its own `result`, where somebody asks for the rule itself."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b",
        "index b": "inputs: {x: {}}\nformula: 1 / x",
    }
    (found,) = evaluated(tmp_path, bodies, x=0).diagnostics
    assert dict(found.texts)["name"] == "`b (contoh/b@1.0.0)`"
    (found,) = rules(tmp_path, {}).rule("contoh/b", on=2020).evaluate(x=0).diagnostics
    assert dict(found.texts)["name"] == "`result`"


def test_a_case_says_why_and_its_note_is_told(tmp_path: Path) -> None:
    """`then` may be an absent value with a note."""
    body = """
        inputs: {x: {}}
        formula:
          - when: x == 0
            then: {status: not_computable, reason: division-by-zero, note: {id: Nol., en: Zero.}}
          - otherwise: 1 / x
    """
    (found,) = evaluated(tmp_path, {"index a": body}, x=0).diagnostics
    assert "Zero." in found.message("en")


# ---------------------------------------------------------------- budget

ROWS = 10


@pytest.fixture
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundredth of the budget; that it is a million units is held by the conformance suite."""
    monkeypatch.setattr(cost, "BUDGET", 10_000)


def costly(units: int) -> dict[str, str]:
    """Steps over the ten rows `o` that cost exactly so many units.

    An aggregate costs one, and in each row one for the row, one for `o.x` and two for each `+ 0`;
    a sum of n zeros costs 2n - 1.
    """
    steps: list[str] = []
    for added in (120, 30, 0):
        cost = 1 + ROWS * (2 + 2 * added)
        count, units = divmod(units, cost)
        steps += ["sum(o.x" + " + 0" * added + ")"] * count
    while units:
        zeros = (min(units, 399) + 1) // 2
        steps.append(" + ".join(["0"] * zeros))
        units -= 2 * zeros - 1
    return {f"s{number}": text for number, text in enumerate(steps)}


def body_of(steps: dict[str, str], formula: str) -> str:
    """A rule with a collection `o`."""
    written = "".join(f"\n  {name}: {text}" for name, text in steps.items())
    return f"inputs: {{o: {{each: {{inputs: {{x: {{}}}}}}}}}}\nsteps:{written}\nformula: {formula}"


def broken(result: Result) -> list[str]:
    """The names of the figures that are too large."""
    figures = result.record.figures.values()
    return [one.name for one in figures if one.absent is not None and one.absent.reason == "too-large"]


@pytest.mark.parametrize(("extra", "found"), [(0, 1), (1, ("error", "too-large"))])
@pytest.mark.usefixtures("small_budget")
def test_the_budget_is_held_to_the_unit(tmp_path: Path, extra: int, found: object) -> None:
    """The formula `1` costs one unit: it is the last one, or the one after it."""
    body = body_of(costly(9_999 + extra), "1")
    result = evaluated(tmp_path, {"index a": body}, o=[{"x": 0}] * ROWS)
    assert (outcome(result), broken(result)) == (found, [])
    assert codes(result) == ["too-large"] * extra


@pytest.mark.usefixtures("small_budget")
def test_after_the_budget_every_later_value_is_too_large(tmp_path: Path) -> None:
    """Steps, cells, called rules and cases that cost nothing; only the first is reported."""
    steps = costly(10_001)
    last = list(steps)[-1]
    steps |= {"b": "{rule: contoh/b}", "t": "{rows: [{v: 1}]}", "u": "sum(t.v)"}
    bodies = {
        "index a": body_of(steps, "[{otherwise: {status: not_due}}]"),
        "index b": "formula: [{otherwise: {status: not_due}}]",
    }
    result = evaluated(tmp_path, bodies, o=[{"x": 0}] * ROWS)
    assert broken(result) == [last, "b", "u"]
    assert outcome(result) == ("error", "too-large")
    cell = result.record.rows["t"][0].figures["v"].absent
    assert cell is not None
    assert cell.reason == "too-large"
    assert [dict(one.texts)["name"] for one in result.diagnostics] == [f"`{last}`"]


@pytest.mark.parametrize(("extra", "found"), [(0, 1), (1, ("error", "too-large"))])
@pytest.mark.usefixtures("small_budget")
def test_a_called_rule_adds_to_its_caller(tmp_path: Path, extra: int, found: object) -> None:
    """`b` needs 6,000 units, its caller the rest; by itself `b` would do."""
    steps = {"b": "{rule: contoh/b}", **costly(3_999 + extra)}
    bodies = {"index a": body_of(steps, "1"), "index b": body_of(costly(5_999), "1")}
    result = evaluated(tmp_path, bodies, o=[{"x": 0}] * ROWS)
    assert (outcome(result), broken(result)) == (found, [])


@pytest.mark.usefixtures("small_budget")
def test_a_check_without_units_has_no_verdict(tmp_path: Path) -> None:
    """The result was computed within the budget; the check that passes it says nothing."""
    check = "sum(o.x" + " + 0" * 240 + ") > 0"
    body = (
        f"inputs: {{o: {{each: {{inputs: {{x: {{}}}}}}}}}}\n"
        "formula: count(o)\n"
        f"checks: [{{expect: {check}, message: M}}]"
    )
    rule = rules(tmp_path, {"index a": body}).rule("contoh/a", on=2020)
    assert outcome(rule.evaluate(o=[{"x": 0}] * 10)) == ("error", "check-failed")
    assert outcome(rule.evaluate(o=[{"x": 0}] * 21)) == 21


# ---------------------------------------------------------------- depth


def deep(frames: int, call: object) -> object:
    """Calls a function below so many Python frames."""
    return call() if frames == 0 else deep(frames - 1, call)  # type: ignore[operator]  # a function


@pytest.mark.broad
def test_a_chain_of_500_rules_works_900_frames_deep(tmp_path: Path) -> None:
    """The longest chain that the language allows runs as a short one does."""
    bodies = {
        f"index r{number}": (
            f"inputs: {{x: {{}}}}\nsteps: {{n: {{rule: contoh/r{number + 1}}}}}\nformula: n + 1"
        )
        for number in range(500)
    }
    bodies["index r500"] = "inputs: {x: {}}\nformula: x"
    catalogue = rules(tmp_path, bodies)
    depth = len(inspect.stack(context=0))
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + 1000)
    try:
        result = deep(900, lambda: catalogue.rule("contoh/r0", on=2020).evaluate(x=1))
    finally:
        sys.setrecursionlimit(limit)
    assert isinstance(result, Result)
    assert outcome(result) == 501
    assert "r0" in repr(catalogue.rule("contoh/r0", on=2020))
    assert "Trace" in repr(result.record)


def test_only_the_rule_of_the_case_that_applies_is_computed(tmp_path: Path) -> None:
    """The other one, which divides by zero whatever it is given, is never run."""
    bodies = {
        "index a": """
            inputs: {x: {}}
            steps:
              s:
                - {when: x > 0, then: {rule: contoh/b}}
                - {otherwise: {rule: contoh/c}}
            formula: s
        """,
        "index b": "inputs: {x: {}}\nformula: x * 2",
        "index c": "inputs: {x: {}}\nformula: 1 / (x - x)",
    }
    assert outcome(evaluated(tmp_path, bodies, x=3)) == 6
    broken = evaluated(tmp_path, bodies, x=-3)
    assert outcome(broken) == ("error", "division-by-zero")
    trace = broken.record.figures["s"].trace
    assert trace is not None
    assert trace.called is not None
    assert (trace.case, trace.called.source.id, dict(trace.bound)) == (1, "contoh/c", {"x": "x"})


def test_what_breaks_in_a_row_is_told_of_the_row_and_its_field(tmp_path: Path) -> None:
    """Collections, rows below rows, and rows written in the rule; a row without an id is counted."""
    body = """
        inputs:
          kelas:
            each:
              inputs: {murid: {}, guru: {each: {inputs: {jam: {}}, steps: {beban: 24 / jam}}}}
              steps: {rasio: 1 / murid}
        steps:
          jumlah: sum(kelas.rasio) + sum(kelas.guru.beban)
          tetap: {rows: [{a: 1 / 0}, {a: 1}]}
        formula: jumlah + sum(tetap.a)
    """
    rows = [{"murid": 0, "guru": [{"jam": 12}, {"jam": 0}]}, {"murid": 5, "guru": []}]
    result = evaluated(tmp_path, {"index a": body}, kelas=rows)
    assert sorted(one.message("en").split(" ")[0] for one in result.diagnostics) == [
        "`kelas.1.guru.2.beban`",
        "`kelas.1.rasio`",
        "`tetap.1.a`",
    ]


def test_a_check_of_a_called_rule_tells_the_figure_that_it_was_called_for(tmp_path: Path) -> None:
    """Its caller knows nothing of somebody's `result`."""
    bodies = {
        "index a": "inputs: {x: {}}\nsteps: {capaian: {rule: contoh/b}}\nformula: capaian",
        "index b": "inputs: {x: {}}\nformula: x\nchecks: [{expect: result <= 100, message: M.}]",
    }
    (found,) = evaluated(tmp_path, bodies, x=120).diagnostics
    assert found.message("en") == "M. `capaian` = 120."
