"""Whose report a row is of."""

from __future__ import annotations

from sakip_rules.importer.headings import Heading
from sakip_rules.importer.owners import Owner, OwnerColumns
from sakip_rules.sheets import SheetCell, SheetRow

COLUMNS = {1: Heading("OPD", "instansi"), 2: Heading("Tahun", "tahun"), 3: Heading("Target", "target")}


def row(line: int, *texts: str) -> SheetRow:
    """A row of a sheet."""
    return SheetRow(line, {at: SheetCell(text, column=at) for at, text in enumerate(texts, 1) if text})


def test_a_blank_cell_means_what_stands_above() -> None:
    """As in merged cells; a row without cells is none."""
    rows = [
        row(1, "A", "2020", "1"),
        row(2, "", "", "2"),
        row(3),
        row(4, "", "2021", "3"),
        row(5, "B", "", "4"),
    ]
    assert list(OwnerColumns(COLUMNS).walk(rows)) == [
        Owner("A", "2020"),
        Owner("A", "2020"),
        Owner("A", "2021"),
        Owner("B", "2021"),
    ]


def test_a_table_that_says_neither_has_no_owners() -> None:
    """It is of one report."""
    assert list(OwnerColumns({3: COLUMNS[3]}).walk([row(1, "A", "2020", "1")])) == []
