"""The indicator rule of a record, and its CODEs."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import computed, mistakes, report, rules, seen

from sakip_rules import DataError
from sakip_rules.values import Range

BODIES = {
    "indicator i": "inputs: {x: {}}\nformula: x\ncodes: contoh/huruf\npolarity: higher_is_better",
    "index n": "inputs: {x: {}}\nformula: x",
    "efficiency e": "inputs: {x: {}}\nformula: x",
    "table huruf": (
        "keys: [k]\nrows: {C: 1, B: 2, A: 3, LAINNYA: null}\nexamples: [{title: c, given: A, result: 3}]"
    ),
    "table lain": "keys: [k]\nrows: {A: 30, Z: 26}\nexamples: [{title: c, given: A, result: 30}]",
    "table dua": "keys: [k, l]\nrows: {A: {X: 1}}\nexamples: [{title: c, given: {k: A, l: X}, result: 1}]",
    "table garis": (
        "keys: [k]\ninterpolate: linear\nrows: {0: 0, 1: 1}\nexamples: [{title: c, given: 0, result: 0}]"
    ),
    "scale s": "bands: [{category: X, from: 0}]\ndomain: {from: 0}",
    "framework k": """
        levels:
          d: {result: r, inputs: {y: {}}, steps: {r: sum(t.realisasi)}}
          t:
            under: d
            result: realisasi
            inputs:
              realisasi: {from: rule}
              target: {}
              batas: {type: range}
              banyak: {type: count}
              arah: {type: polarity}
              o: {each: {inputs: {v: {}}}}
    """,
}


def test_codes_of_the_rule_hold_for_numbers_and_ranges(tmp_path: Path) -> None:
    """In this year, in history, in both ends of a range, and for the input that the rule would give."""
    body = """
        t:
          - id: a
            rule: contoh/i
            realisasi: B
            target: {value: A, document: Renstra}
            batas: {min: C, max: A}
            history: {2019: {realisasi: C, target: 2.5, batas: B}}
    """
    root = computed(tmp_path, BODIES, body)
    assert [seen(root, "a", name) for name in ("realisasi", "target")] == [2, 3]
    assert seen(root, "a", "batas") == Range(Fraction(1), Fraction(3))
    assert [seen(root, "a", name, 2019) for name in ("realisasi", "target")] == [1, Fraction(5, 2)]
    assert seen(root, "a", "batas", 2019) == Range(Fraction(2), Fraction(2))


def test_codes_of_the_record_take_the_place_of_the_rules(tmp_path: Path) -> None:
    """And those of a year that of the record's."""
    body = (
        "t: [{id: a, rule: contoh/i, codes: contoh/lain, target: A, history: {2018: {target: Z}, "
        "2019: {codes: contoh/huruf, target: A}}}]"
    )
    root = computed(tmp_path, BODIES, body)
    assert [seen(root, "a", "target", year) for year in (2018, 2019, 2020)] == [26, 3, 30]


def test_another_rule_in_an_earlier_year(tmp_path: Path) -> None:
    """Its data, its codes and its polarity are those of that year."""
    body = "t: [{id: a, rule: contoh/i, data: {x: 1}, history: {2019: {rule: contoh/n, data: {x: 7}}}}]"
    root = computed(tmp_path, BODIES, body)
    assert [seen(root, "a", "realisasi", year) for year in (2019, 2020)] == [7, 1]
    assert [seen(root, "a", "arah", year) for year in (2019, 2020)] == [("missing", None), "higher_is_better"]


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("rule: contoh/i, target: D", ["5 bad-value.code D"]),
        ("rule: contoh/i, target: LAINNYA", ["5 bad-value.code LAINNYA"]),
        ("rule: contoh/i, banyak: A", ["5 bad-value.number-word A"]),
        ("rule: contoh/i, o: [{v: A}]", ["5 bad-value.number-word A"]),
        ("target: A", ["5 bad-value.number-word A"]),
        ("codes: contoh/huruf, target: LAINNYA", ["5 bad-value.code LAINNYA"]),
        (
            "rule: contoh/i, codes: contoh/tiada, target: A",
            ["5 unknown-rule contoh/tiada", "5 bad-value.code A"],
        ),
        (
            "rule: contoh/i, codes: contoh/dua, target: A",
            ["5 unknown-rule.one-key contoh/dua", "5 bad-value.code A"],
        ),
        ("rule: i", ["5 unknown-rule i"]),
        ("codes: huruf", ["5 unknown-rule huruf"]),
        ("codes: contoh/dua", ["5 unknown-rule.one-key contoh/dua"]),
        ("codes: contoh/garis", ["5 unknown-rule.one-key contoh/garis"]),
        ("codes: contoh/s", ["5 unknown-rule.one-key contoh/s"]),
        ("codes: contoh/tiada", ["5 unknown-rule contoh/tiada"]),
        ("rule: I/i", ["5 bad-value.reference I/i"]),
        ("rule: [contoh/i]", ["5 bad-value.reference ["]),
        ("rule: contoh/e", ["5 unknown-rule.kind contoh/e"]),
        ("rule: contoh/s", ["5 unknown-rule.kind contoh/s"]),
        (
            "rule: contoh/tiada, data: {x: 1}, history: {2019: {data: {x: 1}}}",
            ["5 unknown-rule contoh/tiada"],
        ),
        ("data: {x: 1}", ["5 missing-key.record-rule data"]),
        ("history: {2019: {data: {x: 1}}}", ["5 missing-key.record-rule data"]),
        ("rule: contoh/i, data: [1]", ["5 bad-value.data ["]),
        ("rule: contoh/i, data: {y: 1}", ["5 unknown-name.input y"]),
        ("rule: contoh/i, data: {x: 1}, realisasi: 2", ["5 given-twice data"]),
        ("rule: contoh/i, data: {x: 1}, realisasi: missing", ["5 given-twice data"]),
        ("rule: contoh/i, history: {2019: {data: {x: 1}, realisasi: 2}}", ["5 given-twice data"]),
    ],
)
def test_mistakes(tmp_path: Path, record: str, found: list[str]) -> None:
    """Each is told once, where it stands."""
    assert mistakes(tmp_path, BODIES, f"t: [{{id: a, {record}}}]") == found


@pytest.mark.parametrize(
    ("record", "value"),
    [
        ("rule: contoh/i, data: {x: 1}, realisasi: null", 1),
        ("rule: contoh/i, data: null, realisasi: 2", 2),
        ("rule: contoh/i, data: {x: 1}, realisasi: ''", 1),
        ("rule: contoh/i, data: {}", ("missing", None)),
        ("rule: contoh/i", ("missing", None)),
        ("rule: contoh/n, data: {x: not_due}", ("not_due", None)),
        ("rule: contoh/n, data: {x: 4}, history: {2019: {realisasi: 9}}", 4),
    ],
)
def test_either_the_value_or_the_data(tmp_path: Path, record: str, value: object) -> None:
    """Nothing written counts as nothing given; neither of both is missing."""
    assert seen(computed(tmp_path, BODIES, f"t: [{{id: a, {record}}}]"), "a", "realisasi") == value


@pytest.mark.parametrize(("record", "meant"), [("rule: i", "contoh/i"), ("codes: huruf", "contoh/huruf")])
def test_a_rule_without_its_owner_is_told_with_it(tmp_path: Path, record: str, meant: str) -> None:
    """If there is one of that name, and of the right kind."""
    with pytest.raises(DataError) as caught:
        rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, f"t: [{{id: a, {record}}}]"))
    (found,) = caught.value.diagnostics
    assert f"`{meant}`" in found.hint("en")


def test_a_level_without_such_an_input_takes_no_rule(tmp_path: Path) -> None:
    """Neither `rule` nor `data`, this year or earlier."""
    body = "rule: contoh/i\ndata: {x: 1}\nhistory: {2019: {data: {x: 1}, y: 1}}"
    assert mistakes(tmp_path, BODIES, body) == [
        "5 rule-not-expected rule",
        "6 rule-not-expected data",
        "7 rule-not-expected data",
    ]
