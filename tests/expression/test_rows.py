"""Rows of a path, and which rows remain in an aggregate: the rules of section 3.5, one by one."""

from fractions import Fraction

import pytest

from sakip_rules.expression import parse
from sakip_rules.expression.rows import Remaining, absent_rows, end_of, field_of, flatten
from sakip_rules.expression.tree import Aggregate
from sakip_rules.values import (
    MISSING,
    NOT_APPLICABLE,
    NOT_DUE,
    Absent,
    Range,
    Row,
    Rows,
    Value,
    not_computable,
)

ONE, TWO = Fraction(1), Fraction(2)
BROKEN = not_computable("division-by-zero")


def remaining(text: str, *rows: tuple[Value, Value, Value | None]) -> Remaining:
    """An aggregate that has taken rows, each a condition, a value and a weight."""
    node = parse(text).root
    assert isinstance(node, Aggregate)
    found = Remaining(node)
    for number, row in enumerate(rows, 1):
        found.take(str(number), *row)
    return found


def result(text: str, *values: Value) -> Value:
    """What an aggregate gives for values that all meet the condition."""
    return remaining(text, *((True, value, None) for value in values)).result()


def row(**values: Value) -> Row:
    """A row without an id."""
    return Row(None, values)


def test_rows_below_rows_are_one_flat_list() -> None:
    """All rows of all rows, in order."""
    names = {
        "c": Rows((row(d=Rows((row(f=ONE), row(f=TWO)))), row(d=Rows(())), row(), row(d=Rows((row(f=ONE),)))))
    }
    assert [one.values["f"] for one in flatten(names, ("c", "d"))] == [ONE, TWO, ONE]


@pytest.mark.parametrize("absent", [MISSING, NOT_DUE, NOT_APPLICABLE, BROKEN])
def test_an_absent_collection_is_one_row_that_is_so_absent(absent: Absent) -> None:
    """On every level of the path: the collection itself, or that of one row."""
    assert [one.values.get("f") for one in flatten({"c": absent}, ("c",))] == [absent]
    assert [one.values.get("f") for one in flatten({"c": absent}, ("c", "d"))] == [absent]
    names = {"c": Rows((row(d=absent), row(d=Rows((row(f=ONE),)))))}
    assert [one.values.get("f") for one in flatten(names, ("c", "d"))] == [absent, ONE]


def test_a_collection_that_is_not_there_has_no_rows() -> None:
    """An absent key is a collection without rows."""
    assert list(flatten({}, ("c",))) == []
    assert list(flatten({"c": Rows(())}, ("c", "d"))) == []


def test_the_row_of_an_absent_collection_has_no_fields_of_its_own() -> None:
    """It says the same of every field, and lists none."""
    (only,) = absent_rows(NOT_DUE).rows
    assert (list(only.values), len(only.values), only.values["any"]) == ([], 0, NOT_DUE)


def test_fields_and_ends_are_looked_up() -> None:
    """A field that the row lacks is missing; an end of a plain number is the number."""
    values: dict[str, Value] = {"x": Range(ONE, TWO), "n": Fraction(0), "a": NOT_DUE}
    assert [
        field_of(values, path)
        for path in (("n",), ("x", "min"), ("x", "max"), ("n", "max"), ("a", "min"), ("z",))
    ] == [
        Fraction(0),
        ONE,
        TWO,
        Fraction(0),
        NOT_DUE,
        MISSING,
    ]
    assert end_of(ONE, "min") == ONE


def test_rows_whose_condition_is_false_leave() -> None:
    """Rule 1: what a false condition excludes does not count, whatever it holds."""
    found = remaining("sum(c.f)", (False, BROKEN, None), (False, MISSING, None), (True, ONE, None))
    assert found.result() == ONE
    assert found.used().left == (("1", "where"), ("2", "where"))


@pytest.mark.parametrize(
    ("condition", "value", "weight", "result"),
    [
        (MISSING, ONE, ONE, MISSING),
        (True, MISSING, ONE, MISSING),
        (True, ONE, MISSING, MISSING),
        (NOT_DUE, MISSING, BROKEN, BROKEN),
        (MISSING, NOT_APPLICABLE, ONE, MISSING),
        (BROKEN, ONE, ONE, BROKEN),
        (NOT_DUE, ONE, NOT_APPLICABLE, TWO),
        (True, NOT_APPLICABLE, ONE, TWO),
        (True, ONE, NOT_DUE, TWO),
    ],
)
def test_a_row_is_absent_as_the_worst_of_its_parts_is(
    condition: Value, value: Value, weight: Value, result: Value
) -> None:
    """Rules 1 to 3: condition, value and weight alike; beside it stands a row of 2 with weight 1."""
    assert remaining("mean(c.f, weight=c.w)", (condition, value, weight), (True, TWO, ONE)).result() == result


def test_rows_that_do_not_apply_leave_with_their_weight() -> None:
    """Rule 2 is re-weighting: (90·50 + 96·20) / 70."""
    rows: list[tuple[Value, Value, Value | None]] = [
        (True, Fraction(90), Fraction(50)),
        (True, NOT_APPLICABLE, Fraction(30)),
        (True, Fraction(96), Fraction(20)),
    ]
    assert remaining("mean(c.f, weight=c.w)", *rows).result() == Fraction(6420, 70)


def test_what_is_not_computable_comes_before_what_is_missing() -> None:
    """Rule 3: the order of rows is no matter."""
    assert result("sum(c.f)", ONE, MISSING, BROKEN) == BROKEN
    assert result("sum(c.f)", BROKEN, MISSING) == BROKEN
    assert result("sum(c.f)", MISSING, ONE, NOT_DUE) == MISSING
    assert result("count(c.f)", ONE, MISSING) == MISSING


@pytest.mark.parametrize("name", ["sum", "mean", "geomean", "product", "min", "max", "first", "last"])
def test_of_nothing_comes_the_highest_absent_value_that_left(name: str) -> None:
    """Rule 4: missing, not_due, not_applicable among the values that left; else not_applicable."""
    text = f"{name}(c.f)"
    assert result(text) == NOT_APPLICABLE
    assert result(text, NOT_APPLICABLE, NOT_DUE) == NOT_DUE
    assert remaining(text, (False, MISSING, None), (True, NOT_DUE, None)).result() == MISSING
    assert remaining(text, (False, BROKEN, None)).result() == NOT_APPLICABLE
    assert remaining(text, (False, ONE, None)).result() == NOT_APPLICABLE


def test_conditions_and_weights_that_left_do_not_speak() -> None:
    """Rule 4 looks at values only: not at a condition or a weight that is not due."""
    found = remaining("mean(c.f, weight=c.w)", (NOT_DUE, ONE, ONE), (True, ONE, NOT_DUE))
    assert found.result() == NOT_APPLICABLE


def test_a_count_of_nothing_is_zero() -> None:
    """`count` is the only aggregate that has a number for no rows."""
    assert result("count(c.f)") == 0
    assert result("count(c.f)", NOT_DUE, NOT_APPLICABLE) == 0
    assert result("count(c.f)", ONE, "BB", TWO) == 3


def test_first_and_last_keep_any_value() -> None:
    """The first and last remaining row may hold a choice."""
    assert result("first(c.f)", NOT_DUE, "BB", "CC") == "BB"
    assert result("last(c.f)", "BB", "CC", NOT_DUE) == "CC"


def test_the_trace_names_the_first_twenty_rows_that_left() -> None:
    """What left is named with its reason, the rest is counted."""
    rows: list[tuple[Value, Value, Value | None]] = [(True, NOT_DUE, None)] * 22 + [
        (True, ONE, None),
        (True, MISSING, None),
    ]
    used = remaining("sum(c.f)", *rows).used()
    assert used.counted == 2
    assert used.left == tuple((str(number), "not_due") for number in range(1, 21))
    assert (used.left_more, used.function, used.start) == (2, "sum", 0)


def test_rows_that_are_absent_for_another_reason_are_not_equal() -> None:
    """As empty maps all of them would be."""
    assert absent_rows(MISSING) == absent_rows(MISSING)
    assert absent_rows(MISSING) != absent_rows(NOT_DUE)
    assert absent_rows(MISSING) != Rows((Row(None, {}),))
    assert repr(absent_rows(MISSING)) == repr(absent_rows(MISSING))
