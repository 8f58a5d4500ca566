from tests.spreadsheets import Address, Cell, recalculated

from sakip_rules.exporters.workbook.control import FIRST


def column(cells: dict[Address, Cell], letter: str) -> list[object]:
    """Gives the values of a column of the sheet Kendali, below its heads."""
    rows = [int(at[1:]) for sheet, at in cells if sheet == "Kendali" and at.startswith("A")]
    return [cells["Kendali", f"{letter}{row}"].value for row in sorted(rows) if row > FIRST]


def test_every_computed_figure_is_recorded_beside_its_formula(small_cells: dict[Address, Cell]) -> None:
    """Rounded as it is printed; categories have a row of their own."""
    assert column(small_cells, "C")[:4] == ["capaian", "capaian: kategori", "realisasi", "capaian"]
    assert column(small_cells, "D")[:4] == [141.65, "Tinggi", 16.67, 33.3]
    assert set(column(small_cells, "F")) == {"sama"}


def test_a_changed_input_shows(small_book: bytes, small_cells: dict[Address, Cell]) -> None:
    """What follows from it differs, the others are the same, and each record says so itself."""
    target = next(
        place for place, cell in small_cells.items() if cell.value == 50 and place[0] == "Indikator"
    )
    found = recalculated(small_book, {("Indikator", "E6"): 25})
    assert target == ("Indikator", "E6")
    assert found["Indikator", "N6"] == "BERBEDA"
    assert found["Indikator", "N7"] == "sama"
    assert found["Instansi", "E6"] == "BERBEDA"
    assert (
        found["Kendali", "F3"] == sum(value == "BERBEDA" for (_, at), value in found.items() if at[0] == "F")
        or 0
    )
