"""The names and shapes of the functions."""

from sakip_rules.expression.functions import AGGREGATES, BOTH, FUNCTION_NAMES, ORDINARY


def test_the_language_has_these_functions() -> None:
    """Section 3.5 names fourteen functions; two of them are ordinary and range over rows."""
    assert {
        *("abs", "min", "max", "clamp", "root", "ln", "given"),
        *("sum", "mean", "geomean", "product", "first", "last", "count"),
    } == FUNCTION_NAMES
    assert set(ORDINARY) & AGGREGATES == set()
    assert set(ORDINARY) > BOTH
