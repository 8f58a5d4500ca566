"""All rules of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sakip_rules.loader import (
    BrokenFile,
    files_below,
    ids_below,
    is_looked_at,
    load_file,
    load_rules,
    read_file,
    versions_below,
)

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
kind: index
id: {id}
version: {version}
title: Nilai
valid_from: 2021
legal_basis: [{{document: Contoh, confidence: applied}}]
formula: 1
unit: nilai
examples: [{{title: satu, given: {{}}, result: 1}}]
"""


def write(root: Path, path: str, text: str | None = None) -> None:
    """Writes a file, a right rule of this path if nothing else is said."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    owner_name, _, version = path.rpartition("/")
    right = RULE.format(id=owner_name, version=version.removesuffix(".yaml"))
    file.write_text(right if text is None else text, encoding="utf-8")


def found(*folders: Path) -> list[tuple[str, list[str]]]:
    """Each file below its folder's parent, and the keys of what is wrong with it."""
    return [
        (os.path.relpath(loaded.file, folders[0]), [d.key for d in loaded.diagnostics])
        for loaded in load_rules(folders)
    ]


def test_all_rules_in_order(tmp_path: Path) -> None:
    """Every file at owner/name/version is read, sorted by its path."""
    for path in ("b/x/1.0.0.yaml", "a/y/1.1.0.yaml", "a/y/1.0.0.yaml"):
        write(tmp_path, path)
    assert found(tmp_path) == [("a/y/1.0.0.yaml", []), ("a/y/1.1.0.yaml", []), ("b/x/1.0.0.yaml", [])]


def test_rules_that_lie_elsewhere(tmp_path: Path) -> None:
    """A rule at a wrong place is reported; other YAML files and hidden ones are left alone.

    What cannot be read as YAML may be a rule: that it is left out is said.
    """
    rule = RULE.format(id="a/x", version="1.0.0")
    for path in ("a/1.0.0.yaml", "a/x/1.0.0/a.yaml", "a/x/satu.yaml", "a/x/1.0.0.yml"):
        write(tmp_path, path, rule)
    write(tmp_path, "a/notes.yaml", "note: x")
    write(tmp_path, "a/broken.yaml", "note: [")
    write(tmp_path, ".git/x/1.0.0.yaml", rule)
    write(tmp_path, "a/x/readme.md", rule)
    assert found(tmp_path) == [
        ("a/1.0.0.yaml", ["id-path"]),
        ("a/broken.yaml", ["id-path.left-out"]),
        ("a/x/1.0.0/a.yaml", ["id-path"]),
        ("a/x/1.0.0.yml", ["id-path.extension"]),
        ("a/x/satu.yaml", ["id-path"]),
    ]


def test_a_broken_file_at_a_right_place(tmp_path: Path) -> None:
    """A file that should hold a rule is in the list, whatever it holds."""
    write(tmp_path, "a/x/1.0.0.yaml", "")
    assert found(tmp_path) == [("a/x/1.0.0.yaml", ["yaml-syntax.empty"])]


def test_links_in_a_circle(tmp_path: Path) -> None:
    """A link to a folder above is not followed for ever, and no file is read twice."""
    write(tmp_path, "a/x/1.0.0.yaml")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    assert found(tmp_path, tmp_path) == [("a/x/1.0.0.yaml", [])]


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    """A link of an owner or of a file to another place is told with its path; nothing behind it is read."""
    write(tmp_path / "elsewhere", "x/1.0.0.yaml", RULE.format(id="a/x", version="1.0.0"))
    write(tmp_path / "rules", "b/y/1.0.0.yaml")
    (tmp_path / "rules" / "a").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "rules" / "b" / "y" / "2.0.0.yaml").symlink_to(tmp_path / "elsewhere" / "x" / "1.0.0.yaml")
    assert found(tmp_path / "rules") == [
        ("a", ["id-path.link"]),
        ("b/y/1.0.0.yaml", []),
        ("b/y/2.0.0.yaml", ["id-path.link"]),
    ]
    assert ids_below(tmp_path / "rules") == ["a/x", "b/y"]
    behind = versions_below(tmp_path / "rules", "a/x")
    assert behind == [tmp_path / "rules" / "a" / "x" / "1.0.0.yaml"]
    loaded = load_file(behind[0], tmp_path / "rules")
    assert loaded is not None
    assert loaded.ids == {"a/x"}
    assert [one.key for one in loaded.diagnostics] == ["id-path.link"]


def test_links_inside_a_folder_are_followed(tmp_path: Path) -> None:
    """An owner's folder may be a link to another place in the same folder."""
    write(tmp_path, ".new/x/1.0.0.yaml", RULE.format(id="a/x", version="1.0.0"))
    (tmp_path / "a").symlink_to(tmp_path / ".new")
    assert found(tmp_path) == [("a/x/1.0.0.yaml", [])]
    assert ids_below(tmp_path) == ["a/x"]


def test_several_folders_stay_in_order(tmp_path: Path) -> None:
    """The rules of the first folder come first."""
    write(tmp_path / "one", "z/x/1.0.0.yaml")
    write(tmp_path / "two", "a/x/1.0.0.yaml")
    assert [path for path, _ in found(tmp_path / "one", tmp_path / "two")] == [
        "z/x/1.0.0.yaml",
        "../two/a/x/1.0.0.yaml",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A missing folder is a diagnostic, not an exception and not an empty catalogue."""
    assert found(tmp_path / "none") == [(".", ["no-file.folder"])]


def test_a_file_that_cannot_be_opened_is_a_file(tmp_path: Path) -> None:
    """A link to nothing at the place of a rule is reported."""
    (tmp_path / "a" / "x").mkdir(parents=True)
    (tmp_path / "a" / "x" / "1.0.0.yaml").symlink_to(tmp_path / "nothing")
    assert found(tmp_path) == [("a/x/1.0.0.yaml", ["no-file.link"])]


@pytest.mark.parametrize("link", [False, True])
def test_a_folder_in_the_place_of_a_rule_is_told(link: bool, tmp_path: Path) -> None:
    """A folder called like a version, or a link to one, is reported as a folder, and not looked into."""
    write(tmp_path, "a/x/tempat/2.0.0.yaml", "teks\n")
    wrong = tmp_path / "a" / "x" / "1.0.0.yaml"
    if link:
        wrong.symlink_to(".")
    else:
        wrong.mkdir()
    assert found(tmp_path) == [("a/x/1.0.0.yaml", ["no-file.is-folder"])]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a/x/1.0.0.yaml", None),
        ("a/x/1.0.0.yaml", "kind: index\nid: a/y\n"),
        ("a/x/1.0.0.yaml", "\N{ZERO WIDTH NO-BREAK SPACE}kind: index\r\n\tx"),
        ("a/x/1.0.0.yml", "kind: index\n"),
        ("a/x/catatan.yaml", "catatan: bukan aturan\n"),
        ("a/x/catatan.yaml", "catatan: [\n"),
    ],
)
def test_a_text_is_read_as_its_file_would_be(tmp_path: Path, path: str, text: str | None) -> None:
    """Whether it holds a rule, lies wrong, or cannot be read; to the hash of its bytes."""
    write(tmp_path, path, text)
    file = tmp_path / path
    with file.open(encoding="utf-8", newline="") as stream:
        assert read_file(stream.read(), file, tmp_path) == load_file(file, tmp_path)


def test_a_text_may_hold_what_no_file_can(tmp_path: Path) -> None:
    """Half a character, or more than a file may have: told, not raised."""
    file = tmp_path / "a" / "x" / "1.0.0.yaml"
    for text, key in (("kind: \ud800\n", "control-character"), ("a: b\n" * 300_000, "file-too-large.size")):
        loaded = read_file(text, file, tmp_path)
        assert loaded is not None
        assert [diagnostic.key for diagnostic in loaded.diagnostics] == [key]


def test_what_a_reading_looks_at(tmp_path: Path) -> None:
    """The same files as it comes upon; a folder that is not there stands for itself."""
    deep = "/".join(f"d{depth}" for depth in range(40))
    looked_at = {"a/x/1.0.0.yaml", "a/x/1.0.0.yml", "catatan.yaml", f"{deep}/a.yaml", "a/x/1.1.0.yaml.txt"}
    looked_at |= {"a/x/1.2.0.YAML"}
    others = {"a/.x/1.0.0.yaml", "a/x/.1.0.0.yaml", "a/x/1.0.0.json", "a/x/y.yaml.txt", "a/1.0.0.yaml.txt"}
    for path in looked_at | others:
        write(tmp_path, path, "a: b")
    below = {os.path.relpath(file, tmp_path) for file, _ in files_below([tmp_path])}
    assert below == looked_at
    assert {path for path in looked_at | others if is_looked_at(tmp_path / path, tmp_path)} == looked_at
    missing = tmp_path / "tidak-ada"
    assert list(files_below([missing])) == [(missing, missing)]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("a/x/1.1.0.yaml.txt", None, "id-path.other-ending"),
        ("a/x/1.1.0.YAML", None, "id-path.other-ending"),
        ("a/x/1.1.0.yaml.bak", "bukan aturan", "id-path.other-ending"),
        ("a/x/1.1.yaml", "kind: index\nformula: [", "id-path.left-out"),
        ("a/x/1.1.yaml", "kind: index\nid: a/x\nformula: [", "yaml-syntax.bracket"),
        ("a/x/1.1.yaml", "id: a/x\nlegal_basis: []", "id-path"),
        ("a/x/1.1.yaml", "\ttab", "id-path.left-out"),
        ("a/x/daftar.yaml", "- satu\n- dua", None),
        ("a/x/kosong.yaml", "# catatan", None),
        ("a/x/laporan.yaml", "report: LKjIP", None),
    ],
)
def test_no_file_that_may_be_a_rule_is_left_out_without_a_word(
    tmp_path: Path, path: str, text: str | None, told: str | None
) -> None:
    """One that states an id stands in the way of that rule; the others are only told."""
    write(tmp_path, "a/x/1.0.0.yaml")
    write(tmp_path, path, text)
    others = [(name, keys) for name, keys in found(tmp_path) if name != "a/x/1.0.0.yaml"]
    assert others == ([] if told is None else [(path, [told])])
    loaded = load_file(tmp_path / path, tmp_path)
    assert (loaded is not None and "a/x" in loaded.ids) == (told is not None)
    in_the_way = loaded is not None and loaded.stands_in_the_way
    assert in_the_way == (told in ("yaml-syntax.bracket", "id-path"))


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders that may not be looked into: as the system has it, whoever runs the tests."""
    folders: list[Path] = []
    scandir = os.scandir

    def guarded(path: str | Path) -> object:
        if any(str(path) == str(folder) for folder in folders):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    return folders


@pytest.mark.parametrize("folder", ["a", "a/x", "lain/dalam"])
def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path, closed: list[Path], folder: str) -> None:
    """And no empty one: rules may lie there."""
    write(tmp_path, "a/x/1.0.0.yaml")
    write(tmp_path, "b/x/1.0.0.yaml")
    write(tmp_path, "lain/dalam/berkas.yaml")
    closed.append(tmp_path / folder)
    told = dict(found(tmp_path))
    assert told[folder] == ["unreadable.folder"]
    assert told["b/x/1.0.0.yaml"] == []


def test_a_rule_whose_folder_cannot_be_read_has_errors(tmp_path: Path, closed: list[Path]) -> None:
    """Whatever version is meant: the bundled rule of that id is not taken in its place."""
    write(tmp_path, "a/x/1.0.0.yaml")
    closed.append(tmp_path / "a" / "x")
    (folder,) = versions_below(tmp_path, "a/x")
    loaded = load_file(folder, tmp_path)
    assert isinstance(loaded, BrokenFile)
    assert "a/x" in loaded.ids
    assert loaded.may_be("7.0.0")
    assert loaded.stands_in_the_way
    assert ids_below(tmp_path) == ["a/x"]


def test_the_folder_of_rules_itself_cannot_be_read(tmp_path: Path, closed: list[Path]) -> None:
    """It says so, and not that it is not there."""
    closed.append(tmp_path)
    assert found(tmp_path) == [(".", ["unreadable.folder"])]
    assert ids_below(tmp_path) == []
    long = tmp_path / ("x" * 5000)
    assert [one.key for one in load_rules([long])[0].diagnostics] == ["unreadable.folder"]
