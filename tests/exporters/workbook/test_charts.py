import io
import zipfile

from tests.bundled import bundled
from tests.spreadsheets import Address, Cell, cells_of

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.charts import LONGEST_LABEL, _cut


def test_the_chart_draws_cells_and_says_what_it_shows(
    small_book: bytes, small_cells: dict[Address, Cell]
) -> None:
    """Each bar is a cell of the report's table; a reader that sees no picture has words."""
    assert small_cells["Grafik", "B2"].formula == "'Capaian'!E7"
    with zipfile.ZipFile(io.BytesIO(small_book)) as archive:
        assert "Grafik!$B$2:$B$3" in archive.read("xl/charts/chart1.xml").decode()
        drawings = [archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name]
    assert any("Grafik batang capaian" in drawing for drawing in drawings)


def test_names_of_bars_are_whole() -> None:
    """Two activities differ in their last words; only what is longer than the chart has room for is cut."""
    report = bundled().read_report("examples/dinsos-lumajang-2020.yaml")
    made = export("live", "xlsx", LiveReport(report, *evaluate_every_year(report)), Look("id"))
    assert isinstance(made, bytes)
    bars = [cell.value for (sheet, at), cell in cells_of(made).items() if sheet == "Grafik" and at[0] == "A"]
    assert "Fasilitasi dan Koordinasi Perlindungan Sosial Korban Bencana Sosial dan Orang Terlantar" in bars
    assert len(set(bars)) == len(bars)


def test_a_name_is_cut_at_a_word() -> None:
    """And says that more follows."""
    assert _cut("x" * LONGEST_LABEL) == "x" * LONGEST_LABEL
    assert _cut("kata " * 40) == "kata " * 29 + "kata …"
