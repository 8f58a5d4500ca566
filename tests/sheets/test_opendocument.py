"""OpenDocument sheets: what their cells hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workbooks import ods

from sakip_rules import DataError
from sakip_rules.sheets import REPORT_TABLES, Sheet, SheetCell, SheetLimits, open_book


def read(file: Path, limits: SheetLimits = REPORT_TABLES) -> list[Sheet]:
    """All sheets of a file."""
    with open_book(file, file.name, limits) as book:
        assert book.kind == "ods"
        return book.whole()


def only(file: Path) -> dict[str, SheetCell]:
    """The cells of the only sheet, by name."""
    (sheet,) = read(file)
    return {sheet.place(row, column).cell: cell for row in sheet.rows for column, cell in row.cells.items()}


def table(body: str) -> str:
    """A table with rows."""
    return f'<table:table table:name="Capaian">{body}</table:table>'


def cell(attributes: str, text: str = "") -> str:
    """A row with one cell."""
    shown = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-row><table:table-cell {attributes}>{shown}</table:table-cell></table:table-row>"


@pytest.mark.parametrize(
    ("attributes", "text", "wanted"),
    [
        ('office:value-type="float" office:value="29.4"', "29,40", SheetCell("29.4", "number", 1, "29.40")),
        (
            'office:value-type="percentage" office:value="0.2942"',
            "29,42%",
            SheetCell("0.2942", "number", 1, "29.42", percent=True),
        ),
        (
            'office:value-type="currency" office:value="1250"',
            "Rp1.250,00",
            SheetCell("1250", "number", 1, "1250.00"),
        ),
        ('office:value-type="boolean" office:boolean-value="true"', "BENAR", SheetCell("ya", "truth")),
        ('office:value-type="boolean" office:boolean-value="false"', "SALAH", SheetCell("tidak", "truth")),
        ('office:value-type="string"', "29,42", SheetCell("29,42")),
        (
            'office:value-type="date" office:date-value="2024-02-01"',
            "01/02/24",
            SheetCell("2024-02-01", "date"),
        ),
        ('office:value-type="time" office:time-value="PT01H30M"', "01:30", SheetCell("PT01H30M", "date")),
        (
            'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
            "#DIV/0!",
            SheetCell("#DIV/0!", "error", fault="bad-cell.error"),
        ),
        (
            'table:formula="of:=1/0" office:value-type="float" office:value="0"',
            "#DIV/0!",
            SheetCell("#DIV/0!", "error", fault="bad-cell.error"),
        ),
        ('table:formula="of:=1+1"', "", SheetCell("=", "error", fault="bad-cell.formula")),
        (
            'office:value-type="float" office:value="1E+400"',
            "1",
            SheetCell("1E+400", "error", fault="bad-cell.number-none"),
        ),
    ],
)
def test_a_cell_is_what_its_type_says(attributes: str, text: str, wanted: SheetCell, tmp_path: Path) -> None:
    """And shows as many decimals as its text does, in any language; an error is never nothing."""
    assert only(ods(tmp_path / "a.ods", table(cell(attributes, text)))) == {"A1": wanted}


def test_repeated_cells_and_rows_stand_where_they_are_seen(tmp_path: Path) -> None:
    """A million empty rows at the end are no rows."""
    string = 'office:value-type="string"'
    body = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"/>'
        f'<table:table-cell table:number-columns-repeated="2" {string}><text:p>x</text:p></table:table-cell>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>'
    )
    found = only(ods(tmp_path / "a.ods", table(body)))
    assert list(found) == ["C4", "D4", "C5", "D5"]


def test_texts_of_several_lines_and_without_notes(tmp_path: Path) -> None:
    """A note beside a cell is not its text; blanks that are counted are blanks."""
    body = (
        '<table:table-row><table:table-cell office:value-type="string">'
        "<office:annotation><text:p>catatan</text:p></office:annotation>"
        "<text:p>Nilai<text:s text:c='2'/><text:span>SAKIP</text:span></text:p><text:p>2020</text:p>"
        "</table:table-cell></table:table-row>"
    )
    assert only(ods(tmp_path / "a.ods", table(body)))["A1"].text == "Nilai  SAKIP 2020"


def test_hidden_and_merged_cells_are_read_and_known(tmp_path: Path) -> None:
    """As in a workbook of Excel; what a formula keeps of another file is no sheet."""
    body = (
        '<table:table table:name="Lama" table:style-name="t1">'
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"'
        ' table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>x</text:p>'
        "</table:table-cell>"
        "<table:covered-table-cell/></table:table-row></table:table>"
        "<table:table table:name=\"'file:///lain.ods'#Data\">"
        "<table:table-row><table:table-cell office:value-type='string'><text:p>y</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    styles = (
        '<style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    (sheet,) = read(ods(tmp_path / "a.ods", body, styles=styles))
    assert (sheet.name, sheet.hidden, set(sheet.hidden_columns)) == ("Lama", True, {2})
    assert sheet.merged == ((1, 1, 2, 2),)
    assert [row.hidden for row in sheet.rows] == [True]


def test_repetition_is_counted_before_it_is_made(tmp_path: Path) -> None:
    """A thousand rows of a thousand cells in a file of some bytes."""
    body = (
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
        ' table:number-columns-repeated="1000" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
    )
    with pytest.raises(DataError, match="file-too-large"):
        read(ods(tmp_path / "a.ods", table(body)))
