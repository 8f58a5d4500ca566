from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules.explainer.cases import case_lines, condition_words, decisive
from sakip_rules.expression import parse
from sakip_rules.expression.parts import Parts
from sakip_rules.languages import Language
from sakip_rules.plans import CasePlan
from sakip_rules.results import Seen, Trace
from sakip_rules.values import MISSING, Category, Value, not_computable

VALUES: dict[str, Value] = {
    "realisasi": Fraction(80),
    "target": Fraction(100),
    "kosong": MISSING,
    "polarity": "lower_is_better",
    "maksimal": False,
    "predikat": Category("Baik", "B"),
    "year": Fraction(2020),
}
PARTS = Parts(VALUES, {})


def told(*conditions: str, case: int | None = None, lang: Language = "id") -> list[str]:
    """What is said of cases with these conditions, and an `otherwise` behind them."""
    cases = [CasePlan(parse(condition), parse("1"), None) for condition in conditions]
    cases.append(CasePlan(None, parse("2"), ("Sisanya.", "The rest.")))
    trace = Trace(parse("2"), Seen(VALUES, {}), tuple(cases), len(conditions) if case is None else case)
    return [line.text for line in case_lines(trace, PARTS, 0, lang)]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("realisasi > target", "realisasi (80) > target (100) tidak benar"),
        ("realisasi / target * 100 >= 90", "realisasi (80) ÷ target (100) × 100 ≥ 90 tidak benar (80 ≥ 90)"),
        (
            "polarity == higher_is_better",
            "polarity (makin rendah makin baik) = makin tinggi makin baik tidak benar",
        ),
        ("maksimal", "maksimal (tidak) tidak benar"),
        ("given(kosong)", "kosong (belum ada) tersedia tidak benar"),
        ("year == 2019", "year (2020) = 2.019 tidak benar"),
        ("predikat == A", "predikat (Baik) = A tidak benar"),
        # false and absent is false: the part that is false says why
        (
            "kosong > 5 and maksimal",
            "kosong (belum ada) > 5 dan maksimal (tidak) tidak benar, sebab maksimal (tidak) tidak benar",
        ),
        (
            "realisasi > 90 or target < 50",
            (
                "realisasi (80) > 90 atau target (100) < 50 tidak benar,"
                " sebab realisasi (80) > 90 tidak benar dan target (100) < 50 tidak benar"
            ),
        ),
        ("not realisasi < 90", "bukan realisasi (80) < 90 tidak benar, sebab realisasi (80) < 90 benar"),
        (
            "not (maksimal or realisasi + 1 < 90)",
            (
                "bukan (maksimal (tidak) atau realisasi (80) + 1 < 90) tidak benar,"
                " sebab realisasi (80) + 1 < 90 benar (81 < 90)"
            ),
        ),
    ],
)
def test_a_case_that_did_not_apply_says_why(condition: str, said: str) -> None:
    """With the values that its condition saw; of several parts with those that decide."""
    assert told(condition) == [f"bukan kasus ke-1: {said}", "berlaku kasus ke-2 (selain itu): Sisanya."]


def test_each_case_before_the_one_that_applies_is_told() -> None:
    """In their order, in English too; those behind it were never looked at."""
    assert told("realisasi > target", "target == 0", "realisasi < target", "maksimal", case=2, lang="en") == [
        "not case 1: realisasi (80) > target (100) is not true",
        "not case 2: target (100) = 0 is not true",
        "case 3 applies, because realisasi (80) < target (100)",
    ]


def test_a_name_that_is_its_code_needs_no_value() -> None:
    """`polarity = makin rendah` says it; beside it other names keep their values."""
    condition = parse("polarity == lower_is_better and realisasi < target")
    assert condition_words(condition.root, PARTS, "id") == (
        "polarity = makin rendah makin baik dan realisasi (80) < target (100)"
    )


def test_what_rows_give_stands_behind_the_words_for_it(tmp_path: Path) -> None:
    """The names of rows have no one value."""
    body = """
        inputs: {c: {each: {inputs: {f: {}}}}}
        formula: [{when: sum(c.f) > 10, then: 1}, {otherwise: 2}]
    """
    rule = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0")
    told = rule.evaluate(c=[{"f": 2}, {"f": 3}]).explain()
    assert "bukan kasus ke-1: jumlah c.f (5) > 10 tidak benar" in told


def test_no_case_at_all_says_why_each_did_not_apply(tmp_path: Path) -> None:
    """Where nothing applies there is no formula, but there are reasons."""
    body = "inputs: {x: {}}\nformula: [{when: x > 10, then: 1}, {when: x < 0, then: 2}]"
    told = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0").evaluate(x=5).explain("en")
    assert "  not case 1: x (5) > 10 is not true\n  not case 2: x (5) < 0 is not true" in told


def test_what_decides_is_found_from_a_deep_stack() -> None:
    """499 times `not` before a name are no recursion; an even number of them leaves it as it is."""
    parsed = parse("not " * 499 + "a")
    assert [
        (type(node).__name__, truth) for node, truth in decisive(parsed.root, Parts({"a": True}, {}))
    ] == [("Name", True)]


def test_a_case_that_breaks_is_told_as_undecided() -> None:
    """With the place of the case; its condition follows as the formula."""
    condition = parse("realisasi / 0 > 1")
    cases = (CasePlan(parse("maksimal"), parse("1"), None), CasePlan(condition, parse("1"), None))
    assert PARTS.value(condition.root) == not_computable("division-by-zero")
    lines = case_lines(Trace(condition, Seen(VALUES, {}), cases, 1), PARTS, 0, "id")
    assert [line.text for line in lines] == [
        "bukan kasus ke-1: maksimal (tidak) tidak benar",
        "syarat kasus ke-2 tidak dapat diputuskan",
    ]
