"""The hover texts of keys."""

from __future__ import annotations

from sakip_rules.models.descriptions import DESCRIPTIONS
from sakip_rules.models.schema import report_schema, rule_schema


def test_every_key_is_described() -> None:
    """Every key of every model has a hover text, and every hover text is used."""
    rule, report = rule_schema(), report_schema()
    found = {
        inner["description"]
        for schema in (rule, report, *rule["$defs"].values(), *report["$defs"].values())
        for shape in (schema, *schema.get("anyOf", ()))
        for inner in shape.get("properties", {}).values()
        if "description" in inner
    }
    assert found == {indonesian for indonesian, _ in DESCRIPTIONS.values()}
