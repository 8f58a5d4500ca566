"""Examples inside rule files."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from tests.models.smallest import INDEX, SCALE, TABLE

from sakip_rules.models import (
    FormulaRule,
    Model,
    ScaleRule,
    TableRule,
)


def fault(model: type[Model], value: dict[str, Any], **changes: object) -> tuple[Any, ...]:
    """Where the first mistake of a changed value is, and the key of its diagnostic."""
    with pytest.raises(ValidationError) as caught:
        model.read({**value, **changes})
    error = caught.value.errors()[0]
    return (*error["loc"], *error.get("ctx", {}).get("at", ()), error["type"])


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ({}, "missing-key.example-result"),
        ({"result": "1", "reason": "no-case"}, "missing-key.status"),
        ({"status": "not_computable", "reason": "apa"}, "bad-value.reason"),
    ],
)
def test_wrong_formula_examples(example: dict[str, object], expected: str) -> None:
    """An example says what must come out."""
    example = {"title": "a", "given": {}, **example}
    assert fault(FormulaRule, INDEX, examples=[example])[-1] == expected


def test_scale_examples_say_one_thing() -> None:
    """A number gets a category or has none."""
    both = {"title": "a", "given": "1", "category": "Baik", "status": "missing"}
    assert fault(ScaleRule, SCALE, examples=[both])[-1] == "missing-key.example-category"


def test_table_examples_say_one_thing() -> None:
    """A look-up finds a number or a reason."""
    neither = {"title": "a", "given": "x"}
    assert fault(TableRule, TABLE, examples=[neither])[-1] == "missing-key.example-number"
    nothing = {"title": "a", "given": None, "result": "1"}
    assert fault(TableRule, TABLE, examples=[nothing])[-1] == "bad-value.empty"
