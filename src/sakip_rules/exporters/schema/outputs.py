"""The JSON Schemas of what the commands print as JSON: one file each, beside this one."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def output_schema(name: str) -> Json:
    """Gives the JSON Schema of an output."""
    schema: dict[str, Any] = json.loads(
        files("sakip_rules.exporters.schema").joinpath(f"{name}.json").read_text("utf-8")
    )
    return schema
