import json
from collections.abc import Callable
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.diagnostics.places import whole
from sakip_rules.exporters import Look
from sakip_rules.exporters.checks.sarif import export
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import Language

Many = Callable[[int, int], list[Diagnostic]]


def log(diagnostics: list[Diagnostic], lang: Language = "id") -> Any:
    """The log of diagnostics, as a program reads it."""
    return json.loads(export(Checks(diagnostics, 1), Look(lang)))


_TEXT = {"type": "string", "minLength": 1}
_COUNTED = {"type": "integer", "minimum": 1}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    """An object of SARIF: no object of the standard allows properties that it does not name."""
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


SARIF = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={
        "type": "array",
        "items": _object(
            ["tool"],
            tool=_object(
                ["driver"],
                driver=_object(
                    ["name"],
                    name=_TEXT,
                    version=_TEXT,
                    rules={"type": "array", "uniqueItems": True, "items": _object(["id"], id=_TEXT)},
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={
                "type": "array",
                "items": _object(
                    ["message"],
                    ruleId=_TEXT,
                    ruleIndex={"type": "integer", "minimum": -1},
                    level={"enum": ["none", "note", "warning", "error"]},
                    message=_object(["text"], text=_TEXT),
                    locations={
                        "type": "array",
                        "items": _object(
                            [],
                            physicalLocation=_object(
                                ["artifactLocation"],
                                artifactLocation=_object(
                                    [], uri={"type": "string", "format": "uri-reference"}
                                ),
                                region=_object(
                                    [], startLine=_COUNTED, startColumn=_COUNTED, endColumn=_COUNTED
                                ),
                            ),
                        ),
                    },
                ),
            },
            properties={"type": "object"},
        ),
    },
)
"""The part of the official schema of SARIF 2.1.0 that a log of ours uses, written down by hand."""


def test_sarif_has_the_shape_of_the_standard(error: Diagnostic, placeless: Diagnostic, many: Many) -> None:
    """All that is required is there, nothing that the standard does not name, and indices fit."""
    made = log([error, placeless, *many(2, 60)], "en")
    jsonschema.Draft202012Validator(SARIF).validate(made)
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "sakip-rules"
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["properties"] == {"hidden": 20}


def test_sarif_says_where(error: Diagnostic, placeless: Diagnostic) -> None:
    """A place is a line and columns of a file; what has no place has no location."""
    first, second = log([error, placeless], "en")["runs"][0]["results"]
    assert "locations" not in first
    (location,) = second["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "rules/a%2Cb.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 9},
    }


@pytest.mark.parametrize(
    ("path", "wrong"),
    [(("version",), "2.2.0"), (("runs", 0, "tool"), {}), (("runs", 0, "results", 0, "level"), "fatal")],
)
def test_the_shape_refuses_what_the_standard_refuses(
    error: Diagnostic, path: tuple[str | int, ...], wrong: Any
) -> None:
    """Another version, a tool without driver, an unknown level."""
    made: Any = log([error])
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = wrong
    assert not jsonschema.Draft202012Validator(SARIF).is_valid(made)


def test_a_file_as_a_whole_has_no_region() -> None:
    """An empty file has no line on which that could be shown."""
    (found,) = log([diagnose("yaml-syntax.empty", whole("a.yaml"))])["runs"][0]["results"]
    assert found["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}]


def test_sarif_paths_are_uris() -> None:
    """Absolute paths of both kinds of system get a scheme; letters are escaped."""
    files = ["/a b.yaml", "C:\\a\\b.yaml", "ü.yaml"]
    found = [diagnose("bad-value.empty", Place(file)) for file in files]
    results = log(found)["runs"][0]["results"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert uris == {"file:///a%20b.yaml", "file:///C:/a/b.yaml", "%C3%BC.yaml"}


def test_sarif_names_a_cell() -> None:
    """Row and column of a sheet are no lines of its file: the cell is a logical location."""
    cell = diagnose("bad-value.empty", Place("isian.xlsx", 12, 2, sheet="Capaian 1"))
    made = log([cell])
    (location,) = made["runs"][0]["results"][0]["locations"]
    assert location == {
        "physicalLocation": {"artifactLocation": {"uri": "isian.xlsx"}},
        "logicalLocations": [{"fullyQualifiedName": "'Capaian 1'!B12"}],
    }
