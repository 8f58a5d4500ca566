"""Rounding, categories and breaks of computed values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written import source

from sakip_rules.evaluator.values import (
    categorical,
    categorize,
    fit,
    given_or_default,
    hazards,
    own_failure,
    stated_differs,
    used_values,
)
from sakip_rules.expression import absent_rows, parse
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval
from sakip_rules.plans import InputPlan, ScalePlan
from sakip_rules.reader.records import Stated
from sakip_rules.results import Figure, settle
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.values import MISSING, NOT_DUE, Category, Range, Row, Rows, Value, not_computable

WHOLE = Rounding(places=0)
CARRIED = Rounding(places=0, carry="rounded")
NEAR_TWO = Interval(Fraction(199, 100), Fraction(201, 100))
NEAR_HALF = Interval(Fraction(149, 100), Fraction(151, 100))
BAIK, KURANG = Category("Baik", "B"), Category("Kurang", "K")
HIGH, LOW = Span(Fraction(75), low_closed=True), Span(high=Fraction(75))
SCALE = Scale((Band("Baik", "B", HIGH), Band("Kurang", "K", LOW)), Span(Fraction(0), low_closed=True))
PLAN = ScalePlan(source("contoh/s"), "nilai", SCALE, {("missing", None): Band("Belum", "N")})


@pytest.mark.parametrize(
    ("value", "rounding", "found"),
    [
        (Fraction(5, 2), None, (Fraction(5, 2), Fraction(5, 2))),
        (Fraction(5, 2), WHOLE, (Fraction(5, 2), Fraction(5, 2))),
        (Fraction(5, 2), CARRIED, (Fraction(5, 2), Fraction(3))),
        (NEAR_TWO, WHOLE, (NEAR_TWO, NEAR_TWO)),
        (NEAR_TWO, CARRIED, (NEAR_TWO, Fraction(2))),
        (NEAR_HALF, WHOLE, (not_computable("precision"), not_computable("precision"))),
        (MISSING, CARRIED, (MISSING, MISSING)),
        (True, CARRIED, (True, True)),
    ],
)
def test_settle_gives_the_exact_and_the_carried_value(
    value: Value, rounding: Rounding | None, found: tuple[Value, Value]
) -> None:
    """Only numbers are rounded; an interval that rounds to two numbers has no value."""
    assert settle(value, rounding) == found


def test_fit_makes_a_category_its_code() -> None:
    """Its label where the band has no code; anything else stays."""
    assert [fit(BAIK), fit(Category("Tanpa kode")), fit(Fraction(1))] == ["B", "Tanpa kode", 1]


def test_given_or_default_keeps_a_stated_absent_value() -> None:
    """The default is for nothing at all."""
    with_default = InputPlan("x", ("x", "x"), "number", default=Fraction(7))
    assert given_or_default(None, with_default) == 7
    assert given_or_default(NOT_DUE, with_default) == NOT_DUE
    assert given_or_default(None, InputPlan("x", ("x", "x"), "number")) == MISSING


@pytest.mark.parametrize(
    ("value", "category", "warned"),
    [
        (Fraction(75), BAIK, []),
        (Fraction(-1), None, ["outside-domain"]),
        (MISSING, Category("Belum", "N"), []),
        (NOT_DUE, None, []),
        (Interval(Fraction(74), Fraction(76)), None, ["precision"]),
    ],
)
def test_categorize(value: Value, category: Category | None, warned: list[str]) -> None:
    """A number without a band is worth a warning; an absent value without one is not."""
    found, diagnostics = categorize("x", value, PLAN)
    assert (found, [one.code for one in diagnostics]) == (category, warned)
    assert {one.severity for one in diagnostics} <= {"warning"}
    texts = [dict(one.texts) for one in diagnostics]
    names = {(named["name"], named["scale"]) for named in texts}
    assert names <= {("`x`", f"`{PLAN.source.reference}`")}


def figure(exact: Value, rounding: Rounding | None = None) -> Figure:
    """A computed figure that carries its exact value."""
    return Figure(
        name="x",
        title=("x", "x"),
        unit=None,
        origin="computed",
        value=exact,
        inside=exact,
        exact=exact,
        rounding=rounding,
    )


@pytest.mark.parametrize(
    ("exact", "rounding", "category", "shown"),
    [
        (Fraction(74996, 1000), None, KURANG, ("75,00", "75.00")),
        (Fraction(74994, 1000), None, KURANG, None),
        (Fraction(746, 10), WHOLE, KURANG, ("75", "75")),
        (Fraction(746, 10), None, KURANG, None),
        (Fraction(-1, 1000), None, None, None),
        (MISSING, None, BAIK, None),
        (Interval(Fraction(74994, 1000), Fraction(74996, 1000)), None, KURANG, None),
        (Fraction(-4, 10), WHOLE, BAIK, ("0", "0")),
    ],
)
def test_hazards(
    exact: Value, rounding: Rounding | None, category: Category | None, shown: tuple[str, str] | None
) -> None:
    """What is displayed would earn another category; the warning says what is displayed."""
    found = hazards(figure(exact, rounding), category, PLAN)
    assert [dict(one.texts)["shown"] for one in found] == ([] if shown is None else [shown])


def test_a_displayed_number_without_a_category_is_a_hazard() -> None:
    """-0.6 is shown as -1, which lies outside the domain."""
    (found,) = hazards(figure(Fraction(-6, 10), WHOLE), KURANG, PLAN)
    assert dict(found.texts) == {"name": "`x`", "one": "`Kurang`", "other": "`–`", "shown": ("-1", "-1")}
    (found,) = hazards(figure(Fraction(746, 10), WHOLE), KURANG, PLAN)
    assert dict(found.texts)["other"] == "`Baik`"


@pytest.mark.parametrize(
    ("computed", "stated", "places", "told"),
    [
        (Fraction(100, 3), Fraction(3334, 100), 2, (("33,34", "33.34"), ("33,33", "33.33"))),
        (Fraction(100, 3), Fraction(3333, 100), 2, None),
        (Fraction(5, 2), Fraction(3), 0, None),
        (Fraction(5, 2), Fraction(2), 0, (("2", "2"), ("3", "3"))),
        (Fraction(100, 3), MISSING, 0, None),
        (NEAR_HALF, Fraction(1), 0, None),
        (NEAR_TWO, Fraction(1), 0, (("1", "1"), ("2", "2"))),
    ],
)
def test_a_stated_step_is_held_to_its_inputs(
    computed: Fraction | Interval, stated: Value, places: int, told: object
) -> None:
    """To the decimals that are stated, rounded half up; what cannot be rounded so says nothing against it."""
    found = stated_differs("x", computed, Stated(stated, places))
    texts = [dict(one.texts) for one in found]
    assert [(text["stated"], text["computed"]) for text in texts] == ([] if told is None else [told])
    assert {(one.code, one.severity) for one in found} <= {("stated-differs", "warning")}
    assert {text["name"] for text in texts} <= {"`x`"}


def test_a_break_is_its_own_unless_an_operand_is_the_same_object() -> None:
    """Two values may break for the same reason; one passed on is the same object."""
    broken, other = not_computable("no-case"), not_computable("no-case", ("n", "m"))
    assert own_failure("x", broken, iter([broken])) == ()
    assert own_failure("x", MISSING, iter(())) == ()
    assert own_failure("x", Fraction(1), iter(())) == ()
    (found,) = own_failure("x", broken, iter([other]))
    assert (found.code, found.severity, dict(found.texts)["note"]) == ("no-case", "error", ("", ""))
    (noted,) = own_failure("x", other, iter(()))
    assert "m" in noted.message("en")


def test_used_values_looks_into_rows_and_other_years() -> None:
    """Names of the record, fields of rows at any depth, last year, ends of a range; codes are no values."""
    inner = Rows((Row(None, {"x": Fraction(1)}), Row(None, {"x": Fraction(2)})))
    names: dict[str, Value] = {
        "a": Fraction(3),
        "c": Rows((Row(None, {"d": inner, "y": Fraction(4)}), Row(None, {}))),
        "r": Range(Fraction(5), Fraction(6)),
        "tahun_lalu": Rows((Row(None, {"a": Fraction(7)}),)),
        "kosong": absent_rows(NOT_DUE),
    }

    def used(text: str) -> list[Value]:
        return list(used_values(parse(text), names))

    assert used("a + a") == [3]
    assert used("sum(c.d.x)") == [1, 2]
    assert used("sum(c.y)") == [4, MISSING]
    assert used("r.min") == [names["r"]]
    assert used("tahun_lalu.a + sum(lain.b)") == [7]
    assert used("sum(kosong.x)") == [NOT_DUE]
    assert used("a == KODE") == [3, MISSING]
    assert list(used_values(None, names)) == []


@pytest.mark.parametrize(
    ("computed", "stated", "said"),
    [
        (True, False, "`x` is stated as no, but the data of that year give yes."),
        (True, True, None),
        ("A", "B", "`x` is stated as B, but the data of that year give A."),
        (Category("Baik", "B"), Category("B", "B"), None),
        (Category("Baik", "B"), Category("K", "K"), "`x` is stated as K, but the data of that year give B."),
        (Category("Baik"), Category("Baik", "Baik"), None),
        (True, MISSING, None),
    ],
)
def test_what_is_stated_and_no_number_is_compared_by_code(
    computed: Value, stated: Value, said: str | None
) -> None:
    """An absent value says nothing that could differ."""
    told = [warning.message("en") for warning in stated_differs("x", computed, Stated(stated, 0))]
    assert told == ([] if said is None else [said])


def test_a_category_that_data_names_is_one() -> None:
    """By its code, or its words; what is absent stays so."""
    assert categorical("B") == Category("B", "B")
    assert categorical(MISSING) is MISSING
