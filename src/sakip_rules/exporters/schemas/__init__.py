"""JSON Schemas of what the commands print as JSON, one file each."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sakip_rules.exporters.json import Json

OUTPUTS: Final = ("evaluate", "audit", "check", "test", "rules", "result")
"""The outputs that have a schema: commands, and `result` for what one rule gives."""


def output_schema(name: str) -> Json:
    """Gives the JSON Schema of an output."""
    found: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return found
