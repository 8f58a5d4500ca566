"""Exact comparison of what came out with what was expected."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.examples import ExampleOutcome
from sakip_rules.examples.comparison import Comparison, compared, value_words
from sakip_rules.loader import parse_document
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval
from sakip_rules.results import Figure
from sakip_rules.values import MISSING, NOT_DUE, Absent, Category, Value, not_computable


def comparison() -> Comparison:
    """An example on line 2 of a file."""
    document, _ = parse_document("examples:\n  - {title: T, result: 1, status: s}\n", "f.yaml")
    assert document is not None
    return Comparison(document, ("examples", 0), ExampleOutcome("contoh/a@1.0.0", ("T", "T")))


def told(made: Comparison) -> list[str]:
    """The keys of what was noted."""
    return [one.key for one in made.outcome.diagnostics]


@pytest.mark.parametrize(
    ("expected", "found", "noted"),
    [
        ("62.51", Fraction(6251, 100), []),
        ("78.76 / 29.42 * 100", Fraction(7876, 2942) * 100, []),
        ("-1", Fraction(-1), []),
        ("1", Fraction(10**30 + 1, 10**30), ["example-differs.rounded"]),
        ("1.2", Fraction(10**30 + 1, 10**30), ["example-differs"]),
        ("1", MISSING, ["example-differs"]),
        ("1", Interval(Fraction(1), Fraction(2)), ["example-differs"]),
        ("1", True, ["example-differs"]),
        ("1 / 0", Fraction(1), ["bad-value.example-result"]),
        ("root(2, 2)", Fraction(1), ["bad-value.example-result"]),
        ("x + 1", Fraction(1), ["bad-value.example-result"]),
        ("1 == 1", Fraction(1), ["bad-value.example-result"]),
        ("not 1", Fraction(1), ["bad-value.example-result"]),
    ],
)
def test_numbers(expected: str, found: Value, noted: list[str]) -> None:
    """There is no tolerance; what is expected is a constant number."""
    made = comparison()
    made.number(("result",), expected, found, None)
    assert told(made) == noted


def test_what_is_no_formula() -> None:
    """Told with the reason of the formula language, at its place."""
    made = comparison()
    made.number(("result",), "1 +", Fraction(1), None)
    (found,) = made.outcome.diagnostics
    assert (found.code, found.place.line if found.place else 0) == ("formula-not-allowed", 2)


@given(st.fractions(), st.fractions())
def test_two_numbers_are_the_same_or_differ(one: Fraction, other: Fraction) -> None:
    """A difference is noted exactly when there is one, however small."""
    made = comparison()
    made.number(("result",), f"{one.numerator} / {one.denominator}", other, None)
    assert made.outcome.passed == (one == other)


def test_categories() -> None:
    """By their label."""
    made = comparison()
    made.category((), "category", "Baik", Category("Baik", "B"))
    made.category((), "category", "Baik", Category("Kurang", "B"))
    made.category((), "category", "Baik", None)
    assert [dict(one.texts)["found"] for one in made.outcome.diagnostics] == ["`Kurang`", "`null`"]


@pytest.mark.parametrize(
    ("status", "reason", "found", "differs"),
    [
        ("missing", None, MISSING, None),
        ("missing", "not_given", MISSING, None),
        ("missing", "hilang", Absent("missing", "hilang"), None),
        ("not_due", "not_due", NOT_DUE, None),
        ("not_computable", "no-case", not_computable("no-case"), None),
        ("missing", None, NOT_DUE, ("`missing`", "`not_due`")),
        ("missing", None, Fraction(5, 2), ("`missing`", "`2.5`")),
        ("missing", "hilang", MISSING, ("`hilang`", "`not_given`")),
        ("not_computable", "no-case", not_computable("precision"), ("`no-case`", "`precision`")),
        ("not_applicable", "r", Absent("not_applicable"), ("`r`", "`–`")),
    ],
)
def test_absent_values(
    status: str, reason: str | None, found: Value, differs: tuple[str, str] | None
) -> None:
    """The word, and the reason where one is expected."""
    made = comparison()
    made.absent((), status, reason, found)
    texts = [dict(one.texts) for one in made.outcome.diagnostics]
    assert [(one["expected"], one["found"]) for one in texts] == ([] if differs is None else [differs])


HALF = Rounding(places=0)


@pytest.mark.parametrize(
    ("exact", "stated", "rounding", "found"),
    [
        (Fraction(5, 2), None, None, Fraction(5, 2)),
        (Fraction(5, 2), HALF, None, Fraction(3)),
        (Fraction(5, 2), None, HALF, Fraction(3)),
        (Fraction(2, 3), HALF, Rounding(places=1), Fraction(7, 10)),
        (Interval(Fraction(19, 10), Fraction(21, 10)), HALF, None, Fraction(2)),
        (
            Interval(Fraction(14, 10), Fraction(16, 10)),
            None,
            HALF,
            Interval(Fraction(14, 10), Fraction(16, 10)),
        ),
        (True, None, HALF, True),
    ],
)
def test_what_is_compared(
    exact: Value, stated: Rounding | None, rounding: Rounding | None, found: Value
) -> None:
    """Rounded once, as the example says, else as the rule does; else exact."""
    figure = Figure(
        name="x",
        title=("x", "x"),
        unit=None,
        origin="computed",
        value=exact,
        inside=exact,
        exact=exact,
        rounding=stated,
    )
    assert compared(figure, rounding) == found


def test_an_absent_value_is_compared_as_it_is_seen() -> None:
    """After a failed check the exact value is not what came out."""
    failed = not_computable("check-failed")
    assert (
        compared(
            Figure(
                name="x",
                title=("x", "x"),
                unit=None,
                origin="computed",
                value=failed,
                inside=Fraction(1),
                exact=Fraction(1),
            ),
            HALF,
        )
        is failed
    )


def test_values_in_messages() -> None:
    """Numbers as decimals where they have one."""
    values: list[Value] = [
        Fraction(1, 8),
        Fraction(1, 3),
        Interval(Fraction(1), Fraction(2)),
        MISSING,
        not_computable("no-case"),
        Category("Baik"),
        "B",
    ]
    assert [value_words(value) for value in values] == [
        "0.125",
        "1/3 ≈ 0.333333",
        "1 … 2",
        "missing",
        "not_computable: no-case",
        "Baik",
        "B",
    ]
