"""JSON Schema for editors, made from the models: completion, hover texts, checking while one types.

An editor reads YAML by its own rules: `60` is a number to it and `ya` a text. So wherever a file may hold
either, the schema allows both; what the text means is decided by the loader.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from sakip_rules.languages import say
from sakip_rules.models.base import SCALAR_SCHEMA, Model
from sakip_rules.models.descriptions import DESCRIPTIONS, description
from sakip_rules.models.marks import JSON_SCHEMA
from sakip_rules.models.reading import schema_of
from sakip_rules.models.reports import DATUM_KEYS, Printed, ReportHeader
from sakip_rules.models.rules import RULE_CLASSES
from sakip_rules.models.words import (
    ID_PATTERN,
    REFERENCE_FORMAT,
    REFERENCE_SCHEMA,
    VERSION_PATTERN,
)

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

SHORT_FORMS: Final[dict[str, list[Schema]]] = {
    "Text": [{"type": "string"}],
    "Step": [SCALAR_SCHEMA, {"type": "array", "items": {"$ref": "#/$defs/Case"}, "minItems": 1}],
}
"""What may stand instead of the map of a model."""


class StatedJsonSchema(GenerateJsonSchema):
    """What an annotation of a model says of itself stands for it."""

    def generate_inner(self, schema: Any) -> Schema:  # noqa: ANN401 - a schema of any kind
        """Gives the JSON Schema of a schema."""
        stated = schema.get("metadata", {}).get(JSON_SCHEMA)
        return super().generate_inner(schema) if stated is None else dict(stated)


class _Generator(StatedJsonSchema):
    """A key may be left out, but `null` is no value for it."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        made = super().default_schema(schema)
        if made.get("default") in (None, {}, (), []):  # to an author "nothing" is the key left out
            made.pop("default", None)
        return made


def rule_schema(ids: Iterable[str] = ()) -> Schema:
    """Gives the JSON Schema of rule files; `ids` are the rules that references may name."""
    classes = {model.__name__: model for model in RULE_CLASSES.values()}
    choices = []
    for name, model in classes.items():
        kinds = [kind for kind, shape in RULE_CLASSES.items() if shape is model]
        kind = {"properties": {"kind": {"enum": kinds}}, "required": ["kind"]}
        choices.append({"if": kind, "then": {"$ref": f"#/$defs/{name}"}})
    return {
        "$schema": DIALECT,
        "title": "Aturan sakip-rules",
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"enum": list(RULE_CLASSES), "description": say(DESCRIPTIONS["Rule.kind"], "id")}
        },
        "allOf": choices,
        "$defs": _definitions(classes.values(), ids),
    }


def report_schema(ids: Iterable[str] = ()) -> Schema:
    """Gives the JSON Schema of report files: their own keys, and records of any level with any input."""
    definitions = _definitions((ReportHeader, Printed), ids)
    header = definitions.pop("ReportHeader")
    definitions["Record"] = _record(definitions)
    return {
        "$schema": DIALECT,
        "title": "Laporan sakip-rules",
        "type": "object",
        "required": header["required"],
        "properties": {**definitions["Record"]["properties"], **header["properties"]},
        "additionalProperties": {"$ref": "#/$defs/Branch"},
        "$defs": definitions,
    }


def _record(definitions: Schema) -> Schema:
    """Gives the shape of a record, and adds that of what a record may hold under any name."""
    record = {"$ref": "#/$defs/Record"}
    definitions["Datum"] = {"type": "object", "properties": {key: {} for key in DATUM_KEYS}}
    rows = {"type": "array", "items": {"anyOf": [record, {"$ref": "#/$defs/Datum"}]}}
    definitions["Branch"] = {"anyOf": [{"type": [*SCALAR_SCHEMA["type"], "null", "object"]}, rows]}
    properties: Schema = {
        "id": {"type": ["string", "number"]},
        "title": {"type": "string"},
        "note": {"type": "string"},
        "unit": {"type": "string"},
        "rule": {"$ref": "#/$defs/Reference"},
        "data": {"type": "object"},
        "codes": {"$ref": "#/$defs/Reference"},
        "history": {"type": "object", "additionalProperties": {"type": "object"}},
        "printed": {"type": "array", "items": {"$ref": "#/$defs/Printed"}},
    }
    for key, schema in properties.items():
        schema["description"] = say(DESCRIPTIONS[f"Record.{key}"], "id")
    return {"type": "object", "properties": properties, "additionalProperties": {"$ref": "#/$defs/Branch"}}


def _definitions(models: Iterable[type[Model]], ids: Iterable[str]) -> Schema:
    mode: JsonSchemaMode = "validation"
    read = [(model.__name__, mode, schema_of(model)) for model in models]
    _, made = _Generator().generate_definitions(read)
    definitions: Schema = {str(name): schema for name, schema in made.items()}
    for name, schema in definitions.items():
        _describe(name, schema)
    for name, forms in SHORT_FORMS.items():
        if name in definitions:
            definitions[name] = {"anyOf": [*forms, definitions[name]]}
    _link_references(definitions)
    definitions["Reference"] = _reference(ids)
    return definitions


def _describe(name: str, schema: Schema) -> None:
    """Puts the words of the language reference in place of the docstrings and titles of the models."""
    schema.pop("title", None)
    schema.pop("description", None)
    for key, inner in schema.get("properties", {}).items():
        inner.pop("title", None)
        inner["description"] = say(description(name, key), "id")


def _link_references(definitions: Schema) -> None:
    """Makes every reference of the models one definition, which holds the known ids."""
    todo: list[Any] = list(definitions.values())
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            if node.get("format") == REFERENCE_FORMAT:
                for key in REFERENCE_SCHEMA:
                    del node[key]
                node["$ref"] = "#/$defs/Reference"
            todo += node.values()
        elif isinstance(node, list):
            todo += node


def _reference(ids: Iterable[str]) -> Schema:
    """A known id first, so that editors offer them; a pinned one by its pattern."""
    known = sorted(set(ids))
    pinned = {"type": "string", "pattern": f"^{ID_PATTERN}@{VERSION_PATTERN}$"}
    return {"anyOf": [{"enum": known} if known else {"type": "string", "pattern": f"^{ID_PATTERN}$"}, pinned]}
