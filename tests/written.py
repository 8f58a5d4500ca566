"""Small invented rules and reports, written for one test: only what the test is about is spelled out.

`rules(folder, {"index a": "…"})` writes `contoh/a`, version 1.0.0, and gives the catalogue; `"index a@2.0.0"`
writes another version. What every rule must have is added where a body does not state it.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from sakip_rules import Catalogue, DataError
from sakip_rules.api import Result
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.plans import Source
from sakip_rules.results import ReportNode

EXAMPLES = {
    "scale": "[{title: contoh, given: 0, category: X}]",
    "table": "[{title: contoh, given: X, result: 1}]",
}
FORMULA_EXAMPLE = "[{title: contoh, given: {}, status: missing}]"


def rules(folder: Path, bodies: Mapping[str, str], *, floats: str | None = None) -> Catalogue:
    """Writes rules and gives their catalogue; they must be without errors."""
    for name, body in bodies.items():
        write(folder, name, body)
    catalogue = Catalogue.load(folder, floats=floats)  # type: ignore[arg-type]  # tests pass any word
    wrong = [one.message("en") for one in catalogue.check() if one.severity == "error"]
    if wrong:
        raise AssertionError(wrong)
    return catalogue


def write(folder: Path, name: str, body: str) -> Path:
    """Writes one rule; gives its file."""
    kind, _, name = name.partition(" ")
    name, _, version = name.partition("@")
    version = version or "1.0.0"
    stated = textwrap.dedent(body).strip("\n")
    added = {
        "title": "Contoh",
        "valid_from": "2000",
        "legal_basis": "[{document: Contoh buatan, confidence: applied}]",
        "examples": None if kind == "framework" else EXAMPLES.get(kind, FORMULA_EXAMPLE),
        "unit": None if kind == "framework" else "nilai",
    }
    lines = [f"kind: {kind}", f"id: contoh/{name}", f"version: {version}"]
    lines += [f"{key}: {text}" for key, text in added.items() if text and f"\n{key}:" not in f"\n{stated}"]
    file = folder / "contoh" / name / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([*lines, stated]) + "\n", encoding="utf-8")
    return file


def report(folder: Path, body: str, *, year: int = 2020) -> Path:
    """Writes a report computed by `contoh/k`; gives its file."""
    file = folder / "laporan.yaml"
    head = f"report: Laporan\norganization: Dinas\nyear: {year}\nframework: contoh/k\n"
    file.write_text(head + textwrap.dedent(body).strip("\n") + "\n", encoding="utf-8")
    return file


def source(rule_id: str, version: str = "1.0.0") -> Source:
    """Gives what results say of a rule that stands in no file."""
    return Source(rule_id, version, "", ("Contoh", "Sample"), (), datetime.date(2000, 1, 1))


def computed(folder: Path, bodies: Mapping[str, str], body: str, *, year: int = 2020) -> ReportNode:
    """Gives the root of a report, computed."""
    tree = rules(folder / "rules", bodies).evaluate_report(report(folder, body, year=year)).tree
    return tree.root


def mistakes(folder: Path, bodies: Mapping[str, str], body: str, *, year: int = 2020) -> list[str]:
    """Gives everything that is wrong in a report: the line, the key of its text, and what it points at."""
    catalogue = rules(folder / "rules", bodies)
    with pytest.raises(DataError) as caught:
        catalogue.evaluate_report(report(folder, body, year=year))
    return [
        f"{one.place.line if one.place else '-'} {one.key} {pointed_at(one)}"
        for one in caught.value.diagnostics
    ]


def pointed_at(diagnostic: Diagnostic) -> str:
    """Gives the stretch of the source line that a diagnostic is about; both of its texts can be shown."""
    assert diagnostic.message("id") != diagnostic.message("en")
    assert (diagnostic.hint("id") == "") == (diagnostic.hint("en") == "")
    place = diagnostic.place
    return "" if place is None else place.source[place.column - 1 : place.column - 1 + place.width]


def seen(node: ReportNode, path: str, name: str, year: int | None = None) -> object:
    """Gives what is seen of a figure: its exact carried value, or the word and reason of an absent one."""
    found = node.find(path)
    assert found is not None
    figure = found.figure(name, year)
    assert figure is not None
    absent = figure.absent
    return figure.value if absent is None else (absent.word, absent.reason)


def outcome(result: Result) -> object:
    """Gives the exact result, or status and reason of one that is absent."""
    return result.exact if result.status == "ok" else (result.status, result.reason)


def codes(result: Result) -> list[str]:
    """Gives the codes of the diagnostics of a result."""
    return [one.code for one in result.diagnostics]


def fraction(text: str) -> Fraction:
    """Gives the fraction that a text like `1/3` means."""
    return Fraction(text)
