"""JSON text of a request -> plain data, every number exact: as strict as reports are read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sakip_rules.diagnostics import DataError
from sakip_rules.loader import REPORT_LIMITS, Limits
from sakip_rules.loader.json import parse_json
from sakip_rules.models import Numeral


def read_object(text: str, name: str, limits: Limits = REPORT_LIMITS) -> dict[str, object]:
    """Gives an object of JSON, its numbers as `Numeral`; raises `DataError` for anything else.

    `name` is what diagnostics call the text.
    """
    document, diagnostics = parse_json(text, name, limits)
    if document is None or any(diagnostic.severity == "error" for diagnostic in diagnostics):
        raise DataError(diagnostics)
    return dict(document.plain())


def exact(value: object) -> object:
    """Gives data with every number as a `Decimal`, with the places that are written."""
    if isinstance(value, Numeral):
        return Decimal(value)
    if isinstance(value, Mapping):
        return {name: exact(item) for name, item in value.items()}
    return [exact(item) for item in value] if isinstance(value, list) else value
