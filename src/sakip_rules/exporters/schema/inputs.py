"""JSON Schema of what a rule takes: every value that fits it is read, as exactly as it is written.

Numbers are text or whole numbers. Text may be written as people write numbers, but never so that it could be
read in two ways: what `ambiguous-number` refuses does not fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final, assert_never

from sakip_rules.languages import Language
from sakip_rules.numbers.reading import DECIMAL_UNITS, MAX_DIGITS, PERCENT_UNITS
from sakip_rules.plans import AnyPlan, FrameworkPlan, InputPlan, RecordPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.tables import Table
from sakip_rules.vocabulary import DATA_WORDS, POLARITIES
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json

VALUE: Final = "value"
"""What a scale is asked about is called so."""

_DIGITS: Final = f"(?!([^0-9]*[0-9]){{{MAX_DIGITS + 1}}})"
"""No more digits than numbers may have."""

_PLAIN: Final = "-?[0-9]+([.,][0-9]+)?"
_GROUPED: Final = r"-?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?"
_COUNT: Final = r"([0-9]+|[0-9]{1,3}(\.[0-9]{3}){2,})"
_TWO: Final = "-?[1-9][0-9]{0,2}[.,][0-9]{3}"
_STEERING: Final = (
    "\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufff0-\\uffff"
)
"""What steers a terminal or reorders a line."""
TEXT_PATTERN: Final = f"^[^{_STEERING}]*$"
ROW_PATTERN: Final = f"^(?!status$)[^{_STEERING}]+$"
"""Ids of rows; a map with `status` is an absent value."""

WORD_PATTERN: Final = f"^[^\\s{_STEERING}]*$"

DEFINITIONS: Final[Mapping[str, Json]] = {
    "absent": {
        "description": "No value, and why: missing, not_applicable, not_due; null is missing.",
        "anyOf": [
            {"enum": [*DATA_WORDS, None]},
            {"type": "string", "pattern": "^ *$"},
            {
                "type": "object",
                "required": ["status"],
                "additionalProperties": False,
                "properties": {
                    "status": {"enum": list(DATA_WORDS)},
                    "reason": {"type": ["string", "null"], "pattern": WORD_PATTERN},
                    "note": {"type": ["string", "null"], "pattern": TEXT_PATTERN},
                },
            },
        ],
    },
    "number": {
        "description": "A number as text, such as 1234567.5 or 1.234.567,5, or a whole number.",
        "anyOf": [
            {
                "type": "string",
                "pattern": f"^{_DIGITS}(?!{_TWO}$)({_PLAIN}|{_GROUPED})$",
            },
            {"type": "integer"},
        ],
    },
    "decimal": {
        "description": "A number as text, such as 87.5 or 87,5, or a whole number.",
        "anyOf": [
            {"type": "string", "pattern": f"^{_DIGITS}({_PLAIN}|{_GROUPED})$"},
            {"type": "integer"},
        ],
    },
    "percent": {
        "description": "A number as text, such as 87.5, 87,5 or 87,5%, or a whole number.",
        "anyOf": [
            {"type": "string", "pattern": f"^{_DIGITS}({_PLAIN}|{_GROUPED})%?$"},
            {"type": "integer"},
        ],
    },
    "count": {
        "description": "A whole number that is not negative, as text or as a number.",
        "anyOf": [
            {"type": "string", "pattern": f"^{_DIGITS}{_COUNT}$"},
            {"type": "integer", "minimum": 0},
        ],
    },
    "truth": {"anyOf": [{"type": "boolean"}, {"enum": ["ya", "tidak", "yes", "no", "true", "false"]}]},
    "polarity": {"enum": list(POLARITIES)},
    "code": {
        "description": "A CODE, as text or as a whole number.",
        "anyOf": [{"type": "string", "pattern": TEXT_PATTERN}, {"type": "integer"}],
    },
}
"""What the schemas of all rules share; each refers to them as `#/$defs/…`."""


def accepted_schema(plan: AnyPlan, lang: Language = "id", names: Iterable[str] = (VALUE,)) -> Json:
    """Gives the schema of all data that a rule accepts, as one JSON object; `names` are the keys of a table.

    What a form draws is narrower: `Rule.input_schema` (decision 0035).

    It refers to `DEFINITIONS`. A framework takes a report, of which nothing is said here.
    """
    match plan:
        case RulePlan():
            return _record(plan.record, lang)
        case ScalePlan():
            return _object({name: _of(_number(plan.unit)) for name in names})
        case TablePlan():
            kind = "code" if isinstance(plan.table, Table) else _number(plan.unit)
            return _object({name: _of(kind) for name in names})
        case FrameworkPlan():
            return {"type": "object"}
        case _:
            assert_never(plan)


def _record(record: RecordPlan, lang: Language) -> Json:
    return _object({name: _input(declared, lang) for name, declared in record.inputs.items()})


def _object(properties: Mapping[str, Json]) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": dict(properties)}


def _input(declared: InputPlan, lang: Language) -> Json:
    about = {"title": safe(declared.title, lang)}
    if declared.unit is not None:
        about["description"] = declared.unit
    if declared.each is not None:
        row = {"anyOf": [_record(declared.each, lang), _reference("absent")]}
        by_id = {
            "type": "object",
            "propertyNames": {"pattern": ROW_PATTERN},
            "additionalProperties": row,
        }
        return about | {"anyOf": [{"type": "array", "items": row}, by_id, _reference("absent")]}
    return about | _value(declared)


def _value(declared: InputPlan) -> Json:
    """Gives what an input that is no collection may hold."""
    more: list[Json] = [{"enum": sorted(declared.codes)}] if declared.codes else []
    match declared.type:
        case "choice":
            return {"anyOf": [{"enum": list(declared.choices)}, _reference("absent")]}
        case "truth" | "polarity" | "count":
            return _of(declared.type)
        case "range":
            end = _reference(_number(declared.unit))
            ends = _object({"min": end, "max": end}) | {"required": ["min", "max"]}
            return {"anyOf": [end, ends, *more, _reference("absent")]}
        case _:
            return {"anyOf": [_reference(_number(declared.unit)), *more, _reference("absent")]}


def _number(unit: str | None) -> str:
    """Gives the definition that numbers of a unit have."""
    if unit in PERCENT_UNITS:
        return "percent"
    return "decimal" if unit in DECIMAL_UNITS else "number"


def _of(definition: str) -> Json:
    return {"anyOf": [_reference(definition), _reference("absent")]}


def _reference(definition: str) -> Json:
    return {"$ref": f"#/$defs/{definition}"}
