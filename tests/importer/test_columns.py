"""Columns decided: of which year and period, and what is asked."""

from __future__ import annotations

import dataclasses

import pytest

from sakip_rules.importer.columns import ColumnDecision, DecidedColumns
from sakip_rules.importer.layout import find_layout
from sakip_rules.sheets import Sheet, SheetCell, SheetRow


def decided(heads: str, year: int | None = None, period: str | None = None, **named: str) -> DecidedColumns:
    """The columns of a table with these headings and one row."""
    cells = {at: SheetCell(cell, column=at) for at, cell in enumerate(heads.split(";"), 1)}
    body = {at: SheetCell("1", column=at) for at in cells}
    sheet = Sheet("a.csv", "", (SheetRow(1, cells), SheetRow(2, body)))
    known = {"capaian": "capaian", "realisasi": "realisasi", "target": "target"}
    layout = find_layout(sheet, known)
    assert layout is not None
    return ColumnDecision(sheet, layout, known).decide(named, year, period)


def whats(made: DecidedColumns) -> list[str]:
    """What the columns that are taken hold."""
    return [heading.what for heading in made.columns.values()]


def test_the_year_is_that_of_the_figures_or_asked() -> None:
    """The newest of what was realised; a target further away is another year's."""
    assert decided("Indikator;Target 2024;Realisasi 2022;Realisasi 2021").year == 2022
    assert decided("Indikator;Target;Realisasi", 2020).year == 2020
    assert [question.key for question in decided("Indikator;Target").questions] == ["table-unclear.year"]


def test_a_bare_percentage_is_what_is_missing_beside_it() -> None:
    """An achievement beside target and realised figure, else an absorption."""
    assert whats(decided("Indikator;Target;Realisasi;%", 2020)) == [
        "indikator",
        "target",
        "realisasi",
        "capaian",
    ]
    assert whats(decided("Program;Pagu;Realisasi (Rp);%", 2020))[-1] == "serapan"


def test_bare_years_are_realised_figures_where_none_are_named() -> None:
    """And said to be taken so."""
    made = decided("Indikator;2019;2020;Target 2020")
    assert whats(made) == ["indikator", "realisasi", "realisasi", "target"]
    assert [note.key for note in made.notes] == ["taken-as.columns"]
    assert dict(made.notes[0].texts)["headings"] == "`2019`, `2020`"


def test_later_years_and_unknown_columns_are_left_and_said() -> None:
    """With their headings."""
    made = decided("Indikator;Realisasi 2020;Target 2021;PIC")
    assert whats(made) == ["indikator", "realisasi"]
    assert [note.key for note in made.notes] == ["not-imported.later-year", "not-imported.column"]


@pytest.mark.parametrize(
    ("above", "year"),
    [
        ("Sesuai Peraturan Menteri Nomor 53 Tahun 2014", None),
        ("Sesuai Perbup No. 12/2021, keadaan 2023", 2023),
        ("Capaian Semester 1 Tahun 2023", 2023),
    ],
)
def test_the_year_of_a_regulation_is_none_of_the_table(above: str, year: int | None) -> None:
    """Its number tells it."""
    rows = [{1: SheetCell(above, column=1)}, {1: SheetCell("Target"), 2: SheetCell("Realisasi")}]
    sheet = Sheet("a.csv", "", tuple(SheetRow(line, cells) for line, cells in enumerate((*rows, rows[1]), 1)))
    layout = find_layout(sheet, {})
    assert layout is not None
    layout = dataclasses.replace(layout, above=sheet.rows[:1])
    assert ColumnDecision(sheet, layout, {}).decide({}, None, None).year == year


@pytest.mark.parametrize(
    "heading", ["% Capaian tahun lalu", "Capaian Tahun Sebelumnya", "Capaian (n-1)", "Capaian N – 1"]
)
def test_last_year_is_the_year_before_the_report_s(heading: str) -> None:
    """It is not the same figure twice."""
    made = decided(f"Indikator;Target;Realisasi;Capaian;{heading}", 2021)
    assert [(head.what, head.year) for head in made.columns.values()][-2:] == [
        ("capaian", None),
        ("capaian", 2020),
    ]
    assert made.questions == []


def test_a_year_may_have_a_footnote() -> None:
    """It is a column as the others."""
    assert whats(decided("Indikator;2019;2020*;2021²;Target 2021"))[1:4] == ["realisasi"] * 3
