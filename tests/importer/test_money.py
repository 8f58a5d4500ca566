"""Budgets in thousands and millions of rupiah."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.importer.test_importing import given, imported, of_text, records
from tests.workbooks import Written, xlsx

from sakip_rules import Catalogue
from sakip_rules.importer.figures import FigureReading
from sakip_rules.importer.money import in_full, stated


@pytest.mark.parametrize(
    ("text", "zeros"),
    [
        ("Pagu (juta Rp)", 6),
        ("Pagu (Rp juta)", 6),
        ("Anggaran (Rp. Ribu)", 3),
        ("Pagu (dalam ribuan rupiah)", 3),
        ("(DALAM JUTAAN RUPIAH)", 6),
        ("Pagu miliar rupiah", 9),
        ("Pagu (Milyar)", 9),
        ("Pagu (triliun rupiah)", 12),
        ("Pagu (Rp jt)", 6),
        ("Pagu (rb Rp)", 3),
        ("Pagu (Rp)", None),
        ("Bantuan untuk 5 juta orang", None),
        ("Wisata seribu pulau", None),
    ],
)
def test_in_what_money_is_counted(text: str, zeros: int | None) -> None:
    """Beside rupiah, or between brackets."""
    found = stated(text)
    assert (None if found is None else found[1]) == zeros


@pytest.mark.parametrize(
    ("text", "full"), [("1234.5", "1234500000"), ("-2", "-2000000"), ("0", "0"), ("0.0000001", "0.1")]
)
def test_a_figure_in_full(text: str, full: str) -> None:
    """As it stands and as it is stored; what is no number stays."""
    assert in_full(FigureReading(text, stored=text), 6) == FigureReading(full, stored=full)
    assert in_full(FigureReading(text), 0) == FigureReading(text)
    assert in_full(FigureReading("-", kind="dash"), 6) == FigureReading("-", kind="dash")


def test_budgets_in_millions_are_in_full_in_the_report(tmp_path: Path, bundled: Catalogue) -> None:
    """Whether their headings say it or a line above; how much was spent stays, and so do other figures."""
    below = "P1;A;90;91;1.000,5;900;89,96\n"
    heads = (
        "Program;Indikator;Target;Realisasi;Pagu (juta Rp);Realisasi Anggaran (juta Rp);Serapan (%)\n",
        "(dalam juta rupiah)\nProgram;Indikator;Target;Realisasi;Pagu;Realisasi Anggaran;Serapan (%)\n",
    )
    for head in heads:
        made = of_text(head + below, tmp_path, bundled, year=2023)
        program, indicator = (given(records(made, bundled)[title], 2023) for title in ("P1", "A"))
        assert (program["pagu"], program["realisasi_anggaran"]) == ("1000500000", "900000000")
        assert (indicator["target"], indicator["realisasi"]) == ("90", "91")
        assert "{figure: serapan, value: 89.96" in made.text
        assert [note.key for note in made.notes].count("taken-as.money") == 1
    plain = of_text(heads[1].partition("\n")[2] + below, tmp_path, bundled, year=2023)
    assert given(records(plain, bundled)["P1"], 2023)["pagu"] == "2001/2"


def test_a_cell_that_only_shows_millions_is_in_full_already(tmp_path: Path, bundled: Catalogue) -> None:
    """It holds a thousand million, and its format shows 1,000; the cell beside it holds what it shows."""
    cells: dict[str, Written] = {
        "A1": "Program",
        "B1": "Pagu (juta Rp)",
        "C1": "Realisasi Anggaran (juta Rp)",
        "A2": "P1",
        "B2": ("n", "1000000000", "#,##0,,"),
        "C2": ("n", "900", "#,##0"),
    }
    made = imported(xlsx(tmp_path / "t.xlsx", {"Anggaran": cells}), bundled, year=2023)
    values = given(records(made, bundled)["P1"], 2023)
    assert (values["pagu"], values["realisasi_anggaran"]) == ("1000000000", "900000000")


def test_a_footnote_says_in_what_money_is_counted(tmp_path: Path, bundled: Catalogue) -> None:
    """Of the columns with its sign; without a sign, of all. It is then no line that was left."""
    rows = "P1;1.000,5;900;89,96\nP2;2.000;1.900;95,00\n"
    for head, foot in (
        ("Pagu;Realisasi", "(dalam juta rupiah)"),
        ("Pagu*);Realisasi*)", "*) dalam jutaan"),
        ("Pagu*;Realisasi**", "*) dalam jutaan\nSumber: DPA\n**) dalam juta rupiah"),
    ):
        made = of_text(f"Program;{head};Serapan\n{rows}{foot}\n", tmp_path, bundled, year=2023)
        program = given(records(made, bundled)["P1"], 2023)
        assert (program["pagu"], program["realisasi_anggaran"]) == ("1000500000", "900000000")
        left = [note for note in made.notes if note.key == "not-imported.line"]
        assert len(left) == foot.count("Sumber")


def test_a_footnote_whose_sign_no_heading_has_is_left(tmp_path: Path, bundled: Catalogue) -> None:
    """It speaks of something else, and is said."""
    text = "Program;Pagu;Realisasi\nP1*);1.000,5;900\n*) dalam jutaan\n"
    made = of_text(text, tmp_path, bundled, year=2023)
    assert given(records(made, bundled)["P1"], 2023)["pagu"] == "2001/2"
    assert "not-imported.line" in [note.key for note in made.notes]
