"""A report's own keys."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from sakip_rules.models import (
    Model,
    Printed,
    Reference,
    ReportHeader,
)


def fault(model: type[Model], value: dict[str, Any], **changes: object) -> tuple[Any, ...]:
    """Where the first mistake of a changed value is, and the key of its diagnostic."""
    with pytest.raises(ValidationError) as caught:
        model.read({**value, **changes})
    error = caught.value.errors()[0]
    return (*error["loc"], *error.get("ctx", {}).get("at", ()), error["type"])


def test_report_header() -> None:
    """A report names its year and its framework."""
    header = ReportHeader.read({"report": "R", "organization": "O", "year": "2020", "framework": "a/b@1.0.0"})
    assert (header.year, header.framework) == (2020, Reference("a/b", "1.0.0"))


def test_printed_figures() -> None:
    """A printed figure keeps its digits, and says a number or a category."""
    assert Printed.read({"figure": "capaian", "value": "267.70"}).value == "267.70"
    assert fault(Printed, {"figure": "capaian"}) == ("missing-key.printed",)
