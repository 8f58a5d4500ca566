"""What is decided before a parser sees a byte."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sakip_rules.loader import RULE_LIMITS, Limits, load_document, parse_document
from sakip_rules.loader.gate import FileError, checked_lines

if TYPE_CHECKING:
    from pathlib import Path

    from sakip_rules.diagnostics import Diagnostic

SMALL = Limits(size=20, lines=3, nodes=5)


def only(diagnostics: list[Diagnostic]) -> tuple[str, int, int]:
    """Key, line and column of the one diagnostic there is."""
    assert len(diagnostics) == 1
    place = diagnostics[0].place
    assert place is not None
    return diagnostics[0].key, place.line, place.column


def load(path: Path, data: bytes, limits: Limits = RULE_LIMITS) -> tuple[str, int, int]:
    """What is wrong with a file of these bytes."""
    path.write_bytes(data)
    document, diagnostics = load_document(path, limits=limits)
    assert document is None
    return only(diagnostics)


def parse(text: str, limits: Limits = RULE_LIMITS) -> tuple[str, int, int]:
    """What is wrong with a text."""
    document, diagnostics = parse_document(text, "a.yaml", limits)
    assert document is None
    return only(diagnostics)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is a diagnostic that names it, not an exception."""
    document, diagnostics = load_document(tmp_path / "a.yaml", name="a.yaml")
    assert document is None
    assert only(diagnostics) == ("no-file", 0, 0)
    assert diagnostics[0].place is not None
    assert diagnostics[0].place.file == "a.yaml"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder cannot be read as a file."""
    assert only(load_document(tmp_path)[1])[0] == "no-file.is-folder"


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """A pipe without a writer does not make the reader wait."""
    os.mkfifo(tmp_path / "pipe")
    assert only(load_document(tmp_path / "pipe")[1])[0] == "no-file.other"


def test_a_device_is_no_file() -> None:
    """A device that never ends is not read."""
    assert only(load_document("/dev/zero")[1])[0] == "no-file.other"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_no_file_can_have(name: str) -> None:
    """A name that the system refuses is a diagnostic, too."""
    assert only(load_document(name)[1])[0] == "unreadable"


def test_bytes_are_counted(tmp_path: Path) -> None:
    """A file of exactly the limit is read, one byte more is too much."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: " + b"x" * 17)
    assert load_document(path, limits=SMALL)[1] == []
    assert load(path, b"a: " + b"x" * 18, SMALL)[0] == "file-too-large.size"


def test_lines_are_counted() -> None:
    """Three lines of three are read, with or without an end of the last; the fourth is too much."""
    assert parse_document("a: 1\nb: 2\n\n", "a.yaml", SMALL)[1] == []
    assert parse_document("a: 1\nb: 2\n#", "a.yaml", SMALL)[1] == []
    assert parse("a: 1\nb: 2\n\n#", SMALL) == ("file-too-large.lines", 4, 1)


def test_characters_of_a_line_are_counted() -> None:
    """4,096 characters are a line, one more is too long; bytes and line ends do not count."""
    assert parse_document("a: 1\r\n#" + "é" * 4095 + "\r\n", "a.yaml")[1] == []
    assert parse("a: 1\n#" + "é" * 4096) == ("file-too-large.line", 2, 4097)


def test_nodes_are_counted() -> None:
    """A map, two keys and two values are five nodes; a sixth is too much."""
    assert parse_document("a: 1\nb: 2", "a.yaml", SMALL)[1] == []
    assert parse("a: 1\nb: [ ]\nc: 3", SMALL) == ("file-too-large.nodes", 3, 1)


def test_nesting_is_counted() -> None:
    """32 lists and maps inside each other are read, 33 are too deep, and 4,000 too, at once."""
    assert parse_document("a: " + "[" * 31 + "]" * 31, "a.yaml")[1] == []
    assert parse("a: " + "[" * 32 + "]" * 32) == ("file-too-large.nesting", 1, 35)
    assert parse("a: " + "[" * 4000)[0] == "file-too-large.nesting"


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    """Columns count from behind the mark."""
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\n")
    document, diagnostics = load_document(tmp_path / "a.yaml")
    assert diagnostics == []
    assert document is not None
    assert document.key_place(("a",)).column == 1


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    """The place is that of the first wrong byte."""
    assert load(tmp_path / "a.yaml", b"a: \xc3\xa9\nb: x\xffy\n") == ("yaml-syntax.not-utf-8", 2, 5)


@pytest.mark.parametrize("begin", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"%PDF-1.7"])
def test_a_file_of_another_program_is_one_mistake(tmp_path: Path, begin: bytes) -> None:
    """Whatever its name ends in, and not one for each of its characters."""
    assert load(tmp_path / "a.yaml", begin + b"\x00\x01\x02kind: index")[0] == "yaml-syntax.program"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_of_a_windows_redirection_is_named(tmp_path: Path, encoding: str) -> None:
    """UTF-16 with its mark: one byte that cannot be read would say nothing."""
    text = "\ufeffa: 1" if encoding.endswith("be") else "a: 1"
    assert load(tmp_path / "a.yaml", text.encode(encoding))[0] == "yaml-syntax.utf-16"


@pytest.mark.parametrize(
    "character",
    [
        *("\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\r"),
        *("\u2028", "\u2029", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"),
        *("\ufeff", "\uffff"),
    ],
)
@pytest.mark.parametrize("text", ["a: 1\nb: x{}y\n", "a: 1\nb: {}  # x\n", "a: 1\n#: {} x\n"])
def test_control_characters(character: str, text: str) -> None:
    """A character that steers a terminal, reorders a line or is not seen is refused, wherever it stands."""
    assert parse(text.format(character)) == ("control-character", 2, text.split("\n")[1].index("{}") + 1)


def test_tabs() -> None:
    """A tab is a control character, with a hint of its own."""
    assert parse("a:\t1") == ("control-character.tab", 1, 3)


def test_an_indent_of_several_tabs_is_one_mistake() -> None:
    """But each line is told, and a tab behind something else."""
    with pytest.raises(FileError) as caught:
        checked_lines("a:\n\t\t\tb: 1\n\tc:\t1\n", "a.yaml", RULE_LIMITS)
    places = [fault.place for fault in caught.value.diagnostics]
    assert [(place.line, place.column) for place in places if place] == [(2, 1), (3, 1), (3, 4)]


def test_every_control_character_is_reported() -> None:
    """All of a file are found in one go, as many as are shown."""
    assert len(parse_document("a: \x01\x02\nb: \x03", "a.yaml")[1]) == 3
    assert len(parse_document("a: " + "\x01" * 3000, "a.yaml")[1]) == 50


@pytest.mark.parametrize("escape", [r"\x07", r"\u202E", r"\t", r"\N", r"\L", r"\e", r"\0", r"\r", r"\uFEFF"])
def test_escapes_write_no_control_characters(escape: str) -> None:
    """What may not stand in a file may not be written as an escape either."""
    document, diagnostics = parse_document(f'a: "x{escape}y"', "a.yaml")
    assert document is not None
    assert only(diagnostics)[0].startswith("control-character")


def test_escaped_line_ends_are_allowed() -> None:
    """A line end is no control character."""
    document, diagnostics = parse_document(r'a: "x\ny"', "a.yaml")
    assert (document and document.plain(), diagnostics) == ({"a": "x\ny"}, [])
