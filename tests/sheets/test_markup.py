"""XML in pieces: its depth and its attributes are counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workbooks import MAIN, xlsx

from sakip_rules import DataError
from sakip_rules.sheets import open_book
from sakip_rules.sheets.markup import short


@pytest.mark.parametrize(
    "sheet",
    [
        "<a>" * 100_000,
        f"<worksheet {' '.join(f'a{at}=' + chr(34) + chr(34) for at in range(5_000))}/>",
        f'<?xml version="1.0" encoding="utf-7"?><worksheet xmlns="{MAIN}"/>',
        b"\xff\xfe<\x00",
        "",
        "\x00",
    ],
)
def test_a_document_that_no_program_writes_is_broken(sheet: str | bytes, tmp_path: Path) -> None:
    """Too deep, too wide, in an odd alphabet, or no document at all."""
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(DataError, match="sheet-syntax"), open_book(file) as book:
        book.whole()


def test_names_are_without_their_space() -> None:
    """But for those that LibreOffice adds beside others of the same name."""
    assert short(f"{MAIN}}}row") == "row"
    assert short("row") == "row"
    assert short("urn:org:documentfoundation:calcext:1.0}value-type") == "calcext:value-type"
