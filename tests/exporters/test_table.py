import pytest

from sakip_rules.explainer import Style
from sakip_rules.exporters.table import report_table
from sakip_rules.results import ReportTree

EXPECTED = """\
Laporan contoh
tahun 2020 · contoh/kerangka@1.0.0

.  Dinas Contoh
  capaian              141,65  persen  Tinggi
  capaian@2019          98,80  persen  Rendah

a  =1+1 | <b>_judul_</b>
  realisasi             16,67  persen
  target                   50
  capaian                33,3  persen  Rendah
  batas          40 sampai 50
  aktif                                ya
  arah                                 makin tinggi makin baik
  akar                   7,07
  predikat                             Rendah
  target@2019               4
  capaian@2019           98,8  persen  Rendah; dinyatakan laporan
  akar@2019              2,00
  predikat@2019                        Rendah

b  b
  realisasi                 –          belum ada
  target          1.234.567,5
  capaian                   –          Belum dinilai; belum ada
"""


def test_figures_stand_in_columns_by_path(tree: ReportTree) -> None:
    """Records by path; realisasi, target and capaian first; numbers as Indonesian reports print them."""
    assert report_table(tree).startswith(EXPECTED)


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(tree: ReportTree, width: int) -> None:
    """Long titles are wrapped and columns get narrower."""
    lines = report_table(tree, width=width).splitlines()
    assert max(len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_figure_is_cut(tree: ReportTree, width: int) -> None:
    """Every number is there whole at every width."""
    words = report_table(tree, width=width).split()
    assert {"1.234.567,5", "141,65", "16,67", "98,80", "1.111,11"} <= set(words)


def test_english_has_its_own_numbers_and_words(tree: ReportTree) -> None:
    """`1,234,567.5` and `missing` in English."""
    words = report_table(tree, "en").split()
    assert {"1,234,567.5", "missing", "2020", "year"} <= set(words)


def test_styles_change_nothing_but_the_look(tree: ReportTree) -> None:
    """Colour is put around text after everything stands in its column."""

    def paint(text: str, style: Style) -> str:
        return f"<{style}>{text}</>"

    painted = report_table(tree, paint=paint)
    for style in ("title", "quiet", "text"):
        painted = painted.replace(f"<{style}>", "")
    plain = [line.rstrip() for line in painted.replace("</>", "").splitlines()]
    assert plain == report_table(tree).splitlines()
