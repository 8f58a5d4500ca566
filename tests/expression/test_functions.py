"""The table of functions: what each computes, and that nothing else knows a function by its name."""

import re
from fractions import Fraction
from math import prod
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression.functions import (
    AGGREGATES,
    FUNCTION_NAMES,
    ORDINARY,
    AggregateFunction,
    OrdinaryFunction,
    geometric_mean,
    mean,
)
from sakip_rules.expression.operators import guarded
from sakip_rules.expression.scope import NUMBER, TRUTH
from sakip_rules.numbers import Interval, Number
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Value, not_computable

VALUES = st.lists(st.fractions(max_denominator=1000), min_size=1, max_size=8)
AROUND_ZERO = Interval(Fraction(-1), Fraction(1))
ONE, TWO, THREE = Fraction(1), Fraction(2), Fraction(3)
ABOUT_TWO = Interval(Fraction(19, 10), Fraction(21, 10))
ENTRIES = [*ORDINARY.items(), *AGGREGATES.items()]
RUNTIME = {
    *("absolute", "minimum", "maximum", "clamp", "root", "ln", "isGiven"),
    *("total", "mean", "geometricMean", "product", "integer"),
}
"""The functions of a JavaScript runtime that the table counts on."""


def test_the_language_has_these_functions() -> None:
    """Section 3.5 names fourteen functions; two of them are ordinary and range over rows."""
    assert {
        *("abs", "min", "max", "clamp", "root", "ln", "given"),
        *("sum", "mean", "geomean", "product", "first", "last", "count"),
    } == FUNCTION_NAMES
    assert ORDINARY.keys() & AGGREGATES.keys() == {"min", "max"}


def of_ordinary(question: str) -> set[str]:
    """The ordinary functions of which a question of the table is answered with yes."""
    return {name for name, function in ORDINARY.items() if getattr(function, question)}


def of_aggregates(question: str) -> set[str]:
    """The functions over rows of which a question of the table is answered with yes."""
    return {name for name, function in AGGREGATES.items() if getattr(function, question)}


def test_what_section_3_5_says_of_ordinary_functions() -> None:
    """Their arguments; `min` and `max` take more than two; `given` takes a name, and sees absent values."""
    takes = {name: function.takes for name, function in ORDINARY.items()}
    two = ("number", "number")
    assert takes == {
        **dict.fromkeys(("abs", "ln"), ("number",)),
        "min": two,
        "max": two,
        "clamp": (*two, "number"),
        "root": ("number", "degree"),
        "given": ("name",),
    }
    assert of_ordinary("more") == {"min", "max"}
    assert of_ordinary("sees_absent") == {"given"}
    gives = {name: function.gives for name, function in ORDINARY.items()}
    assert gives == {**dict.fromkeys(ORDINARY, NUMBER), "given": TRUTH}


def test_what_section_3_5_says_of_aggregates() -> None:
    """`weight=` in `mean`; `first`, `last`, `count` take any values; `count` may count rows, and gives 0."""
    assert of_aggregates("weighted") == {"mean"}
    assert {name for name in AGGREGATES if AGGREGATES[name].takes == "any"} == {"first", "last", "count"}
    assert {name for name in AGGREGATES if AGGREGATES[name].takes == "number"} == {
        *("sum", "mean", "geomean", "product", "min", "max")
    }
    assert {name for name in AGGREGATES if AGGREGATES[name].gives == "argument"} == {"first", "last"}
    assert of_aggregates("counts_rows") == of_aggregates("of_nothing") == {"count"}


def test_what_section_3_7_says_of_functions() -> None:
    """`min max clamp` need equal units; `sum mean min max first last` keep the unit."""
    assert of_ordinary("one_unit") == {"min", "max", "clamp"}
    assert of_aggregates("keeps_unit") == {"sum", "mean", "min", "max", "first", "last"}


def test_big_signs_are_those_of_sums_and_products() -> None:
    """A mean is a sum divided, a geometric mean the root of a product; others are called."""
    signs = {name: function.sign for name, function in AGGREGATES.items() if function.sign is not None}
    assert signs == {"sum": "∑", "mean": "∑", "geomean": "∏", "product": "∏"}
    assert of_aggregates("draw") == {"mean", "geomean"}
    assert of_ordinary("draw") == {"abs", "root"}


@pytest.mark.parametrize(("name", "function"), ENTRIES)
def test_every_function_has_words_in_both_languages(
    name: str, function: OrdinaryFunction | AggregateFunction
) -> None:
    """The words name each argument once, the same ones in both languages."""
    count = len(function.takes) if isinstance(function, OrdinaryFunction) else 1
    for words in function.words:
        named = sorted(str(field) for _, field, _, _ in Formatter().parse(words) if field is not None)
        assert named in ([str(place) for place in range(count)], ["all"]), name
    assert function.words[0] != function.words[1]


@pytest.mark.parametrize("function", AGGREGATES.values(), ids=AGGREGATES)
def test_what_is_told_of_an_aggregate_names_what_is_known_of_it(function: AggregateFunction) -> None:
    """The same facts in both languages, its value among them; of a count its rows are all there is."""
    known = {"value", "total", "product", "count", "first", "last", "row"}
    for told, facts in ((function.told, known), (function.told_weighted, {"value", "weighed", "weights"})):
        named = [{field for _, field, _, _ in Formatter().parse(words) if field} for words in told]
        assert named[0] == named[1] <= facts
        assert "value" in named[0] or told == ("", "")
    assert bool(function.told_weighted[0]) == function.weighted


@pytest.mark.parametrize(("name", "function"), ENTRIES)
def test_every_function_says_what_computes_it_in_javascript(
    name: str, function: OrdinaryFunction | AggregateFunction
) -> None:
    """A function of the runtime, or an expression over its functions and the list of operands."""
    assert set(re.findall(r"(?<![.\w])[a-zA-Z]+", function.javascript)) <= {*RUNTIME, "list"}, name


@pytest.mark.parametrize(
    ("name", "operands", "reason"),
    [
        ("root", (-ONE, TWO), "outside-domain"),
        ("ln", (Fraction(0),), "outside-domain"),
        ("clamp", (ONE, THREE, TWO), "outside-domain"),
        ("clamp", (ONE, ABOUT_TWO, TWO), "precision"),
        ("clamp", (ONE, ABOUT_TWO, ABOUT_TWO), "precision"),
    ],
)
def test_what_has_no_result_says_why(name: str, operands: tuple[Number, ...], reason: str) -> None:
    """Outside its domain, or where an interval does not settle it, a function raises nothing."""
    assert ORDINARY[name].apply(operands) == not_computable(reason)


@pytest.mark.parametrize(
    ("name", "operands", "result"),
    [
        ("abs", (-TWO,), TWO),
        ("min", (TWO, ONE, THREE), ONE),
        ("max", (TWO, ONE, THREE), THREE),
        ("root", (Fraction(8, 27), THREE), Fraction(2, 3)),
        ("ln", (ONE,), Fraction(0)),
        ("clamp", (Fraction(5), ONE, THREE), THREE),
        ("clamp", (Fraction(0), ONE, THREE), ONE),
        ("clamp", (TWO, ONE, THREE), TWO),
        ("clamp", (TWO, THREE, THREE), THREE),
        ("clamp", (Fraction(5), Interval(ONE, TWO), TWO), TWO),
    ],
)
def test_ordinary_functions_are_exact(name: str, operands: tuple[Number, ...], result: Fraction) -> None:
    """Each gives what the language says; the low limit of a clamp may end where the high one begins."""
    assert ORDINARY[name].apply(operands) == result


@pytest.mark.parametrize("name", sorted(ORDINARY.keys() - {"given"}))
def test_an_absent_argument_makes_the_result_absent(name: str) -> None:
    """The one that needs attention first is the result."""
    operands: list[Value] = [TWO, NOT_DUE, MISSING]
    wanted = operands[-len(ORDINARY[name].takes) :]
    assert ORDINARY[name].apply(wanted) == MISSING


def test_given_sees_what_is_absent() -> None:
    """What is missing, not applicable or not due is not given; what is not computable is."""
    found = [ORDINARY["given"].apply([value]) for value in (ONE, MISSING, NOT_APPLICABLE, NOT_DUE)]
    assert found == [True, False, False, False]
    assert ORDINARY["given"].apply([not_computable("no-case")]) is True


# ---------------------------------------------------------------- over rows


@given(VALUES)
def test_folds_are_those_of_fractions(values: list[Fraction]) -> None:
    """Sum, mean, product, least, greatest, first, last and count are what Python's fractions give."""
    expected = {
        "sum": sum(values),
        "mean": sum(values) / Fraction(len(values)),
        "product": prod(values),
        "min": min(values),
        "max": max(values),
        "first": values[0],
        "last": values[-1],
        "count": len(values),
    }
    assert {name: AGGREGATES[name].compute(values) for name in expected} == expected


def test_a_geometric_mean_is_exact_where_it_can_be() -> None:
    """The n-th root of the product: of 2, 4 and 8 it is 4."""
    assert geometric_mean([Fraction(2), Fraction(4), Fraction(8)]) == 4


@given(
    VALUES.flatmap(
        lambda values: st.tuples(
            st.just(values),
            st.lists(
                st.fractions(min_value=0, max_denominator=50), min_size=len(values), max_size=len(values)
            ),
        )
    )
)
def test_a_weighted_mean_is_a_quotient_of_sums(rows: tuple[list[Fraction], list[Fraction]]) -> None:
    """Σ w·e / Σ w, and division by zero where the weights are all zero."""
    values, weights = rows
    found = guarded(mean, (values, weights))
    if sum(weights) == 0:
        assert found == not_computable("division-by-zero")
    else:
        assert found == sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def test_equal_weights_give_the_plain_mean() -> None:
    """Re-weighting begins from the plain mean."""
    values = [Fraction(1), Fraction(2), Fraction(6)]
    assert mean(values, [Fraction(7)] * 3) == mean(values) == 3


@pytest.mark.parametrize(
    ("weights", "reason"),
    [
        ([Fraction(-1), Fraction(3)], "outside-domain"),
        ([AROUND_ZERO, Fraction(3)], "precision"),
        ([AROUND_ZERO, Fraction(-3)], "outside-domain"),
        ([Fraction(-3), AROUND_ZERO], "outside-domain"),
    ],
)
def test_a_weight_below_zero_is_outside_the_domain(weights: list[Fraction | Interval], reason: str) -> None:
    """A negative weight decides, wherever it stands; one that may be negative is a matter of precision."""
    assert guarded(mean, ([Fraction(1), Fraction(2)], weights)) == not_computable(reason)


def test_a_geometric_mean_is_refused_in_any_order() -> None:
    """A value below zero decides, wherever one that may be below zero stands."""
    for values in ([AROUND_ZERO, Fraction(-3)], [Fraction(-3), AROUND_ZERO]):
        assert guarded(geometric_mean, (values,)) == not_computable("outside-domain")
    assert guarded(geometric_mean, ([AROUND_ZERO, Fraction(3)],)) == not_computable("precision")


def test_an_interval_that_begins_at_zero_is_not_below_it() -> None:
    """A weight from 0 to 1 is a weight."""
    weights = [Interval(Fraction(0), Fraction(1)), Fraction(1)]
    assert guarded(mean, ([Fraction(1), Fraction(1)], weights)) == Interval(Fraction(1, 2), Fraction(2))
