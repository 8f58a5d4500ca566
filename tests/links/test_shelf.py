"""Files that are read when they are referred to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sakip_rules.links.shelf import Shelf, rules_named
from sakip_rules.loader import KnownRule, parse_document

RULE = """\
kind: index
id: {id}
version: 1.0.0
title: Nilai
valid_from: 2021
legal_basis: [{{document: Contoh, confidence: applied}}]
inputs: {{x: {{}}}}
{body}
unit: nilai
examples: [{{title: kosong, given: {{}}, status: missing}}]
"""
SIMPLE = "formula: x"


def write(root: Path, rule_id: str, body: str = SIMPLE, *, stated: str | None = None) -> Path:
    """Writes a rule to its place below a folder, and gives that folder."""
    file = root / rule_id / "1.0.0.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(RULE.format(id=stated or rule_id, body=body), "utf-8")
    return root


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A folder of three rules, one of which refers to another."""
    folder = tmp_path / "bundled"
    write(folder, "b/satu", "steps: {y: {rule: b/dua}}\nformula: y")
    write(folder, "b/dua")
    return write(folder, "b/tiga")


def below(root: Path, files: list[object]) -> list[str]:
    """The ids of files by their paths."""
    return sorted(Path(str(file.file)).parent.relative_to(root).as_posix() for file in files)  # type: ignore[attr-defined]  # rule files


def test_only_what_is_referred_to_is_read(bundled: Path) -> None:
    """Directly or through others; the listing names all without reading any."""
    shelf = Shelf((), (), bundled)
    assert shelf.ids() == ["b/dua", "b/satu", "b/tiga"]
    assert shelf.listing() == [KnownRule(rule_id, frozenset({"index"})) for rule_id in shelf.ids()]
    assert below(bundled, list(shelf.needed(["b/satu"]))) == ["b/dua", "b/satu"]
    (bundled / "b" / "tiga" / "1.0.0.yaml").write_text("kind: [", "utf-8")
    assert [file.diagnostics for file in shelf.needed(["b/satu"])] == [[], []]


def test_an_id_of_ones_own_hides_the_bundled_one(bundled: Path, tmp_path: Path) -> None:
    """All versions come from the folder, and a warning says so; not where the files are the same."""
    own = write(write(tmp_path / "own", "b/dua", "formula: x * 2"), "b/tiga")
    shelf = Shelf([own], (), bundled)
    assert [file.file for file in shelf.versions("b/dua")] == [str(own / "b" / "dua" / "1.0.0.yaml")]
    assert [one.key for one in shelf.versions("b/dua")[0].diagnostics] == ["bundled-hidden"]
    assert shelf.versions("b/tiga")[0].diagnostics == []
    assert [one.file.startswith(str(own)) for one in shelf.everything()] == [True, True, False]


def test_the_same_folder_twice_hides_nothing(bundled: Path) -> None:
    """As where a repository checks its own bundled rules."""
    shelf = Shelf([bundled], (), bundled)
    assert [one.diagnostics for one in shelf.everything()] == [[], [], []]


def test_an_id_that_is_stated_at_a_wrong_place_is_not_passed_over(tmp_path: Path) -> None:
    """A file of one's own with another id than its path may have been meant."""
    own = write(write(tmp_path, "a/x"), "a/salah", stated="a/x")
    assert below(own, list(Shelf([own]).versions("a/x"))) == ["a/salah", "a/x"]


def test_folders_that_stand_alone(bundled: Path, tmp_path: Path) -> None:
    """Bundled rules alone, or folders with nothing beside or behind them."""
    own = write(tmp_path / "own", "a/x")
    assert Shelf((), (), bundled).stands_alone
    assert Shelf([own]).stands_alone
    assert not Shelf([own], (), bundled).stands_alone
    assert not Shelf([own], [bundled]).stands_alone
    assert Shelf([own], [bundled]).folders == ((own,), (bundled,), None)


def test_the_rules_that_a_report_names() -> None:
    """Its framework, and those of its records, however deep; other texts are no rules."""
    text = "framework: a/k@1.0.0\ntitle: a/t\nsasaran: [{rule: a/x, codes: a/c, note: a/n}, {rule: 1}]\n"
    document, _ = parse_document(text, "laporan.yaml")
    assert document is not None
    assert sorted(rules_named(document.root)) == ["a/c", "a/k", "a/x"]


def test_a_file_is_opened_once(bundled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking whether something hides a bundled rule opens nothing again but the files of that id."""
    own = write(write(tmp_path / "own", "a/satu"), "a/dua")
    opened: list[str] = []
    open_file = os.open

    def counted(path: Path, flags: int) -> int:
        opened.append(str(path))
        return open_file(path, flags)

    monkeypatch.setattr(os, "open", counted)
    assert len(Shelf([own], (), bundled).examined_files()) == 2
    assert sorted(opened) == [str(own / "a" / name / "1.0.0.yaml") for name in ("dua", "satu")]
