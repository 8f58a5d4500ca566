"""Packed files: strangers' bytes, which claim one thing and are another."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.workbooks import MAIN, pack, xlsx

from sakip_rules import DataError
from sakip_rules.sheets import REPORT_TABLES, SheetLimits, open_book
from sakip_rules.sheets.packed import PARTS, Package

SMALL = SheetLimits(size=10**6, unpacked=10**6, cells=1_000)


def refused(file: Path, limits: SheetLimits = REPORT_TABLES) -> str:
    """The key of the only mistake that reading a file gives."""
    with pytest.raises(DataError) as caught, open_book(file, file.name, limits) as book:
        book.whole()
    (mistake,) = caught.value.diagnostics
    return mistake.key


@pytest.mark.broad
def test_what_is_unpacked_is_counted_and_not_believed(tmp_path: Path) -> None:
    """A part that says it has one byte, and has a hundred million."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/worksheets/sheet1.xml": " " * 10**8})
    data = bytearray(file.read_bytes())
    at = data.rfind(b"xl/worksheets/sheet1.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = (1).to_bytes(4, "little")
    lying = tmp_path / "b.xlsx"
    lying.write_bytes(data)
    assert refused(file) == "file-too-large.unpacked"
    assert refused(lying) in {"file-too-large.unpacked", "sheet-syntax.broken"}


@pytest.mark.broad
def test_parts_and_their_list_are_counted(tmp_path: Path) -> None:
    """A million empty parts take minutes to list."""
    many = {"[Content_Types].xml": "", **{f"xl/{at}": "" for at in range(PARTS)}}
    assert refused(pack(tmp_path / "a.xlsx", many)) == "file-too-large.parts"
    long = {"[Content_Types].xml": "", **{f"xl/{at}-{'x' * 60_000}": "" for at in range(40)}}
    assert refused(pack(tmp_path / "b.xlsx", long)) == "sheet-syntax.broken"


def test_cells_are_counted(tmp_path: Path) -> None:
    """Whatever the sheet says of its size."""
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 1_002))
    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:A2"/><sheetData>{rows}</sheetData></worksheet>'
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/worksheets/sheet1.xml": sheet})
    assert refused(file, SMALL) == "file-too-large.sheet"


def test_entities_are_refused_where_they_are_declared(tmp_path: Path) -> None:
    """They grow to gigabytes, or name a file of this machine."""
    bomb = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&a;&b;</worksheet>'
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"):
        file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={part: bomb})
        assert refused(file) == "sheet-syntax.entities"


@pytest.mark.parametrize("kept", [10, 40, 200, -200, -30, -1])
def test_a_file_that_breaks_off_is_broken(kept: int, tmp_path: Path) -> None:
    """At its beginning, in a part, in its list, in its last bytes."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x" * 3_000}})
    file.write_bytes(file.read_bytes()[:kept])
    assert refused(file) == "sheet-syntax.broken"


def test_a_part_that_was_changed_is_broken(tmp_path: Path) -> None:
    """Each byte of the packed parts stands for something."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x" * 500}})
    data = file.read_bytes()
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    file.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
    assert refused(file) == "sheet-syntax.broken"


def test_other_ways_of_packing_are_refused(tmp_path: Path) -> None:
    """Workbooks are deflated; what others unpack to is not to be known."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}})
    with zipfile.ZipFile(file) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert refused(pack(tmp_path / "b.xlsx", parts, zipfile.ZIP_LZMA)) == "sheet-syntax.broken"


def test_a_locked_part_is_said_to_be_locked(tmp_path: Path) -> None:
    """Its flag says so."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}})
    data = bytearray(file.read_bytes())
    position = data.find(b"PK\x01\x02")
    while position >= 0:
        data[position + 8] |= 1
        position = data.find(b"PK\x01\x02", position + 4)
    file.write_bytes(data)
    assert refused(file) == "sheet-syntax.encrypted"


def test_a_part_that_is_not_there_is_a_broken_file(tmp_path: Path) -> None:
    """The workbook names a sheet, and has none."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/_rels/workbook.xml.rels": "<R/>"})
    assert refused(file) == "sheet-syntax.broken"


def test_small_parts_are_read_to_their_limit(tmp_path: Path) -> None:
    """And a part that is not there is empty."""
    file = pack(tmp_path / "a.zip", {"a": b"x" * 3_000_000})
    with Package(str(file), "a.zip", REPORT_TABLES) as package:
        assert len(package.small("a")) == 1024 * 1024
        assert package.small("b") == b""
