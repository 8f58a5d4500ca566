import json
from dataclasses import dataclass, field
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules.diagnostics import Diagnostic, Place, diagnose
from sakip_rules.exporters.checks import (
    check_dict,
    check_text,
    github_annotations,
    outcomes_dict,
    outcomes_text,
    sarif_dict,
)

ERROR = diagnose("bad-value.empty", Place("rules/a,b.yaml", 3, 5, 4, "  x: "))
PLACELESS = diagnose("bad-value.empty", None)


def many(files: int, each: int) -> list[Diagnostic]:
    """Errors in files, all at different lines."""
    return [
        diagnose("bad-value.empty", Place(f"{file:03}.yaml", line + 1))
        for file in range(files)
        for line in range(each)
    ]


def test_json_counts_everything_and_shows_50_a_file() -> None:
    """51 errors in one file: 50 are shown, one is counted as hidden, 51 are in the count of errors."""
    made = check_dict(many(1, 51), 7)
    assert len(made["diagnostics"]) == 50
    assert made["summary"] == {"errors": 51, "warnings": 0, "files": 7, "hidden": 1}


def test_json_shows_1000_a_run() -> None:
    """21 files of 50 errors: the last 50 are hidden."""
    made = check_dict(many(21, 50), 21)
    assert len(made["diagnostics"]) == 1000
    assert made["summary"]["hidden"] == 50


def test_text_ends_with_the_count() -> None:
    """Nothing wrong is one line."""
    assert check_text([], 12) == "12 berkas diperiksa: tidak ada yang salah.\n"
    text = check_text([ERROR], 1, "en")
    assert text.startswith("rules/a,b.yaml:3:5\nerror[bad-value]: There is no value.\n")
    assert text.endswith("\n\n1 file checked: 1 error, 0 warnings\n")


def test_github_reads_places_and_words() -> None:
    """Commas in a file name are escaped, and an error without a place has only its title."""
    lines = github_annotations([ERROR, PLACELESS], "en").splitlines()
    assert lines[0].startswith("::error title=bad-value::There is no value.")
    assert lines[1].startswith(
        "::error file=rules/a%2Cb.yaml,line=3,col=5,endColumn=8,title=bad-value::There"
    )


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    """A line end in a message is escaped, so that each diagnostic stays one line."""
    found = Diagnostic("bad-value.empty", Place("a\n::error::b.yaml"), "error")
    assert len(github_annotations([found]).splitlines()) == 1


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


def test_sarif_has_the_shape_of_the_standard() -> None:
    """All that is required is there, nothing that the standard does not name, and indices fit."""
    made = json.loads(json.dumps(sarif_dict([ERROR, PLACELESS, *many(2, 60)], "en")))
    jsonschema.Draft202012Validator(SARIF).validate(made)
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "sakip-rules"
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["properties"] == {"hidden": 20}


def test_sarif_says_where() -> None:
    """A place is a line and columns of a file; what has no place has no location."""
    first, second = sarif_dict([ERROR, PLACELESS], "en")["runs"][0]["results"]
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
def test_the_shape_refuses_what_the_standard_refuses(path: tuple[str | int, ...], wrong: Any) -> None:
    """Another version, a tool without driver, an unknown level."""
    made: Any = json.loads(json.dumps(sarif_dict([ERROR])))
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = wrong
    assert not jsonschema.Draft202012Validator(SARIF).is_valid(made)


def test_sarif_paths_are_uris() -> None:
    """Absolute paths of both kinds of system get a scheme; letters are escaped."""
    files = ["/a b.yaml", "C:\\a\\b.yaml", "ü.yaml"]
    found = [diagnose("bad-value.empty", Place(file)) for file in files]
    results = sarif_dict(found)["runs"][0]["results"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results}
    assert uris == {"file:///a%20b.yaml", "file:///C:/a/b.yaml", "%C3%BC.yaml"}


@dataclass
class Outcome:
    """Stands in for the outcome of an example."""

    rule: str
    title: tuple[str, str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether nothing differs."""
        return not self.diagnostics


def outcomes() -> Any:
    """One example that passed and one that did not."""
    return [Outcome("a/b@1.0.0", ("satu", "one")), Outcome("a/b@1.0.0", ("dua", "two"), [ERROR])]


def test_outcomes_are_listed_and_counted() -> None:
    """Every example is in the list, passed or not, with its title in the language asked for."""
    made = outcomes_dict(outcomes(), [ERROR], "en")
    assert list(made) == ["summary", "examples", "diagnostics"]
    assert (made["summary"]["passed"], made["summary"]["failed"]) == (1, 1)
    assert [(one["title"], one["passed"]) for one in made["examples"]] == [("one", True), ("two", False)]
    assert made["examples"][1]["diagnostics"] == made["diagnostics"]


def test_outcomes_as_text_end_with_the_count() -> None:
    """What differs is told first; errors of rules are never followed by good news alone."""
    assert outcomes_text(outcomes(), [ERROR]).endswith("\n\n2 contoh dari 1 aturan: 1 berhasil, 1 gagal\n")
    assert outcomes_text(outcomes()[:1], []) == "1 contoh dari 1 aturan: semuanya sesuai.\n"
    assert outcomes_text([], [ERROR]).endswith("\n\n0 contoh dari 0 aturan: 0 berhasil, 0 gagal\n")
