from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from sakip_rules.explainer.reckoning import rounds, shown, shown_at
from sakip_rules.expression import parse
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.tree import Name
from sakip_rules.languages import Language
from sakip_rules.numbers import Interval
from sakip_rules.values import MISSING, Absent, Category, Range, Value

Deep = Callable[[Callable[[], object]], object]


def told(formula: str, lang: Language = "id", **names: Any) -> list[str]:
    """The rounds of a formula for the values of its names."""
    values: dict[str, Value] = {
        name: Fraction(value) if isinstance(value, int | str) else value for name, value in names.items()
    }
    parsed = parse(formula)
    return rounds(parsed, Parts(values, {}).value, lang)


@pytest.mark.parametrize(
    ("formula", "names", "said"),
    [
        # three products, then their sum: the sum is the value of the figure, and is told there
        (
            "a * 2 + b * 3 + c * 4",
            {"a": 1, "b": 2, "c": 3},
            ["1 × 2 + 2 × 3 + 3 × 4", "2 + 6 + 12"],
        ),
        ("a / b * 100", {"a": 1, "b": 3}, ["1 ÷ 3 × 100"]),
        ("(a - b) / b * 100", {"a": 5, "b": 4}, ["(5 − 4) ÷ 4 × 100", "1 ÷ 4 × 100"]),
        (
            "(b - (a - b)) / b",
            {"a": 5, "b": 4},
            ["(4 − (5 − 4)) ÷ 4", "(4 − 1) ÷ 4", "3 ÷ 4"],
        ),
        ("a - (b - 7)", {"a": 5, "b": 4}, ["5 − (4 − 7)", "5 − (-3)"]),
        ("a + 1 / 3", {"a": 1}, ["1 + 1 ÷ 3", "1 + 0,333333…"]),
        ("a ** 2 * 3", {"a": -2}, ["(-2) pangkat 2 × 3", "4 × 3"]),
        (
            "clamp(a * 2, 0, 100)",
            {"a": 60},
            ["(60 × 2) dibatasi dari 0 sampai 100", "120 dibatasi dari 0 sampai 100"],
        ),
        ("-a + -3", {"a": 2}, ["−2 + (-3)", "-2 + (-3)"]),
    ],
)
def test_a_calculator_can_follow(formula: str, names: dict[str, int], said: list[str]) -> None:
    """In each round stands what the operations of the round before came to; each was computed by hand."""
    assert told(formula, "id", **names) == said


@pytest.mark.parametrize(
    ("a", "said"),
    [
        (120, ["jika 120 > 100 maka 120 − 100 selain itu 120 ÷ 0", "120 − 100"]),
        (80, ["jika 80 > 100 maka 80 − 100 selain itu 80 ÷ 0", "80 ÷ 0"]),
    ],
)
def test_of_a_condition_only_the_branch_that_counts_is_computed(a: int, said: list[str]) -> None:
    """First the condition, then its branch; the other may divide by zero."""
    assert told("a - 100 if a > 100 else a / 0", a=a) == said


def test_a_branch_that_is_a_value_ends_the_reckoning() -> None:
    """Once the condition is known, so is the value; around it the formula goes on."""
    assert told("a if a > b else b", a=1, b=2) == ["jika 1 > 2 maka 1 selain itu 2"]
    assert told("(a if a > b else b) * 3 + 1", a=1, b=2) == [
        "(jika 1 > 2 maka 1 selain itu 2) × 3 + 1",
        "2 × 3 + 1",
        "6 + 1",
    ]


def test_what_is_absent_ends_the_reckoning() -> None:
    """Nobody computes on with it; a truth that is known in spite of it is told."""
    assert told("(a - b) / c", a=1, b=MISSING, c=2) == ["(1 − (belum ada)) ÷ 2"]
    assert told("given(a) and b > 1", "en", a=MISSING, b=2) == ["missing is given and 2 > 1", "no and yes"]


def test_a_formula_that_is_a_value_is_that_value() -> None:
    """There is nothing to compute."""
    assert told("a", a="12.5") == ["12,5"]
    assert told("a", "en", a="1234.5") == ["1,234.5"]


@pytest.mark.slow
def test_long_formulas_are_told_from_a_deep_stack(deep: Deep) -> None:
    """499 signs before a name: no recursion, and one round for each."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: len(rounds(formula, Parts({"a": Fraction(1)}, {}).value, "id"))) == 499


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 3), "0,333333…"),
        (Fraction(2, 3), "0,666666…"),
        (Fraction(-1, 3000), "-0,000333333…"),
        (Fraction(1, 64), "0,015625"),
        (Fraction(1, 128), "0,00781250…"),
        (Fraction(1234567), "1.234.567"),
        (Fraction(1, 10**60), "0,0000000000000000000000000000000000000000…"),
        (Interval(Fraction(14142135, 10**7), Fraction(14142136, 10**7)), "1,414213…"),
        (True, "ya"),
        ("lower_is_better", "makin rendah makin baik"),
        (Category("Baik", "B"), "Baik"),
        (Range(Fraction(1), Fraction(2)), "1 sampai 2"),
        (Absent("not_due"), "belum waktunya"),
    ],
)
def test_values_stand_in_a_formula_as_a_calculator_takes_them(value: Value, said: str) -> None:
    """Digits that are left out are said to be; none is rounded."""
    assert shown(value, "id") == said


def test_a_year_has_no_thousands() -> None:
    """2020 is a name of a year and not so many things; the same number of another name is."""
    assert shown_at(Name(0, 4, "year"), Fraction(2020), "id") == "2020"
    assert shown_at(Name(0, 4, "tahun"), Fraction(2020), "id") == "2.020"
