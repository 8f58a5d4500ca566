"""What only follows from another mistake on the same line."""

from __future__ import annotations

import pytest

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, warn
from sakip_rules.diagnostics.consequences import without_consequences

CUT = warn("bad-value.cut", Place("a", 5, 9), value="`x`")
ALIAS = diagnose("yaml-not-allowed.alias", Place("a", 2, 9), name="`x`")


def error(key: str, line: int) -> Diagnostic:
    """An error on a line, with whatever its text needs."""
    return diagnose(key, Place("a", line, 1), name="`k.x`" if key == "unknown-name" else "`x`")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([ALIAS, error("bad-value.empty", 2)], ["yaml-not-allowed.alias"]),
        ([error("formula-cut", 2), error("missing-key", 2)], ["formula-cut"]),
        ([ALIAS, error("bad-value.empty", 3)], ["yaml-not-allowed.alias", "bad-value.empty"]),
        ([ALIAS, error("unknown-key", 2)], ["yaml-not-allowed.alias", "unknown-key"]),
        ([error("bad-value.empty", 2), error("missing-key", 2)], ["bad-value.empty", "missing-key"]),
        ([CUT, error("type-mismatch.truth", 5)], ["bad-value.cut"]),
        ([CUT, warn("unused-name", Place("a", 2, 1), name="`y`")], ["bad-value.cut"]),
        ([warn("unused-name", Place("a", 2, 1), name="`y`")], ["unused-name"]),
        (
            [error("formula-not-allowed.sheet", 7), warn("unused-name", Place("a", 2, 1), name="`y`")],
            ["formula-not-allowed.sheet"],
        ),
        ([error("formula-cut.empty", 2), error("unknown-name", 7)], ["formula-cut.empty"]),
    ],
)
def test_one_mistake_is_one_message(found: list[Diagnostic], told: list[str]) -> None:
    """Of a refused or cut value only that is told; other lines and other mistakes stay."""
    assert [diagnostic.key for diagnostic in without_consequences(found)] == told


def test_without_a_place_nothing_is_left_out() -> None:
    """Nobody knows then what stands on one line."""
    found = [diagnose("yaml-not-allowed.alias", None, name="`x`"), diagnose("bad-value", None)]
    assert without_consequences(found) == found


def test_a_cut_value_whose_rest_is_wrong_is_an_error() -> None:
    """Where nothing else is wrong with it, it stays a warning."""
    assert [one.severity for one in without_consequences([CUT, error("type-mismatch.truth", 5)])] == ["error"]
    assert without_consequences([CUT]) == [CUT]
