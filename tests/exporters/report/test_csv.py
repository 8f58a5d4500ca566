import csv
import io

import pytest

from sakip_rules.exporters import Look
from sakip_rules.exporters.report.csv import BOM, export
from sakip_rules.languages import Language
from sakip_rules.results import ReportTree


def rows(tree: ReportTree, lang: Language, between: str) -> dict[str, dict[str, str]]:
    """The rows that a program reads back, by the paths of the records."""
    text = export(tree, Look(lang))
    assert text.startswith(BOM)
    reader = csv.DictReader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=between)
    return {next(iter(row.values())): row for row in reader}


def test_an_indonesian_spreadsheet_reads_it(tree: ReportTree) -> None:
    """Semicolons, a decimal comma, no separators of thousands; words for what is absent."""
    read = rows(tree, "id", ";")
    assert read["a"]["Realisasi"] == "16,67"
    assert read["a"]["Capaian 2019 (%)"] == "98,8"
    assert (read["b"]["Target"], read["b"]["Capaian (%)"]) == ("1234567,5", "belum ada")
    assert read["b"]["Kategori"] == "Belum dinilai"


def test_an_english_spreadsheet_reads_it(tree: ReportTree) -> None:
    """Commas between the cells, a decimal point."""
    read = rows(tree, "en", ",")
    assert (read["a"]["Realised"], read["b"]["Target"]) == ("16.67", "1234567.5")


@pytest.mark.parametrize(("lang", "between", "head"), [("id", ";", "Uraian"), ("en", ",", "Item")])
def test_no_cell_is_a_formula(tree: ReportTree, lang: Language, between: str, head: str) -> None:
    """The title `=1+1 …` begins with an apostrophe; numbers below zero are numbers all the same."""
    read = rows(tree, lang, between)
    assert read["a"][head].startswith("'=1+1")
    cells = [cell for row in read.values() for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
