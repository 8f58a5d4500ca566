"""Which keys a place may have, and how large a rule is."""

from __future__ import annotations

import pytest
from tests.models.smallest import HEAD, INDEX, SCALE, TABLE

from sakip_rules.models import (
    FormulaRule,
    FrameworkRule,
    ScaleRule,
    TableRule,
    known_keys,
    rule_size,
)


@pytest.mark.parametrize(
    ("path", "some"),
    [
        ((), "formula"),
        (("inputs", "x"), "from"),
        (("steps", "x"), "with"),
        (("inputs", "x", "each", "steps", "y"), "rows"),
        (("formula", 0), "otherwise"),
        (("formula", 0, "then"), "status"),
        (("legal_basis", 0), "confidence"),
        (("title",), "en"),
    ],
)
def test_known_keys(path: tuple[str | int, ...], some: str) -> None:
    """The keys of a place are those of the model that stands there, as the file writes them."""
    keys = known_keys(FormulaRule, path)
    assert some in keys
    assert not any(key.endswith("_") for key in keys)


def test_any_key_may_stand_in_a_map_of_names() -> None:
    """Where names are free there are no known keys."""
    assert known_keys(FormulaRule, ("inputs",)) == []
    assert known_keys(FormulaRule, ("nirgends", 3)) == []


def test_size_counts_rows_of_collections() -> None:
    """Steps and cells count wherever they stand in a rule."""
    inner = {"steps": {"a": "1", "b": {"rows": [{"x": "1", "y": "2"}]}}}
    rule = {**INDEX, "inputs": {"c": {"each": inner}}, "steps": {"d": {"rows": [{"z": "1"}]}}}
    assert rule_size(FormulaRule.read(rule)) == (3, 3)
    assert rule_size(TableRule.read(TABLE)) == (0, 4)
    assert rule_size(ScaleRule.read(SCALE)) == (0, 0)
    framework = {
        **HEAD,
        "kind": "framework",
        "levels": {"a": {"steps": {"x": "1"}}, "b": {"steps": {"x": "1"}}},
    }
    assert rule_size(FrameworkRule.read(framework)) == (2, 0)
