"""What is wanted of a value, and what is said if it is not so."""

import pytest

from sakip_rules.expression import NUMBER, RANGE, ROWS, TRUTH, UNKNOWN, Entry, Scope, Type, analyse, parse
from sakip_rules.expression.faults import fault
from sakip_rules.expression.work import expect_kind

CHOICE = Type("choice", frozenset({"B"}))


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (NUMBER, "number"),
        (RANGE, "number"),
        (TRUTH, "truth"),
        (CHOICE, "choice"),
        (UNKNOWN, "number"),
        (UNKNOWN, "truth"),
    ],
)
def test_a_value_of_the_kind_wanted_is_fine(found: Type, kind: str) -> None:
    """A bare range is a number; what is unknown is never reported."""
    assert expect_kind(found, kind, parse("x").root) is None


@pytest.mark.parametrize(
    ("found", "kind"),
    [(TRUTH, "number"), (CHOICE, "number"), (NUMBER, "truth"), (RANGE, "truth"), (NUMBER, "choice")],
)
def test_any_other_kind_is_a_mismatch(found: Type, kind: str) -> None:
    """The key names the kind that is wanted."""
    assert expect_kind(found, kind, parse("  x").root) == fault(f"type-mismatch.{kind}", 2, 3)


def test_a_collection_where_a_value_is_wanted_is_not_folded() -> None:
    """A scope may hold collections among its names, for passing them whole; a computation cannot use them."""
    (found,) = analyse(parse("output + 1"), Scope({"output": Entry(ROWS)})).faults
    assert found == fault("collection-outside-aggregate", 0, 6, name="`output`")
    (found,) = analyse(parse("a if 1 > 2 else b"), Scope({"a": Entry(ROWS), "b": Entry(ROWS)})).faults
    assert found.key == "type-mismatch.branches"
    (found,) = analyse(
        parse("-(a if t else b)"), Scope({"a": Entry(ROWS), "b": Entry(ROWS), "t": Entry(TRUTH)})
    ).faults
    assert found.key == "type-mismatch.branches"
