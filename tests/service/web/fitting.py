"""Data that fit a schema of the service's own document, at random."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import strategies as st

DIGITS: Final = st.integers(0, 10**12).map(str)
PLACES: Final = st.integers(0, 9999).map(str)
SIGN: Final = st.sampled_from(["", "-"])
DECIMALS: Final = st.builds("{}{}{}{}".format, SIGN, DIGITS, st.sampled_from([".", ","]), PLACES)
GROUPED: Final = st.builds("{}{:,}".format, SIGN, st.integers(10**6, 10**12)).map(
    lambda text: text.replace(",", ".")
)
NUMBERS: Final = st.integers() | DIGITS | GROUPED
TEXTS: Final = st.text("abz é-_", max_size=5)

KNOWN: Final[dict[str, st.SearchStrategy[Any]]] = {
    "number": NUMBERS | st.builds("{}{}.{:04d}".format, SIGN, DIGITS, st.integers(0, 9999)),
    "decimal": NUMBERS | DECIMALS,
    "percent": NUMBERS | DECIMALS | DECIMALS.map("{}%".format),
    "count": st.integers(0) | DIGITS | st.just("1.000.000"),
    "code": TEXTS | st.integers(),
}
"""Texts of the definitions that have a pattern; that they fit it, the test sees to."""


def datum_of(schema: Any, document: Any) -> st.SearchStrategy[Any]:
    """Gives data that fit a schema; it knows the words of JSON Schema that the document uses."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return KNOWN[name] if name in KNOWN else datum_of(document["components"]["schemas"][name], document)
    if "anyOf" in schema:
        return st.one_of([datum_of(part, document) for part in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_typed(kind, schema, document) for kind in kinds])


def _typed(kind: str, schema: Any, document: Any) -> st.SearchStrategy[Any]:
    match kind:
        case "object":
            inner = {name: datum_of(part, document) for name, part in schema.get("properties", {}).items()}
            needed = {name: inner.pop(name) for name in schema.get("required", [])}
            if isinstance(schema.get("additionalProperties"), dict):
                rows = datum_of(schema["additionalProperties"], document)
                return st.dictionaries(st.sampled_from(["a", "status ", "é", "1"]), rows, max_size=2)
            return st.fixed_dictionaries(needed, optional=inner)
        case "array":
            return st.lists(datum_of(schema["items"], document), max_size=3)
        case "string":
            return st.sampled_from(["", "  "] if schema["pattern"] == "^ *$" else ["a", "a-b"])
        case "boolean":
            return st.booleans()
        case "null":
            return st.none()
    raise AssertionError(kind)
