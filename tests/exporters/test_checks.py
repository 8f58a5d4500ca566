import json
from dataclasses import dataclass, field
from typing import Any

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
    assert check_text([], 12) == "12 berkas diperiksa: 0 galat, 0 peringatan\n"
    text = check_text([ERROR], 1, "en")
    assert text.startswith("rules/a,b.yaml:3:5\nerror[bad-value]: There is no value.\n")
    assert text.endswith("\n\n1 files checked: 1 errors, 0 warnings\n")


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


def test_sarif_has_the_shape_of_the_standard() -> None:
    """What SARIF 2.1.0 requires is there: version, driver name, messages of results, artifact URIs."""
    made = sarif_dict([ERROR, PLACELESS], "en")
    assert made["version"] == "2.1.0"
    (run,) = made["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "sakip-rules"
    assert driver["rules"] == [{"id": "bad-value"}]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
    assert "locations" not in run["results"][0]
    (location,) = run["results"][1]["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "rules/a%2Cb.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 9},
    }
    assert json.loads(json.dumps(made)) == made


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
    """What differs is told first."""
    assert outcomes_text(outcomes(), [ERROR]).endswith("\n\n2 contoh: 1 berhasil, 1 gagal\n")
