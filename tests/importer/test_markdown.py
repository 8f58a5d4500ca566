"""Tables in Markdown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.importer.test_importing import given, of_text, records

from sakip_rules import Catalogue
from sakip_rules.importer.markdown import is_rule, plain
from sakip_rules.sheets import Sheet, SheetCell, SheetRow


def row(*texts: str) -> SheetRow:
    """A row of texts."""
    return SheetRow(1, {at: SheetCell(text) for at, text in enumerate(texts, 1)})


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**99,99**", "99,99"),
        ("*Nilai* SAKIP", "*Nilai* SAKIP"),
        ("***Jumlah***", "Jumlah"),
        ("_x_", "x"),
        ("Mutu<br/>layanan", "Mutu layanan"),
        ("78,5*", "78,5*"),
        ("**", "**"),
    ],
)
def test_marks_around_a_whole_cell_go(text: str, bare: str) -> None:
    """The sign of a footnote stays; so does everything where no row of dashes shows what it is."""
    table = Sheet("a.md", "", (row("A"), row("---"), row(text)))
    assert plain(table).rows[2].text(1) == bare
    other = Sheet("a.csv", "", (row("A"), row(text)))
    assert plain(other) is other


def test_marks_without_end_cost_no_more_than_their_length() -> None:
    """No words are emphasized more than three times."""
    rule, many = SheetRow(1, {0: SheetCell("---")}), SheetCell("* " * 50_000 + "a" + " *" * 50_000)
    begun = time.process_time()
    (_, row) = plain(Sheet("a", "", (rule, SheetRow(2, {0: many})))).rows
    assert row.text(0).startswith("* * ")
    assert time.process_time() - begun < 1


def test_a_row_of_dashes_is_a_rule() -> None:
    """With colons or without, and never a dash for a figure."""
    assert is_rule(row(":---", "--:"))
    assert not is_rule(row("-", "-"))
    assert not is_rule(row())


def test_a_mean_in_bold_is_no_indicator(tmp_path: Path, bundled: Catalogue) -> None:
    """And figures in bold are figures."""
    text = (
        "| Indikator | Target | Realisasi | Capaian |\n|---|--:|--:|--:|\n"
        "| A | 80 | **82** | 102,5 |\n| **Rata-rata** | | | **102,5** |\n"
    )
    made = of_text(text, tmp_path, bundled, year=2023)
    assert set(records(made, bundled)) == {"Nama perangkat daerah", "A"}
    assert given(records(made, bundled)["A"], 2023)["realisasi"] == "82"
