"""Plans: what levels and sources say of themselves, and what aliases give."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written import source

from sakip_rules.expression import NUMBER, Type, parse
from sakip_rules.numbers import Interval
from sakip_rules.plans import (
    CallPlan,
    CasePlan,
    Computation,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
    TablePlan,
    band_of,
    call,
)
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.tables import Curve, Table
from sakip_rules.values import MISSING, NOT_DUE, Category, Value, not_computable

SOURCE = source("contoh/s", "1.2.3")
PAIR = ("S", "S")
HIGH = Band("Baik", "B", Span(Fraction(75), low_closed=True))
SCALE = ScalePlan(
    SOURCE,
    "nilai",
    Scale((HIGH,), Span(Fraction(0), low_closed=True), gaps="refuse"),
    {("missing", None): Band("Belum", "N")},
)
TABLE = TablePlan(SOURCE, "nilai", Table(("k", "l"), {("B", "X"): Fraction(4), ("B", "Y"): None}))
CURVE = TablePlan(SOURCE, "nilai", Curve(((Fraction(0), Fraction(0)), (Fraction(2), Fraction(1)))))


def test_a_source_is_named_by_its_pinned_reference() -> None:
    """Id and version."""
    assert SOURCE.reference == "contoh/s@1.2.3"


def test_a_step_knows_the_rules_that_it_may_call() -> None:
    """That which computes it, or those of its cases; a formula calls none."""
    result = StepPlan("result", PAIR, NUMBER, None, parse("1"))
    rule = RulePlan(SOURCE, "index", RecordPlan({}, (), ()), result)
    called = CallPlan(rule, ())
    cases = (CasePlan(parse("x > 1"), called, None), CasePlan(None, parse("x"), None))
    hows: list[Computation | CallPlan | RowsPlan] = [called, cases, parse("x"), RowsPlan({}, ())]
    assert [StepPlan("s", PAIR, NUMBER, None, how).calls for how in hows] == [(called,), (called,), (), ()]


def test_a_level_knows_its_special_inputs() -> None:
    """The one that the indicator rule gives, the one that says the polarity; or none."""
    from_rule = InputPlan("realisasi", PAIR, "number", from_rule=True)
    polarity = InputPlan("arah", PAIR, "polarity")
    inputs = {"x": InputPlan("x", PAIR, "number"), "realisasi": from_rule, "arah": polarity}
    level = LevelPlan("i", PAIR, RecordPlan(inputs, (), ()), "realisasi", ())
    assert (level.from_rule, level.polarity) == (from_rule, polarity)
    bare = LevelPlan("i", PAIR, RecordPlan({}, (), ()), "x", ())
    assert (bare.from_rule, bare.polarity) == (None, None)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (Fraction(75), Category("Baik", "B")),
        (MISSING, Category("Belum", "N")),
        (NOT_DUE, NOT_DUE),
        (Fraction(-1), not_computable("outside-domain")),
        (Interval(Fraction(-1), Fraction(1)), not_computable("precision")),
    ],
)
def test_a_scale_gives_a_category(value: Value, found: Value) -> None:
    """A number's; an absent value's where a band names its status; or why there is none."""
    assert band_of(SCALE, value) == found
    assert call(SCALE, (value,)) == found


@pytest.mark.parametrize(
    ("operands", "found"),
    [
        (("B", "X"), Fraction(4)),
        ((Category("Baik", "B"), "X"), Fraction(4)),
        (("B", "Y"), not_computable("undefined-cell")),
        (("B", "Z"), not_computable("not-in-table")),
        (("B", MISSING), MISSING),
        ((NOT_DUE, MISSING), MISSING),
    ],
)
def test_a_table_gives_a_number(operands: tuple[Value, ...], found: Value) -> None:
    """CODEs, or categories by their code; the worst absent argument wins."""
    assert call(TABLE, operands) == found


@pytest.mark.parametrize(
    ("x", "found"),
    [(Fraction(1), Fraction(1, 2)), (Fraction(3), not_computable("outside-domain")), (MISSING, MISSING)],
)
def test_an_interpolation_gives_a_number(x: Value, found: Value) -> None:
    """On its lines, and not beyond them."""
    assert call(CURVE, (x,)) == found


@pytest.mark.parametrize(
    ("kind", "type_", "choices"),
    [
        (Type("number"), "number", ()),
        (Type("truth"), "truth", ()),
        (Type("choice", frozenset({"B", "A"})), "choice", ("A", "B")),
        (
            Type("choice", frozenset({"B"}), lacking=("Tanpa kode",), is_category=True),
            "choice",
            ("B", "Tanpa kode"),
        ),
    ],
)
def test_a_step_is_given_as_its_type_says(kind: Type, type_: str, choices: tuple[str, ...]) -> None:
    """A category by its code, or by its words where it has none; a number in the unit of the step."""
    given = StepPlan("s", PAIR, kind, "persen", parse("1")).as_given
    assert (given.name, given.type, given.choices) == ("s", type_, choices)
    assert given.unit == ("persen" if type_ == "number" else None)
