"""Figures and nodes: what is shown, what is exact, what is found."""

from __future__ import annotations

import ast
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written import source

from sakip_rules import results
from sakip_rules.diagnostics import Place, diagnose
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval
from sakip_rules.results import (
    Figure,
    NodeYear,
    Origin,
    RecordResult,
    ReportNode,
    ReportTree,
    RowResult,
    RuleResult,
    Trace,
    node_diagnostics,
    record_diagnostics,
    report_diagnostics,
    rounded,
    settle,
    shown_number,
    value_text,
)
from sakip_rules.values import MISSING, Category, Range, Rows, Value, not_computable

TWO = Interval(Fraction(1999, 1000), Fraction(2001, 1000))
HALF = Interval(Fraction(1499, 1000), Fraction(1501, 1000))
YES, NO = bool(1), bool(0)
TIE = Interval(Fraction(1234, 1000), Fraction(1236, 1000))


def figure(
    value: Value, origin: Origin = "computed", rounding: Rounding | None = None, exact: Value | None = None
) -> Figure:
    """A figure that carries a value."""
    return Figure(
        name="x",
        title=("x", "x"),
        unit=None,
        origin=origin,
        value=value,
        inside=value,
        exact=value if exact is None else exact,
        rounding=rounding,
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (figure(Fraction(1, 8), "given"), "0.125"),
        (figure(Fraction(3), "default"), "3"),
        (figure(Fraction(2, 5), "stated"), "0.4"),
        (figure(Fraction(1, 3), "given"), "0.33"),
        (figure(Fraction(3)), "3.00"),
        (figure(Fraction(3), "rule"), "3.00"),
        (figure(Fraction(1, 8)), "0.13"),
        (figure(Fraction(-1, 1000)), "0.00"),
        (figure(Fraction(1, 8), rounding=Rounding(places=1, mode="up")), "0.2"),
        (figure(Fraction(1, 8), "given", Rounding(places=1)), "0.1"),
        (figure(Fraction(12345), rounding=Rounding(places=-2)), "12300"),
        (figure(Fraction(12), rounding=Rounding(places=-2)), "0"),
        (figure(Fraction(2), exact=Fraction(19, 10), rounding=Rounding(places=0, carry="rounded")), "2"),
        (figure(TWO), "2.00"),
        (figure(TIE), "1.24"),
        (figure(TWO, "given"), "2.00"),
        (figure(TWO, rounding=Rounding(places=1)), "2.0"),
        (figure(Fraction(2), exact=TWO, rounding=Rounding(places=0, carry="rounded")), "2"),
        (figure(HALF, rounding=Rounding(places=0)), None),
        (figure(YES), "true"),
        (figure(NO), "false"),
        (figure("BB"), "BB"),
        (figure(Category("Baik", "B")), "B"),
        (figure(Category("Baik")), "Baik"),
        (figure(Range(Fraction(1), Fraction(2))), None),
        (figure(Rows(())), None),
        (figure(MISSING), None),
    ],
)
def test_the_text_of_a_figure(given: Figure, text: str | None) -> None:
    """Given numbers as they are; others with the places of their rounding, else two; never -0.00."""
    assert given.text == text


@pytest.mark.parametrize(
    ("given", "fraction"),
    [
        (figure(Fraction(1, 3)), Fraction(1, 3)),
        (figure(Fraction(3, 10), exact=Fraction(1, 3)), Fraction(1, 3)),
        (figure(TWO), None),
        (figure(not_computable("check-failed"), exact=Fraction(1)), None),
        (figure("BB"), None),
        (figure(YES), None),
    ],
)
def test_the_exact_number_of_a_figure(given: Figure, fraction: Fraction | None) -> None:
    """None where it is absent, approximate or no number."""
    assert given.fraction == fraction
    assert given.absent == (
        given.value if given.text is None and given.fraction is None and given.exact == 1 else None
    )


def test_what_is_carried() -> None:
    """Numbers are rounded where the rounding says that the rounded value is carried; exact is what was."""
    carry, keep = Rounding(places=0, carry="rounded"), Rounding(places=0)
    values: list[Value] = [Fraction(5, 2), TWO, MISSING, True]
    assert [settle(value, carry)[1] for value in values] == [3, 2, MISSING, True]
    for rounding in (carry, keep):
        assert [settle(value, rounding)[0] for value in values] == values
        assert settle(HALF, rounding) == (not_computable("precision"), not_computable("precision"))
    assert [settle(value, keep)[1] for value in values] == values
    assert [settle(value, None) for value in [*values, HALF]] == [(value, value) for value in [*values, HALF]]
    assert rounded(HALF, carry) == not_computable("precision")


def test_the_category_that_a_figure_is_in() -> None:
    """Its scale's, or its value where that is one; else none."""
    category = Category("Baik", "B")
    assert figure(Fraction(1))._replace(category=category).in_category == category
    assert figure(category).in_category == category
    assert figure(Fraction(1)).in_category is None


@given(
    st.fractions(),
    st.sampled_from([None, Rounding(places=1), Rounding(places=-1, mode="down")]),
    st.booleans(),
)
def test_the_text_is_the_shown_number(number: Fraction, rounding: Rounding | None, given: bool) -> None:
    """Reading the text back gives the number that hazards are looked for at."""
    text = value_text(number, number, rounding, given=given)
    assert text is not None
    assert Fraction(text) == shown_number(number, rounding, given=given)


def node(path: str, *children: ReportNode) -> ReportNode:
    """A node with a figure x, of this year and of the year before."""

    def of(year: int) -> NodeYear:
        return NodeYear(year, RecordResult(figures={"x": figure(Fraction(year))}))

    return ReportNode(
        path, "l", ("L", "L"), path[-1], None, ("T", "T"), None, "x", of(2020), {2019: of(2019)}, children
    )


def test_nodes() -> None:
    """Walked in order, found by path, asked for a figure of a year."""
    root = node(".", node("a", node("a/b")), node("c"))
    assert [one.path for one in root.walk()] == [".", "a", "a/b", "c"]
    assert root.find("a/b") is root.children[0].children[0]
    assert root.find("b") is None
    figures = [root.figure("x"), root.figure("x", 2020), root.figure("x", 2019)]
    assert [one.value for one in figures if one] == [2020, 2020, 2019]
    assert (root.figure("x", 2018), root.figure("y"), root.of_year(2018)) == (None, None, None)


def test_years_are_told_the_latest_first() -> None:
    """The report's own, then the earlier ones whatever their order in the data."""
    earlier = {year: NodeYear(year, RecordResult(figures={})) for year in (2018, 2019, 2017)}
    years = replace(node("."), earlier=earlier).years
    assert [of_year.year for of_year in years] == [2020, 2019, 2018, 2017]


def test_what_is_worth_knowing_is_told_once() -> None:
    """Of figures, rows, called rules and earlier years; what has no place stands at its record."""
    failed = diagnose("bad-value.empty", None)
    placed = diagnose("bad-value.empty", Place("a.yaml", 7))
    called = RuleResult(
        source=source("contoh/a"), figures={}, result=figure(Fraction(1)), diagnostics=(failed,)
    )
    calling = figure(Fraction(2))._replace(trace=Trace(called=called), diagnostics=(placed, failed))
    row = RowResult(id=None, figures={}, diagnostics=(failed,))
    record = RecordResult(figures={"x": calling}, rows={"baris": (row,)})
    here = Place("laporan.yaml", 3)
    told = replace(node("."), now=NodeYear(2020, record), earlier={2019: NodeYear(2019, record)}, place=here)
    assert record_diagnostics([record, record]) == [placed, failed]
    assert node_diagnostics(told) == [placed, replace(failed, place=here)]
    tree = ReportTree("R", "O", 2020, source("contoh/k"), (), told, (placed, failed))
    assert report_diagnostics(tree) == [placed, failed, replace(failed, place=here)]


def test_a_rule_gives_its_result_last() -> None:
    """A record of a report, and a row, have none."""
    one, result = figure(Fraction(1)), figure(Fraction(2))
    rule = RuleResult(source=source("contoh/a"), figures={"x": one}, result=result)
    assert rule.all_figures() == (one, result)
    assert RecordResult(figures={"x": one}).all_figures() == (one,)
    assert RowResult(id=None, figures={"x": one}).all_figures() == (one,)


@pytest.mark.broad
def test_figures_are_made_with_their_fields_named() -> None:
    """Twelve fields in a row would be mistaken for each other; a named tuple cannot insist on names."""
    for file in (Path(results.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Figure":
                assert not node.args, f"{file.name}:{node.lineno}"


def test_a_chain_of_called_rules_has_a_short_repr() -> None:
    """It may be longer than the stack of Python is deep: a trace does not show what it called."""
    made = figure(Fraction(1))
    for _ in range(2_000):
        rule = RuleResult(source=source("contoh/a"), figures={}, result=made)
        made = figure(Fraction(1))._replace(trace=Trace(called=rule))
    assert len(repr(made)) < 1_000
