"""Files of tables: which sheet is meant, and what is to be said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.workbooks import xlsx

from sakip_rules import DataError
from sakip_rules.sheets import BATCH_LIMITS, open_book
from sakip_rules.sheets.book import oddities


def test_the_only_sheet_that_is_shown_is_meant(tmp_path: Path) -> None:
    """Any other has to be named."""
    file = xlsx(tmp_path / "a.xlsx", {"Lama": {"A1": "x"}, "Baru": {"A1": "y"}}, hidden=("Lama",))
    with open_book(file) as book:
        assert [next(book.sheet().rows).text(1)] == ["y"]
        assert [next(book.sheet("Lama").rows).text(1)] == ["x"]


def test_of_several_sheets_one_has_to_be_named(tmp_path: Path) -> None:
    """The message lists them."""
    file = xlsx(tmp_path / "a.xlsx", {"Satu": {"A1": "x"}, "Dua": {"A1": "y"}})
    with open_book(file) as book:
        for name, key in ((None, "sheet-syntax.which-sheet"), ("Tiga", "sheet-syntax.no-sheet")):
            with pytest.raises(DataError) as caught:
                book.sheet(name)
            assert caught.value.diagnostics[0].key == key
            assert "`Satu`, `Dua`" in caught.value.diagnostics[0].hint("en")


def test_what_is_hidden_is_said_by_its_place(tmp_path: Path) -> None:
    """A hidden sheet, row or column is read, and nobody sees it."""
    file = xlsx(
        tmp_path / "a.xlsx",
        {"Lama": {"A1": "x", "B2": "y"}},
        before='<cols><col min="2" max="2" hidden="1"/></cols>',
        rows={2: ' hidden="1"'},
        hidden=("Lama",),
    )
    with open_book(file) as book:
        (sheet,) = book.whole()
    places = [(note.key, note.place.within if note.place else "") for note in oddities(sheet)]
    assert places == [
        ("odd-cell.hidden-sheet", "Lama!A1"),
        ("odd-cell.hidden-row", "Lama!B2"),
        ("odd-cell.hidden-column", "Lama!B2"),
    ]


def test_rows_come_one_after_the_other(tmp_path: Path) -> None:
    """The first row of a large file is there before its end is read: memory stays flat."""
    file = tmp_path / "a.csv"
    file.write_text("a;b\n" * 20_000 + 'c;"nie', "utf-8")
    with open_book(file, limits=BATCH_LIMITS) as book:
        rows = book.sheet().rows
        assert next(rows).text(2) == "b"
        with pytest.raises(DataError, match="sheet-syntax"):
            list(rows)
