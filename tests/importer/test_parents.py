"""Rows that head the rows below them."""

from __future__ import annotations

import pytest

from sakip_rules.importer.headings import Heading
from sakip_rules.importer.parents import HeadingRows
from sakip_rules.sheets import SheetCell, SheetRow


def headings(*rows: str, columns: str = "nomor indikator satuan realisasi") -> dict[str, int]:
    """The names of the heading rows, and how many rows are below each."""
    named = {at: Heading(what, what) for at, what in enumerate(columns.split(), 1)}
    made = []
    for line, text in enumerate(rows, 1):
        cells = {at: SheetCell(cell, column=at) for at, cell in enumerate(text.split(";"), 1) if cell}
        made.append(SheetRow(line, cells))
    return {heading.title: heading.count for heading in HeadingRows(made, named).headings.values()}


@pytest.mark.parametrize(
    ("own", "parts"),
    [("1", ("a", "b")), ("1.", ("1.1", "1.2")), ("a", ("1)", "2)")), ("1", ("-", "-")), ("2", ("", ""))],
)
def test_parts_are_deeper_in_the_numbering(own: str, parts: tuple[str, str]) -> None:
    """Each with a figure; the heading needs a number of its own."""
    rows = [f"{own};Jalan;%", *(f"{part};Jalan {at};;7" for at, part in enumerate(parts))]
    assert headings(*rows) == {"Jalan": 2}


def test_rows_that_are_no_parts() -> None:
    """The next of the same depth, one without a figure, and what stands below a row with figures."""
    assert headings("1;A", "2;B;;7") == {}
    assert headings("1;A", "a;B", "b;C;;7") == {}
    assert headings("1;A;;5", "a;B;;7") == {}
    assert headings("1;A", "a;B;;7", "2;C;;7") == {"A": 1}


def test_a_line_that_may_be_an_objective_is_left() -> None:
    """Without a number or with a capital, unless objectives have a column; one that says its level always."""
    assert headings(";A", "1;B;;7") == headings("A;A", "1;B;;7") == {}
    assert headings("1;Sasaran 1 Tata kelola", "a;B;;7") == {}
    columns = "sasaran indikator satuan realisasi"
    assert headings(";A", ";a. B;;7", "S;c. C;;7", columns=columns) == {"A": 1}


def test_a_number_on_the_left_of_an_objective_is_the_objectives() -> None:
    """What stands below without a number is another indicator; with one of its own it has parts."""
    columns = "nomor sasaran indikator satuan realisasi"
    assert headings("1;S;A;%", ";;B;%;7", ";;C;%;8", columns=columns) == {}
    assert headings("1;S;A;%", ";;a. B;%;7", ";;b. C;%;8", columns=columns) == {"A": 2}
    columns = "sasaran nomor indikator satuan realisasi"
    assert headings("S;1;A;%", ";a;B;%;7", columns=columns) == {"A": 1}


def test_a_row_without_a_mark_ends_those_with_marks() -> None:
    """And is no part beside them."""
    assert headings("1;A", ";- B;;7", ";- C;;8", ";D;;9") == {"A": 2}


def test_a_code_before_a_name_is_read_whole() -> None:
    """`1.1 B` lies below `1. A`, and `1.2 C` beside it."""
    assert headings(";1. A", ";1.1 B;;7", ";1.2 C;;8", ";2. D;;9") == {"A": 2}
    assert headings("1;A", ";a. B;;7", ";5.000 C;;8") == {"A": 1}
