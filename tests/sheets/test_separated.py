"""Text with separators: what a file says, wherever it was saved."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules import DataError
from sakip_rules.sheets import REPORT_TABLES, SheetLimits, SheetRow, open_book
from sakip_rules.sheets.separated import RECORD

INDONESIAN = "Indikator;Target;Realisasi\nKemiskinan;12,5;11,9\nPengangguran;4,8;5,1\n"


def read(data: bytes | str, folder: Path, limits: SheetLimits = REPORT_TABLES) -> list[SheetRow]:
    """The rows of a text file."""
    file = folder / "tabel.csv"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    with open_book(file, "tabel.csv", limits) as book:
        return list(book.sheet().rows)


def texts(rows: list[SheetRow]) -> list[list[str]]:
    """The texts of rows."""
    return [[cell.text for cell in row.cells.values()] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        INDONESIAN,
        INDONESIAN.replace("\n", "\r\n"),
        INDONESIAN.replace(";", "\t"),
        INDONESIAN.replace(";", "|"),
        INDONESIAN.replace(",", ".").replace(";", ",").replace("12.5", '"12,5"').replace("11.9", '"11,9"'),
        "sep=;\n" + INDONESIAN,
        "LAPORAN KINERJA, TAHUN 2020\n\n" + INDONESIAN,
    ],
)
def test_the_separator_is_the_one_that_cuts_rows_alike(text: str, tmp_path: Path) -> None:
    """A decimal comma, a title with a comma and a quoted comma separate nothing."""
    rows = texts(read(text, tmp_path))[-3:]
    assert rows[0] == ["Indikator", "Target", "Realisasi"]
    assert rows[1] == ["Kemiskinan", "12,5", "11,9"]


def test_an_escaped_bar_parts_no_cells(tmp_path: Path) -> None:
    r"""`\|` in a table of Markdown; between other separators it is what it is."""
    rows = texts(read("|Indikator|Target|\n|---|---|\n|A \\| B|1|\n", tmp_path))
    assert rows[2] == ["A | B", "1"]
    assert texts(read("Indikator;Target\nA \\| B;1\n", tmp_path))[1] == ["A \\| B", "1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_mark_of_an_encoding_is_no_part_of_the_first_cell(encoding: str, tmp_path: Path) -> None:
    """Excel writes UTF-8 with a mark, and UTF-16 as "Unicode text"."""
    rows = texts(read("é;Target\na–b;1\n".encode(encoding), tmp_path))
    assert rows == [["é", "Target"], ["a–b", "1"]]


def test_windows_1252_is_read_and_named(tmp_path: Path) -> None:
    """What old Excel writes is no UTF-8: it is converted, and said."""
    file = tmp_path / "tabel.csv"
    file.write_bytes("Indikator;“Baik”\nPrés;1\n".encode("cp1252"))
    with open_book(file) as book:
        assert [note.key for note in book.notes] == ["odd-cell.windows-1252"]
        assert texts(list(book.sheet().rows)) == [["Indikator", "“Baik”"], ["Prés", "1"]]


def test_what_is_neither_utf_8_nor_windows_1252_is_refused(tmp_path: Path) -> None:
    """A byte that Windows-1252 leaves open would be read as something that nobody wrote."""
    with pytest.raises(DataError, match="sheet-syntax"):
        read(b"a;b\n\x81;\xff\n", tmp_path)


def test_a_cell_may_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    """A record over several lines has the place of its first; the next one its own line."""
    rows = read('a;b\n"satu; ""dua""\nbaris kedua";2\nc;3\n', tmp_path)
    assert texts(rows) == [["a", "b"], ['satu; "dua" baris kedua', "2"], ["c", "3"]]
    assert [row.line for row in rows] == [1, 2, 4]


def test_a_quote_inside_a_cell_is_a_letter(tmp_path: Path) -> None:
    """Pipes of 5" are no text between quotes."""
    assert texts(read('Pipa 5";2\nPipa 6" dan 8";3\n', tmp_path)) == [
        ['Pipa 5"', "2"],
        ['Pipa 6" dan 8"', "3"],
    ]


def test_a_quote_that_is_not_closed_is_found_where_it_opens(tmp_path: Path) -> None:
    """Else the rest of the file would be one cell."""
    with pytest.raises(DataError) as caught:
        read('a;b\nc;"d\ne;f\n', tmp_path)
    (mistake,) = caught.value.diagnostics
    assert (mistake.key, mistake.line) == ("sheet-syntax.quote", 2)
    assert mistake.place is not None
    assert mistake.place.column == 3


def test_the_place_of_a_cell_is_its_line_and_character(tmp_path: Path) -> None:
    """A diagnostic can point at it as at any text."""
    file = tmp_path / "tabel.csv"
    file.write_text("a;b\nkata;29,42;x\n", "utf-8")
    with open_book(file, "tabel.csv") as book:
        sheet = book.sheet()
        row = list(sheet.rows)[1]
        place = sheet.place(row, 2)
    assert (place.within, place.width, place.source) == ("2:6", 5, "kata;29,42;x")


def test_characters_that_steer_a_terminal_are_refused(tmp_path: Path) -> None:
    """As in any other file; marks that nobody sees are only taken out."""
    with pytest.raises(DataError, match="control-character"):
        read("a;b\n\x1b[31m;1\n", tmp_path)
    assert texts(read("a;b\nper\u00adsen\u200b;\u00a05\u00a0\n", tmp_path)) == [["a", "b"], ["persen", " 5 "]]


def test_cells_and_characters_of_a_record_are_counted(tmp_path: Path) -> None:
    """Nothing is read without end."""
    small = SheetLimits(size=10**9, unpacked=0, cells=5)
    assert len(read("a;b\n" * 2, tmp_path, small)) == 2
    with pytest.raises(DataError, match="file-too-large"):
        read("a;b\n" * 3, tmp_path, small)
    with pytest.raises(DataError, match="file-too-large"):
        read('a;"' + "x" * RECORD, tmp_path)


@given(
    st.lists(st.lists(st.text("ab;,\"|'\t 12\n", max_size=8), min_size=2, max_size=4), min_size=1, max_size=4)
)
def test_what_is_written_between_quotes_comes_back(table: list[list[str]]) -> None:
    """Each cell of a file in which all cells are quoted is what was quoted, on one line."""
    import tempfile  # noqa: PLC0415 - Hypothesis asks often, and a fixture is made once

    lines = ["sep=;", *(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)]
    with tempfile.TemporaryDirectory() as folder:
        rows = read("\n".join(lines) + "\n", Path(folder))
    wanted = [{at: cell for at, cell in enumerate(row, 1) if cell.strip()} for row in table]
    found = [{at: cell.text for at, cell in row.cells.items()} for row in rows]
    assert found == [{at: _on_one_line(cell) for at, cell in row.items()} for row in wanted if row]


def _on_one_line(cell: str) -> str:
    """A run of line ends and tabs becomes one blank."""
    made, was_break = "", False
    for letter in cell:
        is_break = letter in "\n\t"
        made += "" if is_break and was_break else " " if is_break else letter
        was_break = is_break
    return made


def test_lines_behind_a_quote_that_is_never_closed_are_looked_at_once(tmp_path: Path) -> None:
    """Looked at again with every line, these 16 kB took half a minute, and a mebibyte a day."""
    begun = time.process_time()
    with pytest.raises(DataError, match="kutip"):
        read('a;b\n"x' + "\n" * 16_000, tmp_path)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cell_of_many_lines_keeps_its_quotes_and_ends_where_it_ends(end: str, tmp_path: Path) -> None:
    """Doubled quotes and separators between the first and the last quote belong to the cell."""
    rows = texts(read(end.join(["a;b", '"satu', '""dua"";', "", 'tiga";4', "c;d", ""]), tmp_path))
    assert rows == [["a", "b"], ['satu "dua"; tiga', "4"], ["c", "d"]]
