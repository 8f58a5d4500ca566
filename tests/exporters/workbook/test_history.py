"""Formulas over all years of a record, in a sheet where the years stand one below another."""

from __future__ import annotations

from pathlib import Path

from tests.spreadsheets import Held, cells_of, differences, recalculated
from tests.written import report, rules

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport

FRAMEWORK = {
    "framework k": """
        title: Kerangka
        levels:
          dinas:
            title: Dinas
            result: semua
            steps:
              semua: {formula: sum(indikator.kumulatif)}
          indikator:
            title: Indikator
            under: dinas
            result: kumulatif
            inputs: {x: {title: X}, jenis: {title: Jenis, type: choice, choices: [A, B], default: A}}
            steps:
              dua: {formula: x * 2}
              kumulatif: {formula: sum(riwayat.x)}
              dua_tahun_lalu: {formula: "last(riwayat.x, where=riwayat.year == year - 2)"}
              tertinggi: {formula: "max(riwayat.dua, where=given(riwayat.dua))"}
              berbobot: {formula: "sum(riwayat.x * riwayat.year)"}
              banyak_a: {formula: "count(riwayat.x, where=riwayat.jenis == A)"}
    """
}
REPORT = """
    indikator:
      - {id: a, x: 5, history: {2018: {x: 3}, 2019: {x: 7}}}
      - {id: b, x: 5, history: {2018: {x: missing, dua: 40}}}
      - {id: c, x: 4}
"""


def live(tmp_path: Path, text: str = REPORT) -> bytes:
    """The live workbook of a report of this framework."""
    data = rules(tmp_path / "rules", FRAMEWORK).read_report(report(tmp_path, text))
    made = export("live", "xlsx", LiveReport(data, *evaluate_every_year(data)), Look("id"))
    assert isinstance(made, bytes)
    return made


def figures(workbook: bytes, found: dict[tuple[str, str], Held], name: str) -> dict[str, Held]:
    """Gives a figure of the indicators in 2020, by their ids."""
    cells = {cell: held.value for (sheet, cell), held in cells_of(workbook).items() if sheet == "Indikator"}
    (column,) = [cell[:-1] for cell, value in cells.items() if value == name and cell.endswith("4")]
    rows = [cell[1:] for cell, value in cells.items() if cell[0] == "C" and value == 2020]
    return {str(cells[f"B{row}"]): found["Indikator", f"{column}{row}"] for row in rows}


def test_the_years_of_a_record_are_added_up_in_the_sheet(tmp_path: Path) -> None:
    """By hand: a has 3, 7 and 5; b knows no x of 2018, but states its double; c has this year only."""
    workbook = live(tmp_path)
    found = recalculated(workbook)
    assert differences(cells_of(workbook), found) == {}
    assert figures(workbook, found, "kumulatif") == {"a": 15, "b": "belum ada", "c": 4}
    assert figures(workbook, found, "dua_tahun_lalu") == {"a": 3, "b": "belum ada", "c": "tidak berlaku"}
    assert figures(workbook, found, "tertinggi") == {"a": 14, "b": 40, "c": 8}
    assert figures(workbook, found, "berbobot") == {
        "a": 3 * 2018 + 7 * 2019 + 5 * 2020,
        "b": "belum ada",
        "c": 4 * 2020,
    }


def test_formulas_follow_an_earlier_year(tmp_path: Path) -> None:
    """Where the x of 2019 is changed, the sum of all years is another one."""
    workbook = live(tmp_path)
    cells = cells_of(workbook)
    (place,) = [
        place
        for place, cell in cells.items()
        if place[0] == "Indikator" and (cell.formula, cell.value) == (None, 7)
    ]
    assert figures(workbook, recalculated(workbook, {place: 70}), "kumulatif")["a"] == 78


def test_what_is_no_number_is_no_row_of_years(tmp_path: Path) -> None:
    """A choice of each year cannot be said: the figure is a value."""
    cells = cells_of(live(tmp_path))
    heads = {cell.value: place[1][:-1] for place, cell in cells.items() if place[0] == "Indikator"}
    assert cells["Indikator", f"{heads['banyak_a']}6"].formula is None
    assert cells["Indikator", f"{heads['kumulatif']}6"].formula is not None
