"""Inputs in the forms that programs give: the reader decides about all that is not plain."""

from __future__ import annotations

from collections import OrderedDict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.compiled.comparing import reference
from tests.compiled.traps import declines, rule_of, told

from sakip_rules.compiled import DeclineError, UncoveredError, intake
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.intake import TEXTS, ForeignIntake, Intake, TypedIntake
from sakip_rules.compiled.rule import CompiledRule
from sakip_rules.expression import absent_rows
from sakip_rules.plans import number_input
from sakip_rules.values import NOT_DUE, Category, Range, Row, Rows, Value, not_computable

DECLARED = number_input("x", None)
TYPED, FOREIGN = TypedIntake(), ForeignIntake()


@pytest.fixture
def number(tmp_path: Path) -> CompiledRule:
    """A rule of one number of no unit."""
    return rule_of(tmp_path, "inputs: {x: {}}\nformula: x")


@pytest.mark.parametrize(
    ("datum", "exact"),
    [
        ("0" * 50 + "1", 1),
        ("12,5", Fraction(25, 2)),
        ("0.125", Fraction(1, 8)),
        ("541.897,5", Fraction(1083795, 2)),
        (Decimal("2.50"), Fraction(5, 2)),
        (Decimal("1E+3"), 1000),
        (Decimal("-0"), 0),
        (Fraction(-1, 3), Fraction(-1, 3)),
        ("−5", -5),
        (2**64 - 1, 2**64 - 1),
    ],
)
def test_numbers(number: CompiledRule, datum: Any, exact: Fraction) -> None:
    """Short ones are read here, and no form is read otherwise than by the reader."""
    assert told(number, x=datum) == (exact, "ok", None)


@pytest.mark.parametrize(
    "datum",
    [
        *({"value": {"a": {"b": {"c": 1}}}}, {"value": [1]}),
        *("१.५", "541.897", "5.", ".5", "1e5", "1_000", "٣", b"1", 1.5, 2**64, -(2**64), [], object()),
        *(
            Decimal("1." + "0" * 401),
            Decimal("NaN"),
            Decimal("1E+400"),
            Fraction(1, 2**64),
            OrderedDict(value=1),
        ),
    ],
)
def test_what_is_left_to_the_reference(number: CompiledRule, datum: Any) -> None:
    """What is wrong, what is long, and every type that is not plain."""
    assert declines(number, x=datum)


@pytest.mark.parametrize(("unit", "wrong"), [("rupiah", True), ("persen", False), ("orang", True)])
def test_thousands_or_decimals(unit: str, wrong: bool, tmp_path: Path) -> None:
    """One sign before three digits asks, or is decimal, as the unit says."""
    rule = rule_of(tmp_path, f"inputs: {{x: {{unit: {unit}}}}}\nunit: {unit}\nformula: x")
    assert declines(rule, x="541.897") == wrong


def test_a_collection_that_is_none_is_one_missing_row(tmp_path: Path) -> None:
    """One that is not given has no rows."""
    rule = rule_of(tmp_path, "inputs: {r: {each: {inputs: {x: {}}}}}\nformula: count(r)")
    assert told(rule, r=None) == (None, "missing", "not_given")
    assert told(rule) == (0, "ok", None)
    assert told(rule, r={"a": {"x": 1}}) == (1, "ok", None)


@pytest.mark.parametrize(
    "rows",
    [
        "missing",
        {"status": "not_due"},
        [{"status": "missing"}],
        ["missing"],
        [None],
        [[("x", 1)]],
        iter(()),
        {"a": 1},
    ],
)
def test_rows_of_other_forms_are_left_to_the_reference(rows: Any, tmp_path: Path) -> None:
    """Absent collections and rows, and what is no row."""
    rule = rule_of(tmp_path, "inputs: {r: {each: {inputs: {x: {}}}}}\nformula: count(r)")
    assert declines(rule, r=rows)


def test_what_the_caller_changes_afterwards_changes_nothing(tmp_path: Path) -> None:
    """Rows, absent values and ranges are copied: the reference is asked about what was given."""
    body = "inputs: {r: {each: {inputs: {x: {}}}}, s: {type: range}, t: {type: range}}\n"
    rule = rule_of(tmp_path, body + "formula: sum(r.x) + s.max + t.min")
    rows: list[dict[str, Any]] = [{"x": {"value": "1", "document": "a"}}, {"x": 2}]
    span = {"min": 1, "max": 3}
    given: dict[str, Any] = {"r": rows, "s": span, "t": {"value": {"min": 5, "max": 6}}}
    kept = dict(given)
    answer = CompiledResult(rule, kept)
    rows[0]["x"]["value"] = "900"
    rows[1]["x"] = 900
    rows.append({"x": 900})
    span["max"] = 900
    given["t"]["value"]["min"] = 6
    assert answer.exact == 11
    again = reference(rule.plan, kept)
    assert again is not None
    assert again.exact == 11


def test_texts_that_were_read_are_remembered_within_bounds(
    number: CompiledRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same text is the same number; when there are too many, all are forgotten."""
    monkeypatch.setattr(intake, "REMEMBERED", 3)
    TEXTS["number"].clear()
    for text in ("1.25", "1.5", "7", "8", "1.25"):
        assert told(number, x=text) == (Fraction(text), "ok", None)
    assert TEXTS["number"] == {"8": (8, 1, None), "1.25": (125, 100, None)}


def test_absent_words_are_read_as_the_reader_does(tmp_path: Path) -> None:
    """Also where the input has a default, which stands for what is blank; not where a choice is called so."""
    rule = rule_of(
        tmp_path, "inputs: {x: {default: 2}, t: {type: truth, default: true}}\nformula: x if t else 0"
    )
    for word, status, reason in (
        ("missing", "missing", "not_given"),
        ("not_due", "not_applicable", "not_due"),
    ):
        assert told(rule, x=word) == (None, status, reason)
        assert told(rule, t=word) == (None, status, reason)
    for blank in ("", " ", None):
        assert told(rule, x=blank, t=blank) == (2, "ok", None)


@pytest.mark.parametrize(("reads", "bits"), [(TYPED, 64), (FOREIGN, 225)])
def test_typed_numbers(reads: Intake, bits: int) -> None:
    """So many bits are so many bits, of both signs; what is no number is left."""
    assert reads.number(Fraction(-7, 3), DECLARED, {}) == (-7, 3, None)
    assert reads.number(NOT_DUE, DECLARED, {}) == (0, 1, NOT_DUE)
    assert reads.number(Fraction(-(2**bits) + 1), DECLARED, {})[0] == -(2**bits) + 1
    for value in (Fraction(2**bits), Fraction(-(2**bits)), Fraction(1, 2**bits), "P", True):
        with pytest.raises(DeclineError):
            reads.number(value, DECLARED, {})


def test_typed_ranges() -> None:
    """Both ends, or what is absent; a number is none."""
    assert TYPED.ends(Range(Fraction(1, 2), Fraction(3)), DECLARED, {}) == (1, 2, 3, 1, None)
    assert TYPED.ends(NOT_DUE, DECLARED, {}) == (0, 1, 0, 1, NOT_DUE)
    for value in (Fraction(1), Range(Fraction(1), Fraction(2**64))):
        with pytest.raises(DeclineError):
            TYPED.ends(value, DECLARED, {})


def test_typed_words() -> None:
    """A truth and a CODE stand for themselves; a category is compared by its CODE; a number is neither."""
    found = [TYPED.word(value, DECLARED, {}) for value in (True, "P", NOT_DUE)]
    assert found == [(True, 1, None), ("P", 1, None), (0, 1, NOT_DUE)]
    good, better = Category("Baik", "B"), Category("Lebih baik")
    assert FOREIGN.word(good, DECLARED, {}) == ("B", good, None)
    assert FOREIGN.word(better, DECLARED, {}) == (better, better, None)
    with pytest.raises(DeclineError):
        TYPED.word(Fraction(1), DECLARED, {})


def test_typed_rows() -> None:
    """An absent collection is one absent row; one that is not given has none; what is broken is left."""
    values: dict[str, Value] = {"a": Fraction(1)}
    assert TYPED.rows(None, DECLARED, {}) == []
    assert TYPED.rows(NOT_DUE, DECLARED, {}) == TYPED.rows(absent_rows(NOT_DUE), DECLARED, {}) == [NOT_DUE]
    assert TYPED.rows(Rows((Row("x", values),)), DECLARED, {}) == [values]
    broken = not_computable("check-failed")
    for given in (broken, absent_rows(broken)):
        with pytest.raises(DeclineError):
            TYPED.rows(given, DECLARED, {})


def test_a_default_that_is_long_is_left(tmp_path: Path) -> None:
    """All of the rule, for it may be asked at any call."""
    with pytest.raises(UncoveredError) as error:
        rule_of(tmp_path, f"inputs: {{x: {{default: {10**25}}}}}\nformula: x")
    assert error.value.reason == "long-number"
