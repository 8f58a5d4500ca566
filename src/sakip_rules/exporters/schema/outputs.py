"""The JSON Schemas of what the commands print as JSON: one file each, beside this one, but for plans."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sakip_rules.portable.format import plan_schema

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def output_schema(name: str) -> Json:
    """Gives the JSON Schema of an output."""
    if name == "plan":
        return plan_schema()
    schema: dict[str, Any] = json.loads(
        files("sakip_rules.exporters.schema").joinpath(f"{name}.json").read_text("utf-8")
    )
    return schema
