from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from sakip_rules.explainer.lines import Style
from sakip_rules.exporters import Look
from sakip_rules.exporters.report.table import export
from sakip_rules.results import Figure, NodeYear, ReportTree
from sakip_rules.values import Absent

EXPECTED = """\
Laporan contoh
tahun 2020 · contoh/kerangka@1.0.0

Dinas Contoh  Instansi · .
                     2020                      2019
  capaian             141,65 %  Tinggi         98,80 %  Rendah

=1+1 | <b>_judul_</b>  Indikator · a
                     2020                      2019
  realisasi            16,67 %
  target               50                       4
  capaian              33,3 %   Rendah         98,8 %
    2019: Rendah; dinyatakan laporan
  batas      40 sampai 50
  aktif                         ya
  akar                  7,07                    2,00
  predikat                      Rendah                  Rendah

Indikator  b
  target        1.234.567,5
  capaian               –       Belum dinilai; belum ada
  aktif                         tidak
  akar              1.111,11
  predikat                      Belum dinilai
  Belum ada: realisasi, batas.

Indikator  c
  realisasi            10
  target                4
  capaian             250,0 %   Tinggi
  aktif                         ya
  akar                  2,00
  predikat                      Tinggi
  Tidak berlaku: batas.
"""


def test_figures_stand_under_the_heading_of_their_record(tree: ReportTree) -> None:
    """Title, level and path; realisasi, target and capaian first; what is only missing on one line.

    The usual polarity says nothing and is left out; `%` stands beside its number.
    """
    assert export(tree, Look()) == EXPECTED


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(tree: ReportTree, width: int) -> None:
    """Long titles are wrapped and columns get narrower."""
    lines = export(tree, Look(width=width)).splitlines()
    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_figure_is_cut(tree: ReportTree, width: int) -> None:
    """Every number is there whole at every width."""
    words = export(tree, Look(width=width)).split()
    assert {"1.234.567,5", "141,65", "16,67", "98,80", "1.111,11"} <= set(words)


def test_english_has_its_own_numbers_and_words(tree: ReportTree) -> None:
    """`1,234,567.5` and `missing` in English."""
    words = export(tree, Look("en")).split()
    assert {"1,234,567.5", "missing", "Missing:", "2020", "year"} <= set(words)


def test_styles_change_nothing_but_the_look(tree: ReportTree) -> None:
    """Colour is put around text after everything stands in its column."""

    def paint(text: str, style: Style) -> str:
        return f"<{style}>{text}</>"

    painted = export(tree, Look(paint=paint))
    for style in ("title", "quiet", "text"):
        painted = painted.replace(f"<{style}>", "")
    plain = [line.rstrip() for line in painted.replace("</>", "").splitlines()]
    assert plain == export(tree, Look()).splitlines()


def figure(tree: ReportTree, source: str, /, **changes: Any) -> Figure:
    """A figure of record `b`, changed."""
    found = tree.root.find("b")
    assert found is not None
    return found.now.record.figures[source]._replace(**changes)


def tree_with(tree: ReportTree, *figures: Figure) -> ReportTree:
    """The report with nothing below it but record `b`, and nothing in that but these figures."""
    root = tree.root
    b = next(child for child in root.children if child.id == "b")
    record = replace(b.now.record, figures={one.name: one for one in figures})
    only = replace(b, now=NodeYear(b.now.year, record))
    return replace(tree, root=replace(root, children=(only,)))


def changed(tree: ReportTree, *figures: Figure) -> list[str]:
    """The lines of record `b` in that report, without their columns."""
    text = export(tree_with(tree, *figures), Look())
    return [" ".join(line.split()) for line in text.partition("Indikator  b\n")[2].splitlines()]


def test_a_whole_amount_has_no_decimals(tree: ReportTree) -> None:
    """Rupiah that are whole, and large whole numbers; a percentage and what is not whole keep theirs."""
    amounts: list[tuple[str | None, int | Fraction]] = [
        ("rupiah", 5),
        ("rupiah", Fraction(11, 2)),
        (None, 250_000),
        (None, 5),
        ("persen", 2000),
    ]
    figures = [
        figure(tree, "akar", name=f"x{i}", title=("x", "x"), unit=unit, exact=Fraction(n), value=Fraction(n))
        for i, (unit, n) in enumerate(amounts)
    ]
    assert changed(tree, *figures) == ["x 5 rupiah", "x 5,50 rupiah", "x 250.000", "x 5,00", "x 2.000,00 %"]


def test_a_note_is_told_once(tree: ReportTree) -> None:
    """What is computed from an absent value is absent for the same reason: the reason alone says so."""
    absent = Absent("missing", None, ("Survei belum ada", "No survey yet"))
    figures = [figure(tree, name, value=absent, category=None) for name in ("realisasi", "akar")]
    assert changed(tree, *figures) == ["realisasi – belum ada (Survei belum ada)", "akar – belum ada"]


def test_a_figure_that_is_not_computable_says_why(tree: ReportTree) -> None:
    """In words, on its own line."""
    broken = figure(tree, "capaian", value=Absent("not_computable", "division-by-zero"), category=None)
    assert changed(tree, broken) == ["capaian – tidak dapat dihitung: pembagian dengan nol"]


def test_only_an_unusual_polarity_is_shown(tree: ReportTree) -> None:
    """`higher_is_better` is what everyone takes for granted."""
    assert changed(tree, figure(tree, "arah", value="lower_is_better")) == ["arah makin rendah makin baik"]
    assert changed(tree, figure(tree, "arah", value="higher_is_better")) == []


def test_records_without_figures_take_one_line_each(tree: ReportTree) -> None:
    """No empty line between two of them."""
    b = tree.root.children[1]
    bare = replace(b, now=NodeYear(b.now.year, replace(b.now.record, figures={})))
    twice = replace(tree.root, children=(bare, replace(bare, id="d", path="d", title_pair=("d", "d"))))
    assert export(replace(tree, root=twice), Look()).endswith("\n\nIndikator  b\nIndikator  d\n")


def test_a_long_unit_stands_among_the_remarks(tree: ReportTree) -> None:
    """It would push all other figures aside."""
    high = figure(tree, "akar", unit="per 100.000 penduduk")
    assert changed(tree, high) == ["akar 1.111,11 per 100.000 penduduk"]
    assert "1.111,11    per 100.000" in export(tree_with(tree, high), Look())


def test_a_category_by_itself_has_no_unit(tree: ReportTree) -> None:
    """Words stand in the column of words."""
    assert changed(tree, figure(tree, "predikat", unit="a very long unit")) == ["predikat Belum dinilai"]
