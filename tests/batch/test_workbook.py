"""The rows of a run as a workbook that a person opens."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from tests.spreadsheets import cells_of

from sakip_rules.batch.workbook import Cells, DoesNotFitError, plain, write_sheet

HEADS = ["instansi", "report_year", "value"]
ROWS: list[Cells] = [
    ["Dinas Pangan dan Pertanian", ["2023"], ["98.50"]],
    ["=1+1", None, ["12345678901234567.5"]],
]


def written(rows: list[Cells], heads: list[str]) -> bytes:
    """A workbook of some rows."""
    out = io.BytesIO()
    write_sheet(heads, iter(rows), ("report_year",), out)
    return out.getvalue()


def test_the_head_stays_in_sight_and_on_paper() -> None:
    """It is frozen, filtered, and repeated; columns are as wide as what they hold."""
    with zipfile.ZipFile(io.BytesIO(written(ROWS, HEADS))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        book = archive.read("xl/workbook.xml").decode()
    assert 'topLeftCell="A2"' in sheet
    assert '<autoFilter ref="A1:C3"/>' in sheet
    assert "data!$1:$1</definedName>" in book
    widths = [float(width) for width in re.findall(r'<col min="\d" max="\d" width="([\d.]+)"', sheet)]
    assert widths[0] > 20 > widths[1]


def test_numbers_are_numbers_with_their_decimals() -> None:
    """A year has no thousands; more digits than a sheet keeps are a text, as is what looks like a formula."""
    made = written(ROWS, HEADS)
    cells = {place: cell.value for (_, place), cell in cells_of(made).items()}
    assert (cells["B2"], cells["C2"]) == (2023, 98.5)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        styles = archive.read("xl/styles.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    formats = re.findall(r'<xf numFmtId="(\d+)"', styles[styles.index("<cellXfs") :])
    texts = dict(re.findall(r'<c r="(\w+)" t="inlineStr"><is><t>([^<]*)<', sheet))
    assert (texts["A3"], texts["C3"]) == ("=1+1", "12345678901234567.5")
    used = {cell: formats[int(style)] for cell, style in re.findall(r'<c r="(\w+)" s="(\d+)"', sheet)}
    own = dict(re.findall(r'<numFmt numFmtId="(\d+)" formatCode="([^"]+)"', styles))
    assert (used["B2"], own[used["C2"]]) == ("1", "#,##0.00")  # 1 is `0` in every workbook


@pytest.mark.parametrize(
    ("number", "is_number"),
    [
        ("1" + "0" * 299, True),
        ("-1" + "0" * 299, True),
        ("1" + "0" * 399, False),
        ("0." + "0" * 29 + "1", True),
        ("0." + "0" * 399 + "1", False),
        ("100.50", True),
        ("-0.00", True),
    ],
)
def test_numbers_that_no_sheet_can_hold_or_show_are_texts(number: str, is_number: bool) -> None:
    """Few digits, but far from the point."""
    with zipfile.ZipFile(io.BytesIO(written([[[number]]], ["x"]))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert (f"<t>{number}</t>" not in sheet) == is_number


def test_equal_rows_give_equal_bytes() -> None:
    """Whenever they are written."""
    assert written(ROWS, HEADS) == written(ROWS, HEADS)


def test_what_a_sheet_cannot_hold_is_refused() -> None:
    """Too many columns, too long a text."""
    for rows, heads in (([], ["x"] * 16_385), ([["y" * 32_768]], ["x"]), ([], ["x" * 32_768])):
        with pytest.raises(DoesNotFitError):
            written(rows, heads)  # type: ignore[arg-type]  # rows of texts alone


def test_a_cell_has_one_text() -> None:
    """Whether it is a number or not."""
    assert plain(["1.50"]) == plain("1.50") == "1.50"
    assert plain(None) is None
