from fractions import Fraction

import pytest

from sakip_rules.expression import Formula, absent_rows, parse
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.tree import Aggregate
from sakip_rules.values import MISSING, Absent, Row, Rows, Value, not_computable

ROWS = Rows(
    (
        Row("a", {"f": Fraction(2), "w": Fraction(5)}),
        Row(None, {"f": Fraction(3), "w": MISSING}),
        Row("c", {"f": Absent("not_due"), "w": Fraction(1)}),
        Row("d", {"f": Fraction(0), "w": Fraction(1)}),
    )
)


def aggregate(formula: Formula) -> Aggregate:
    """The first aggregate of a formula."""
    return next(node for node in formula.nodes if isinstance(node, Aggregate))


def test_every_part_has_its_value() -> None:
    """Of (a + b) * c the sum, each name, the product; what divides by zero says so."""
    formula = parse("(a + b) * c / 0")
    parts = Parts({"a": Fraction(1), "b": Fraction(2), "c": Fraction(4)}, {})
    assert [parts.value(node) for node in formula.nodes] == [
        1,
        2,
        3,
        4,
        12,
        0,
        not_computable("division-by-zero"),
    ]


def test_an_alias_is_called_for_its_part() -> None:
    """With the values of its arguments."""

    def double(given: tuple[Value, ...]) -> Value:
        assert isinstance(given[0], Fraction)
        return given[0] * 2

    assert Parts({"a": Fraction(4)}, {"dua": double}).value(parse("dua(a) + 1").root) == 9


def test_each_row_says_what_it_gave_or_why_it_left() -> None:
    """By hand: 2 · 5; a weight that is missing blocks; not due leaves; zero is left out by the condition."""
    formula = parse("mean(c.f, weight=c.w, where=c.f != 0)")
    terms = Parts({"c": ROWS}, {}).terms(aggregate(formula))
    assert [(term.label, term.value, term.weight, term.left) for term in terms] == [
        ("a", 2, 5, None),
        ("2", 3, MISSING, None),
        ("c", Absent("not_due"), 1, "not_due"),
        ("d", 0, 1, "where"),
    ]


def test_a_part_of_an_aggregate_has_a_value_for_each_row() -> None:
    """Names of the record keep theirs."""
    formula = parse("sum(c.f * a)")
    node = aggregate(formula)
    parts = Parts({"c": ROWS, "a": Fraction(10)}, {})
    assert [parts.of_row(node.argument, node, row) for row in ROWS.rows[:2]] == [20, 30]
    assert parts.value(node) == Absent("not_due") or parts.value(node) == 50


@pytest.mark.parametrize(("text", "values"), [("count(c)", [1, 1]), ("count(c.f)", [2, 3])])
def test_rows_may_be_counted_by_themselves(text: str, values: list[int]) -> None:
    """A row that is only counted gives that it is there."""
    rows = Rows(ROWS.rows[:2])
    assert [term.value for term in Parts({"c": rows}, {}).terms(aggregate(parse(text)))] == values


def test_rows_of_rows_are_called_by_the_way_to_them() -> None:
    """By ids where there are some, else by numbers from 1; an absent collection is one row."""
    inner = Rows((Row("x", {"f": Fraction(1)}), Row(None, {"f": Fraction(2)})))
    outer = Rows((Row(None, {"d": inner}), Row("b", {"d": MISSING})))
    assert [label for label, _ in Parts({"c": outer}, {}).rows(("c", "d"))] == ["1/x", "1/2", "b/1"]
    assert [row for _, row in Parts({"c": MISSING}, {}).rows(("c",))] != []
    assert Parts({"c": absent_rows(MISSING)}, {}).terms(aggregate(parse("sum(c.f)")))[0].value == MISSING
