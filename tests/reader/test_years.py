"""Earlier years of a record."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import computed, mistakes, pointed_at, report, rules, seen

from sakip_rules.diagnostics import Diagnostic

BODIES = {
    "achievement c": """
        inputs: {realisasi: {}, target: {}, arah: {type: polarity}}
        formula: [{when: arah == higher_is_better, then: realisasi / target}]
    """,
    "framework k": """
        levels:
          d:
            result: s
            inputs: {x: {}, b: {type: range}, o: {each: {inputs: {v: {}}}}}
            steps: {s: x * 2, t: {rows: [{v: x}]}, u: sum(o.v) + sum(t.v) + b.min}
          i:
            under: d
            inputs: {realisasi: {}, target: {}, arah: {type: polarity}}
            steps: {capaian: {rule: contoh/c}}
    """,
}


@pytest.mark.parametrize(
    ("history", "found"),
    [
        ("[]", ["5 bad-value.history ["]),
        ("satu", ["5 bad-value.history satu"]),
        ("{2019: 3}", ["5 bad-value.history 3"]),
        ("{2020: {}}", ["5 bad-date.history 2020"]),
        ("{2021: {}}", ["5 bad-date.history 2021"]),
        ("{19: {}}", ["5 bad-date.year 19"]),
        ("{tahun: {}}", ["5 bad-date.year tahun"]),
        ("{0000: {}}", ["5 bad-date.year 0000"]),
        ("{2019: {y: 1}}", ["5 unknown-name.key y"]),
        ("{2019: {id: a}}", ["5 unknown-name.key id"]),
        ("{2019: {t: 1}}", ["5 unknown-name.key t"]),
        ("{2019: {s: satu}}", ["5 bad-value.number-word satu"]),
        (
            "{2019: {x: satu, b: {min: 2, max: 1}}}",
            ["5 bad-value.number-word satu", "5 bad-value.range-order {"],
        ),
        ("{2019: {codes: contoh/tiada}}", ["5 unknown-rule contoh/tiada"]),
    ],
)
def test_mistakes(tmp_path: Path, history: str, found: list[str]) -> None:
    """Years that are none, names that are none, values that are none."""
    assert mistakes(tmp_path, BODIES, f"history: {history}") == found


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("null", ("missing", None)),
        ("{}", ("missing", None)),
        ("{x: null, note: catatan}", ("missing", None)),
        ("{s: null, x: 4}", 8),
        ("{s: '', x: 4}", 8),
        ("{s: 5, x: 4}", 5),
        ("{s: {value: 5, document: LKjIP 2019}}", 5),
        ("{s: {status: not_applicable, reason: r}}", ("not_applicable", "r")),
    ],
)
def test_a_year_with_little_in_it_is_given(tmp_path: Path, entry: str, found: object) -> None:
    """A step that is stated is not computed; one that is written without a value is."""
    assert seen(computed(tmp_path, BODIES, f"history: {{2019: {entry}}}"), ".", "s", 2019) == found


def test_history_may_hold_ranges_and_collections(tmp_path: Path) -> None:
    """As this year's inputs."""
    root = computed(tmp_path, BODIES, "history: {2019: {x: 1, b: {min: 2, max: 3}, o: [{v: 4}]}}")
    assert seen(root, ".", "u", 2019) == 4 + 1 + 2


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("arah: lower_is_better", ["5 polarity-not-supported lower_is_better"]),
        (
            "arah: lower_is_better, history: {2018: {}, 2019: {}}",
            ["5 polarity-not-supported lower_is_better"],
        ),
        ("history: {2019: {arah: closer_is_better}}", ["5 polarity-not-supported closer_is_better"]),
        (
            "arah: lower_is_better, history: {2019: {arah: closer_is_better}}",
            ["5 polarity-not-supported lower_is_better", "5 polarity-not-supported closer_is_better"],
        ),
    ],
)
def test_a_polarity_that_no_case_treats_is_told_once(tmp_path: Path, record: str, found: list[str]) -> None:
    """Where it is stated; not again for the years in which it holds."""
    assert mistakes(tmp_path, BODIES, f"i: [{{id: a, {record}}}]") == found


def test_a_polarity_that_a_call_does_not_pass_on(tmp_path: Path) -> None:
    """A step that binds a polarity of its own treats any record; other steps pass on none."""
    bound = "{rule: contoh/c, with: {arah: higher_is_better}}, k: {rows: [{v: target}]}, n: realisasi"
    bodies = {**BODIES, "framework k": BODIES["framework k"].replace("{rule: contoh/c}", bound)}
    body = "i: [{id: a, realisasi: 1, target: 2, arah: lower_is_better}]"
    assert seen(computed(tmp_path, bodies, body), "a", "capaian") == Fraction(1, 2)


def test_a_polarity_for_which_no_rule_is_called(tmp_path: Path) -> None:
    """The case that applies gives a number of its own: what another case would call does not matter."""
    cases = "[{when: arah == lower_is_better, then: 1}, {otherwise: {rule: contoh/c}}]"
    bodies = {**BODIES, "framework k": BODIES["framework k"].replace("{rule: contoh/c}", cases)}
    record = "i: [{id: a, realisasi: 1, target: 1, arah: ARAH}]"
    assert seen(computed(tmp_path, bodies, record.replace("ARAH", "lower_is_better")), "a", "capaian") == 1
    assert mistakes(tmp_path, bodies, record.replace("ARAH", "closer_is_better")) == [
        "5 polarity-not-supported closer_is_better"
    ]


def test_an_absent_polarity_is_no_mistake(tmp_path: Path) -> None:
    """It is missing, and so is what is computed from it."""
    root = computed(tmp_path, BODIES, "i: [{id: a, realisasi: 1, target: 1}, {id: b, arah: missing}]")
    assert seen(root, "a", "capaian") == ("missing", None)


SMALL = {
    "framework k": """
        levels:
          d: {}
          i: {under: d, inputs: {realisasi: {from: rule}, target: {}}, result: target}
    """,
}


def warnings_of(folder: Path, unit: str, realisasi: str, target: str) -> Sequence[Diagnostic]:
    """What is asked about an indicator's figure and its target."""
    record = f"i: [{{id: a, unit: {unit}, realisasi: {realisasi}, target: {target}}}]"
    return rules(folder / "rules", SMALL).read_report(report(folder, record)).warnings


@pytest.mark.parametrize(
    ("unit", "realisasi", "target", "warned"),
    [
        ("persen", "0.7655", "80", True),
        ("persen", "-0.5", "2", True),
        ("persen", "0", "80", False),
        ("persen", "1", "80", False),
        ("persen", "0.7655", "0.8", False),
        ("persen", "0.7655", "1", False),
        ("persen", "0.7655", "missing", False),
        ("persen", "0.7655", "1.01", True),
        ("persen", "missing", "80", False),
        ("rasio", "0.7655", "80", False),
    ],
)
def test_a_percentage_that_may_not_be_multiplied_is_asked_about(
    tmp_path: Path, unit: str, realisasi: str, target: str, warned: bool
) -> None:
    """Below 1 beside a target above 1, and only for a percentage; it is read as it is written."""
    found = warnings_of(tmp_path, unit, realisasi, target)
    told = [(warning.key, warning.severity, pointed_at(warning)) for warning in found]
    assert told == ([("not-multiplied", "warning", realisasi)] if warned else [])


@pytest.mark.parametrize(
    ("unit", "realisasi", "target", "warned"),
    [
        ("persen", "70.29", "0.725", True),
        ("persen", "-70.29", "0.725", True),
        ("persen", "7.25", "0.725", True),
        ("persen", "7.24", "0.725", False),
        ("persen", "70.29", "1", False),
        ("persen", "70.29", "0", False),
        ("persen", "missing", "0.725", False),
        ("rasio", "70.29", "0.725", False),
    ],
)
def test_a_target_that_may_not_be_multiplied_is_asked_about(
    tmp_path: Path, unit: str, realisasi: str, target: str, warned: bool
) -> None:
    """Below 1, where ten times as much or more was realised: growth of 1.2 beside 0.9 is nothing odd."""
    found = warnings_of(tmp_path, unit, realisasi, target)
    told = [(warning.key, pointed_at(warning), dict(warning.texts)["mend"]) for warning in found]
    assert told == ([("not-multiplied.target", target, ("72,5", "72.5"))] if warned else [])


def test_what_a_percentage_may_be_multiplied_to_is_said(tmp_path: Path) -> None:
    """With the figure and its target, in the digits of both languages; in an earlier year too."""
    record = "i: [{id: a, unit: persen, history: {2019: {realisasi: '-0.5', target: 80}}}]"
    (warning,) = rules(tmp_path / "rules", SMALL).read_report(report(tmp_path, record)).warnings
    assert dict(warning.texts) == {
        "name": "`realisasi`",
        "value": ("-0,5", "-0.5"),
        "target": ("80", "80"),
        "mend": ("-50", "-50"),
    }


def test_what_an_input_has_of_its_own_comes_first(tmp_path: Path) -> None:
    """Its unit and its CODEs; the record's are for inputs that have none."""
    bodies = {
        "table h": "keys: [k]\nrows: {A: 3}\nexamples: [{title: c, given: A, result: 3}]",
        "framework k": """
            levels:
              d: {}
              i: {under: d, result: x, inputs: {x: {}, y: {unit: persen}, z: {codes: contoh/h}}}
        """,
    }
    record = "i: [{id: a, unit: UNIT, x: '5 %', y: '5 %', z: A}]"
    root = computed(tmp_path, bodies, record.replace("UNIT", "persen"))
    assert [seen(root, "a", name) for name in "xyz"] == [5, 5, 3]
    assert mistakes(tmp_path, bodies, record.replace("UNIT", "orang")) == ["5 bad-value.number-percent '5 %'"]


def test_a_polarity_of_a_rule_is_for_levels_that_have_one(tmp_path: Path) -> None:
    """Others do not ask for it."""
    bodies = {**SMALL, "indicator r": "formula: 1\npolarity: lower_is_better"}
    root = computed(tmp_path, bodies, "i: [{id: a, rule: contoh/r, data: {}, target: 2}]")
    assert (seen(root, "a", "realisasi"), seen(root, "a", "target")) == (1, 2)


LENT = {
    "indicator r": "formula: 1\npolarity: lower_is_better",
    **BODIES,
    "framework k": """
        levels:
          d: {}
          i:
            under: d
            inputs: {realisasi: {from: rule}, target: {}, arah: {type: polarity}}
            steps: {capaian: {rule: contoh/c}}
    """,
}


def test_a_polarity_of_the_records_rule_that_no_case_treats(tmp_path: Path) -> None:
    """The rule is told then, of this year or an earlier one; a polarity of the record's own comes first."""
    refused = ["5 polarity-not-supported contoh/r"]
    assert mistakes(tmp_path, LENT, "i: [{id: a, rule: contoh/r}]") == refused
    assert mistakes(tmp_path, LENT, "i: [{id: a, history: {2019: {rule: contoh/r}}}]") == refused
    own = "i: [{id: a, rule: contoh/r, arah: higher_is_better, history: {2019: {realisasi: 1}}}]"
    assert rules(tmp_path / "rules", LENT).read_report(report(tmp_path, own)).warnings == ()
