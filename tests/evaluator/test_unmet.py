"""What a check that is false says: its message, what it compares, and which rows were counted."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import computed

from sakip_rules.evaluator.unmet import counted, unmet
from sakip_rules.expression import parse
from sakip_rules.plans import CheckPlan
from sakip_rules.results import ReportNode, node_diagnostics

CHECK = CheckPlan(parse("1 > 2"), ("besar", "large"), "warning")
LEVELS = {
    "framework k": """
        levels:
          dinas:
            result: kosong
            steps:
              kosong: count(indikator, where=not given(indikator.realisasi))
              dua_kali: 2 * count(indikator, where=not given(indikator.realisasi))
            checks:
              - {expect: kosong == 0, severity: warning, message: Ada yang kosong.}
              - {expect: dua_kali == 0, severity: warning, message: Dua kali.}
          indikator: {under: dinas, result: realisasi, inputs: {realisasi: {}}}
    """
}


def told(root: ReportNode) -> list[str]:
    """What is said of the report's own record."""
    return [diagnostic.message() for diagnostic in node_diagnostics(root)]


def test_a_false_check_without_sides_says_its_message_alone() -> None:
    """Of one with sides, what they come to ends in a full stop."""
    assert dict(unmet(CHECK, []).texts)["values"] == ("", "")
    shown = unmet(CHECK, [("x", Fraction(5, 2))])
    assert (shown.severity, dict(shown.texts)["values"]) == ("warning", ("`x` = 2,5.", "`x` = 2.5."))


@pytest.mark.parametrize(
    ("names", "indonesian", "english"),
    [
        ("a", "`a`", "`a`"),
        ("abcde", "`a`, `b`, `c`, `d`, `e`", "`a`, `b`, `c`, `d`, `e`"),
        ("abcdefg", "`a`, `b`, `c`, `d`, `e`, dan 2 lagi", "`a`, `b`, `c`, `d`, `e`, and 2 more"),
    ],
)
def test_five_counted_rows_are_named(names: str, indonesian: str, english: str) -> None:
    """Of more, how many."""
    found = dict(unmet(CHECK, [("x", Fraction(1))], "", [("y", ()), ("x", list(names))]).texts)["values"]
    assert found == (
        f"`x` = 1. Yang terhitung di `x`: {indonesian}.",
        f"`x` = 1. Counted in `x`: {english}.",
    )


def test_the_rows_that_a_check_counted_are_named(tmp_path: Path) -> None:
    """By their ids; a formula that does more than count says its number only."""
    body = "indikator: [{id: a}, {id: b, realisasi: 1}, {id: c}]"
    assert told(computed(tmp_path, LEVELS, body)) == [
        "Ada yang kosong. `kosong` = 2. Yang terhitung di `kosong`: `a`, `c`.",
        "Dua kali. `dua_kali` = 4.",
    ]


def test_rows_are_named_where_all_that_left_are_known(tmp_path: Path) -> None:
    """A trace names twenty rows that left: of more it is not known who was counted."""
    rows = "".join(f"{{id: i{number}, realisasi: 1}}, " for number in range(20))
    few = computed(tmp_path / "few", LEVELS, f"indikator: [{rows}{{id: a}}]")
    many = computed(tmp_path / "many", LEVELS, f"indikator: [{rows}{{id: z, realisasi: 1}}, {{id: a}}]")
    assert told(few)[0] == "Ada yang kosong. `kosong` = 1. Yang terhitung di `kosong`: `a`."
    assert told(many)[0] == "Ada yang kosong. `kosong` = 1."


def test_what_is_no_figure_counted_nothing() -> None:
    """A side of a comparison may be any formula."""
    assert counted(None, {}) == ()


def test_what_is_so_in_earlier_years_only_says_which(tmp_path: Path) -> None:
    """What is so now is told once, and without a year."""
    body = """
        indikator:
          - {id: a, realisasi: 1, history: {2018: {realisasi: missing}, 2019: {realisasi: missing}}}
          - {id: b, realisasi: 1, history: {2018: {realisasi: missing}, 2019: {realisasi: 3}}}
    """
    assert told(computed(tmp_path / "then", LEVELS, body)) == [
        "Tahun 2018: Ada yang kosong. `kosong` = 2. Yang terhitung di `kosong`: `a`, `b`.",
        "Tahun 2018: Dua kali. `dua_kali` = 4.",
        "Tahun 2019: Ada yang kosong. `kosong` = 1. Yang terhitung di `kosong`: `a`.",
        "Tahun 2019: Dua kali. `dua_kali` = 2.",
    ]
    both = "indikator: [{id: a, history: {2018: {realisasi: missing}, 2019: {realisasi: missing}}}]"
    root = computed(tmp_path / "now", LEVELS, both)
    assert told(root)[0] == "Ada yang kosong. `kosong` = 1. Yang terhitung di `kosong`: `a`."
    assert [diagnostic.years for diagnostic in node_diagnostics(root)] == [(), ()]
