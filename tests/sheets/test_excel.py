"""Workbooks of Excel: what their cells hold, and what openpyxl says they hold."""

from __future__ import annotations

import datetime
import random
import time
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # a second reader, for tests only
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no types
from tests.workbooks import MAIN, xlsx

from sakip_rules import DataError
from sakip_rules.sheets import Sheet, SheetCell, open_book


def read(file: Path) -> list[Sheet]:
    """All sheets of a workbook."""
    with open_book(file, file.name) as book:
        assert book.kind == "xlsx"
        return book.whole()


def only(file: Path) -> dict[str, SheetCell]:
    """The cells of the only sheet, by name."""
    (sheet,) = read(file)
    return {sheet.place(row, column).cell: cell for row in sheet.rows for column, cell in row.cells.items()}


def test_texts_numbers_and_truths_are_what_they_are(tmp_path: Path) -> None:
    """With what their format shows."""
    cells = only(
        xlsx(
            tmp_path / "a.xlsx",
            {
                "Capaian": {
                    "A1": "Meningkatnya\nkesejahteraan",
                    "B1": ("n", "0.29420000000000002", "0.00%"),
                    "C1": ("n", "29.399999999999999", "0.00"),
                    "D1": ("b", "1"),
                    "E1": ("b", "0"),
                    "F1": ("str", "29,42"),
                    "AA2": ("n", "7"),
                }
            },
        )
    )
    assert {name: (cell.text, cell.kind, cell.shown, cell.percent) for name, cell in cells.items()} == {
        "A1": ("Meningkatnya kesejahteraan", "text", "", False),
        "B1": ("0.2942", "number", "29.42", True),
        "C1": ("29.4", "number", "29.40", False),
        "D1": ("ya", "truth", "", False),
        "E1": ("tidak", "truth", "", False),
        "F1": ("29,42", "text", "", False),
        "AA2": ("7", "number", "7", False),
    }


def test_cells_that_lie_say_so(tmp_path: Path) -> None:
    """An error, a date, a formula that nobody computed and lost digits are no data."""
    cells = only(
        xlsx(
            tmp_path / "a.xlsx",
            {
                "Capaian": {
                    "A1": ("e", "#DIV/0!"),
                    "B1": ("n", "45323", "d/m"),
                    "C1": ("n", "<f>A1*2</f><v></v>"),
                    "D1": ("n", "198503122010011005"),
                    "E1": ("n", "1E+400"),
                    "F1": ("d", "2024-02-01"),
                    "G1": ("str", "<f>IF(A1,1,&quot;&quot;)</f><v></v>"),
                }
            },
        )
    )
    assert {name: cell.refusal for name, cell in cells.items()} == {
        "A1": "bad-cell.error",
        "B1": "bad-cell.date",
        "C1": "bad-cell.formula",
        "D1": "bad-cell.number-digits",
        "E1": "bad-cell.number-none",
        "F1": "bad-cell.date",
    }


def test_hidden_and_merged_cells_are_read_and_known(tmp_path: Path) -> None:
    """A person does not see them: whoever uses them can say so."""
    file = xlsx(
        tmp_path / "a.xlsx",
        {"Data": {"A1": "x", "C1": "y", "A2": "z"}, "Lama": {"A1": "w"}},
        before='<cols><col min="3" max="3" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        rows={2: ' hidden="1"'},
        hidden=("Lama",),
    )
    first, second = read(file)
    assert [row.hidden for row in first.rows] == [False, True]
    assert first.hidden_columns == {3}
    assert first.merged == ((1, 1, 2, 2),)
    assert (first.hidden, second.hidden) == (False, True)


def test_a_far_cell_costs_what_a_near_one_costs(tmp_path: Path) -> None:
    """Nothing is made for the cells between."""
    cells = only(xlsx(tmp_path / "a.xlsx", {"S": {"A1": "dekat", "XFD1048576": "jauh"}}))
    assert {name: cell.text for name, cell in cells.items()} == {"A1": "dekat", "XFD1048576": "jauh"}


@pytest.mark.parametrize(
    "cells",
    [
        {"B1": "x", "A1": "y"},
        {"A1": ("s", "9")},
        {"A1": ("s", "-1")},
        {"A1": ("wat", "1")},
        {"ZZZ1": "x"},
    ],
)
def test_a_sheet_out_of_order_is_refused(cells: dict[str, str], tmp_path: Path) -> None:
    """What no program writes could be read in more than one way."""
    with pytest.raises(DataError, match="sheet-syntax"):
        only(xlsx(tmp_path / "a.xlsx", {"S": cells}))


@pytest.mark.parametrize(
    "body",
    [
        '<row r="2"><c r="A2"/></row><row r="1"><c r="A1"/></row>',
        '<row r="1"><c r="A2"/></row>',
        '<row r="1"><c r="A1"/><c r="A1"/></row>',
        '<row r="1048577"/>',
        '<row r="-1"/>',
        "<row><c>",
        "<row>&bomb;</row>",
    ],
)
def test_rows_that_contradict_each_other_are_refused(body: str, tmp_path: Path) -> None:
    """Or that break off."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    file = xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(DataError, match="sheet-syntax"):
        only(file)


def test_rows_and_cells_without_a_name_follow_the_one_before(tmp_path: Path) -> None:
    """Some programs leave the names out."""
    body = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>'
    sheet = (
        sheet.replace("<row", "<x:row")
        .replace("</row", "</x:row")
        .replace("<c", "<x:c")
        .replace("</c", "</x:c")
    )
    sheet = sheet.replace("<v", "<x:v").replace("</v", "</x:v")
    cells = only(xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, parts={"xl/worksheets/sheet1.xml": sheet}))
    assert {name: cell.text for name, cell in cells.items()} == {"A1": "1", "B1": "2", "A2": "3"}


def test_shared_texts_are_joined_from_their_runs(tmp_path: Path) -> None:
    """Without what is only said beside them; characters that XML cannot hold come back."""
    texts = (
        f'<sst xmlns="{MAIN}"><si><r><t>Nilai </t></r><r><t>SAKIP</t></r><rPh><t>ni</t></rPh></si>'
        "<si><t>a_x000D_b</t></si></sst>"
    )
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        '<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    file = xlsx(
        tmp_path / "a.xlsx",
        {"S": {"A1": ("s", "0"), "B1": ("s", "1")}},
        parts={"xl/sharedStrings.xml": texts, "xl/_rels/workbook.xml.rels": relations},
    )
    assert [cell.text for cell in only(file).values()] == ["Nilai SAKIP", "a b"]


def test_macros_are_said_and_not_run(tmp_path: Path) -> None:
    """Nothing in a workbook is run; what it saved is read."""
    file = xlsx(tmp_path / "a.xlsm", {"S": {"A1": "x"}}, parts={"xl/vbaProject.bin": b"\xd0\xcf"})
    with open_book(file) as book:
        assert [note.key for note in book.notes] == ["odd-cell.macros"]
        assert book.whole()[0].rows[0].text(1) == "x"


def test_openpyxl_reads_the_same_from_what_another_program_wrote(tmp_path: Path) -> None:
    """A second reader, written by others, on a workbook of every kind of cell."""
    file = tmp_path / "a.xlsx"
    chance = random.Random(12)  # noqa: S311 - cells for a test
    with xlsxwriter.Workbook(file) as made:
        styles = [made.add_format({"num_format": code}) for code in ("0.00%", "#,##0.0", "General", "0")]
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        for name in ("Satu", "Dua & tiga"):
            sheet = made.add_worksheet(name)
            for row in range(40):
                sheet.write_string(row, 0, chance.choice(["a", "ü – “x”", " tepi ", "<&>", "1.250"]))
                sheet.write_number(row, 1, chance.uniform(-1e6, 1e6), chance.choice(styles))
                sheet.write_number(row, 3, chance.randrange(10**12))
                sheet.write_boolean(row, 4, chance.random() < 0.5)
                sheet.write_datetime(row, 5, datetime.date(2020, 1, 1 + row % 28), day)
                sheet.write_formula(row, 6, "=1/0", None, "#DIV/0!")
                sheet.write_formula(row, 7, "=1+1", None, 2)
    other = openpyxl.load_workbook(file, data_only=True)
    for sheet in read(file):
        theirs = other[sheet.name]
        ours = {(row.line, at): cell for row in sheet.rows for at, cell in row.cells.items()}
        assert ours.keys() == {(c.row, c.column) for row in theirs for c in row if c.value is not None}
        for (line, column), cell in ours.items():
            _agrees(cell, theirs.cell(line, column))


def _agrees(cell: SheetCell, theirs: openpyxl.cell.Cell) -> None:
    match cell.kind:
        case "number":
            assert float(cell.text) == float(f"{theirs.value:.15g}")
            assert cell.percent == ("%" in theirs.number_format)
        case "truth":
            assert (cell.text == "ya") is theirs.value
        case "date":
            assert theirs.is_date
        case "error":
            assert (cell.text, theirs.data_type) == (theirs.value, "e")
        case "text":
            assert cell.text == theirs.value


def test_columns_that_are_hidden_over_and_over_are_counted_once(tmp_path: Path) -> None:
    """A packed mebibyte of them took minutes."""
    hidden = "<cols>" + '<col min="2" max="16384" hidden="1"/>' * 30_000 + "</cols>"
    begun = time.process_time()
    (sheet,) = read(xlsx(tmp_path / "a.xlsx", {"S": {"A1": "x"}}, before=hidden))
    assert sheet.hidden_columns == frozenset(range(2, 16_385))
    assert time.process_time() - begun < 3
