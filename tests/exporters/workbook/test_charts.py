import io
import zipfile

from tests.spreadsheets import Address, Cell


def test_the_chart_draws_cells_and_says_what_it_shows(
    small_book: bytes, small_cells: dict[Address, Cell]
) -> None:
    """Each bar is a cell of the report's table; a reader that sees no picture has words."""
    assert small_cells["Grafik", "B2"].formula == "'Capaian'!E7"
    with zipfile.ZipFile(io.BytesIO(small_book)) as archive:
        assert "Grafik!$B$2:$B$3" in archive.read("xl/charts/chart1.xml").decode()
        drawings = [archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name]
    assert any("Grafik batang capaian" in drawing for drawing in drawings)
