"""What a file is, whatever it is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.workbooks import ods, pack, xlsx

from sakip_rules import DataError
from sakip_rules.sheets import table_kind

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(file: Path) -> tuple[str, str]:
    """The key and the message of the mistake that a file gives."""
    with pytest.raises(DataError) as caught:
        table_kind(str(file), file.name)
    (mistake,) = caught.value.diagnostics
    return mistake.key, mistake.message("en")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"<html><table>", "HTML"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html>", "HTML"),
        (b"<?xml version='1.0'?><Workbook/>", "HTML"),
        (b"{\\rtf1", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"PK\x05\x06" + bytes(18), "ZIP"),
    ],
)
def test_what_is_no_table_is_named(data: bytes, said: str, tmp_path: Path) -> None:
    """Agencies send tables as pages of the web that are called .xls."""
    file = tmp_path / "tabel.xls"
    file.write_bytes(data)
    key, message = refused(file)
    assert key == "sheet-syntax.other-kind"
    assert said in message


def test_old_and_locked_workbooks_are_told_apart(tmp_path: Path) -> None:
    """Both are containers of old Office files."""
    file = tmp_path / "tabel.xlsx"
    file.write_bytes(OLE + bytes(600) + "Workbook".encode("utf-16-le"))
    assert refused(file)[0] == "sheet-syntax.old-excel"
    file.write_bytes(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert refused(file)[0] == "sheet-syntax.encrypted"


def test_packed_files_are_what_their_parts_are(tmp_path: Path) -> None:
    """A document of Word, a binary workbook, a locked sheet, a presentation, anything else."""
    file = tmp_path / "tabel.xlsx"
    assert "Word" in refused(pack(file, {"word/document.xml": ""}))[1]
    assert refused(pack(file, {"xl/workbook.bin": ""}))[0] == "sheet-syntax.binary"
    assert "ZIP" in refused(pack(file, {"a.txt": ""}))[1]
    locked = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refused(ods(file, "", parts=locked))[0] == "sheet-syntax.encrypted"
    slides = {"mimetype": "application/vnd.oasis.opendocument.presentation"}
    assert "OpenDocument" in refused(ods(file, "", parts=slides))[1]


@pytest.mark.parametrize(
    ("name", "warned"),
    [("a.csv", ["odd-cell.ending"]), ("a.xlsx", []), ("a.xls", ["odd-cell.ending"]), ("a", [])],
)
def test_a_wrong_ending_is_said_and_stops_nobody(name: str, warned: list[str], tmp_path: Path) -> None:
    """The file is read as what it holds."""
    kind, notes = table_kind(str(xlsx(tmp_path / name, {"S": {"A1": "x"}})), name)
    assert kind == "xlsx"
    assert [note.key for note in notes] == warned


def test_text_is_a_table_too(tmp_path: Path) -> None:
    """Whatever its ending; an empty file as well."""
    for name, data in (("a.csv", b"a;b"), ("a.txt", b"\xe9;b"), ("b", b"")):
        (tmp_path / name).write_bytes(data)
        assert table_kind(str(tmp_path / name), name) == ("text", [])


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to, a name that nothing has."""
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe")[0] == "no-file.other"
    assert refused(tmp_path / "tidak-ada.csv")[0] == "no-file"
    assert refused(tmp_path)[0].startswith(("no-file.", "unreadable"))
