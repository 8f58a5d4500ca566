"""A JSON Schema as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def export(schema: Json, _look: Look) -> str:
    """Gives a schema as JSON text."""
    return to_text(schema)
