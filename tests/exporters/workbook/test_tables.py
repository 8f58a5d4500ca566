from tests.spreadsheets import Address, Cell


def test_tables_take_over_the_cells_of_records(small_cells: dict[Address, Cell]) -> None:
    """Figures as printed; an input that may be emptied is then missing; other texts as they are."""
    row = {letter: small_cells["Capaian", f"{letter}7"] for letter in "ABCDEF"}
    assert row["A"].formula is None
    assert row["C"].formula == "IF('Indikator'!E6=\"\",\"belum ada\",'Indikator'!E6)"
    assert row["D"].value == 16.67
    assert row["E"].formula == "'Indikator'!J6"
    assert (row["F"].value, row["F"].formula) == ("Rendah", "'Indikator'!K6")


def test_years_stand_below_what_they_are_years_of(small_cells: dict[Address, Cell]) -> None:
    """And captions are numbered through all sheets."""
    heads = [small_cells["Tahun ke tahun", at].value for at in ("C5", "C6", "D6", "E5", "E6", "F6")]
    assert heads == ["Realisasi", "2019", "2020", "Capaian (%)", "2019", "2020"]
    assert str(small_cells["Tahun ke tahun", "A4"].value).startswith("Tabel 2. ")
