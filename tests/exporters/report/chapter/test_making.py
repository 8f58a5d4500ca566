from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.exporters.report.chapter.making import chapter_of, records_of
from sakip_rules.exporters.report.chapter.model import Chapter, ChapterTable
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.results import ReportTree

FRAMEWORK = """\
kind: framework
id: t/nilai
version: 1.0.0
title: Kerangka nilai
valid_from: 2018
legal_basis: [{document: Pedoman contoh, confidence: applied}]
levels:
  instansi:
    result: nilai
    steps:
      nilai: {formula: mean(komponen.skor)}
  komponen:
    under: instansi
    result: skor
    inputs:
      jawaban: {}
    steps:
      skor: {formula: jawaban * 10}
"""
REPORT = """\
report: Evaluasi contoh
organization: Dinas Contoh
year: 2020
framework: t/nilai
komponen:
  - {id: a, title: Perencanaan, jawaban: 2}
  - {id: b, jawaban: 3}
"""


def column(table: ChapterTable, key: str, year: int | None = None) -> dict[str, str]:
    """The texts of one column by the paths of the records."""
    (place,) = [at for at, each in enumerate(table.columns) if (each.key, each.year) == (key, year)]
    return {row.path: row.cells[place].text for row in table.rows}


def test_tables_stand_in_the_order_of_chapter_iii(chapter: Chapter) -> None:
    """Achievements, year by year, the end of the plan, money, money beside achievement."""
    keys = [table.key for table in chapter.tables]
    assert keys == ["indicators", "years", "end", "budget", "budget", "efficiency", "efficiency"]
    assert chapter.facts == ("Tahun 2023", "nasional/kerangka-lkjip@1.0.0")
    assert chapter.main is not None
    assert chapter.main.text == "108,33"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_a_cell_for_each_column(lumajang: ReportTree, tree: ReportTree, lang: Language) -> None:
    """Whatever the report has."""
    for each in (lumajang, tree):
        for table in (*chapter_of(each, lang).tables, records_of(each, lang)):
            assert {len(row.cells) for row in table.rows} == {len(table.columns)}


def test_every_main_figure_stands_somewhere(lumajang: ReportTree) -> None:
    """But for calculations below an indicator, which are a part of it."""
    told = {row.path for table in chapter_of(lumajang, "id").tables for row in table.rows}
    calculations = {node.path for node in lumajang.root.walk() if node.level == "perhitungan"}
    with_figures = {node.path for node in lumajang.root.walk() if node.headline_figure is not None}
    assert with_figures - told == calculations


def test_records_that_no_table_knows_have_their_own(tmp_path: Path) -> None:
    """A main figure that is no achievement of an indicator is not lost, however its framework calls it."""
    (tmp_path / "t" / "nilai").mkdir(parents=True)
    (tmp_path / "t" / "nilai" / "1.0.0.yaml").write_text(FRAMEWORK, encoding="utf-8")
    report = tmp_path / "laporan.yml"
    report.write_text(REPORT, encoding="utf-8")
    tree = Catalogue.load(tmp_path).evaluate_report(report).tree
    shown = [
        (table.title, [[cell.text for cell in row.cells] for row in table.rows])
        for table in chapter_of(tree, "id").tables
    ]
    assert shown == [
        ("Nilai: instansi", [["", "Dinas Contoh", "25,00", ""]]),
        (
            "Nilai: komponen",
            [["Dinas Contoh", "Perencanaan", "20,00", ""], ["Dinas Contoh", "b", "30,00", ""]],
        ),
    ]


def test_all_records_stand_in_one_table(layanan: ReportTree) -> None:
    """One row each, with what is known of it."""
    table = records_of(layanan, "id")
    achievements = column(table, "achievement")
    assert achievements["layanan"] == "121,67"
    assert achievements["layanan/survei"] == "belum ada"
    assert column(table, "budget")["layanan/pelayanan/loket/petugas"] == "400.000.000"
    assert column(table, "achievement", 2022)["layanan/kepuasan"] == "100,00"
    assert column(table, "of")["layanan/kepuasan"] == "Layanan membaik"
    assert len(table.rows) == len({row.path for row in table.rows})


def test_columns_that_no_record_fills_are_left_out(layanan: ReportTree) -> None:
    """No indicator of this report states a unit."""
    assert "unit" not in [each.key for each in records_of(layanan, "en").columns]


def test_a_value_stands_once(lumajang: ReportTree) -> None:
    """What a column of its own has is not repeated as the main figure."""
    values = column(records_of(lumajang, "id"), "value")
    assert {path.rpartition("/")[2] for path, text in values.items() if text} <= {
        "perhitungan",
        "pertama",
        "kedua",
    }
    assert values["kesejahteraan-pmks/penanganan/perhitungan"] == "78,76"
