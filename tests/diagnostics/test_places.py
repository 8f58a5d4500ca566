"""Where a diagnostic points."""

from __future__ import annotations

import pytest

from sakip_rules.diagnostics import Diagnostic, Place, about_key, diagnose
from sakip_rules.diagnostics.places import column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")],
)
def test_columns_have_the_letters_of_a_sheet(column: int, letters: str) -> None:
    """Letters count without a zero: behind Z comes AA."""
    assert column_letters(column) == letters


@pytest.mark.parametrize(
    ("place", "within", "cell"),
    [
        (Place("a.yaml", 3, 14), "3:14", ""),
        (Place("a.xlsx", 12, 2, sheet="Capaian"), "Capaian!B12", "B12"),
        (Place("a.xlsx", 1, 28, sheet="Triwulan 1"), "'Triwulan 1'!AB1", "AB1"),
        (Place("a.xlsx", 1, 1, sheet="Bu Ani's"), "'Bu Ani''s'!A1", "A1"),
        (Place("a.xlsx", 1, 1, sheet="2024"), "'2024'!A1", "A1"),
    ],
)
def test_a_place_says_where_in_its_file_it_is(place: Place, within: str, cell: str) -> None:
    """Line and column of a text file; sheet and cell as a formula of that sheet would name them."""
    assert (place.within, place.cell) == (within, cell)


def test_cells_come_in_the_order_of_reading() -> None:
    """Row by row in each sheet; the name of a cell does not decide: B10 comes behind B9."""
    places = [Place("a", 1, 1), *(Place("a", row, column, sheet="S") for row, column in [(9, 2), (10, 2)])]
    places.append(Place("a", 1, 1, sheet="T"))
    diagnostics = [diagnose("bad-value", place) for place in reversed(places)]
    assert [found.place for found in sorted(diagnostics, key=Diagnostic.sort_key)] == places


def test_what_is_wrong_with_a_key_is_shown_at_the_key() -> None:
    """An unknown or missing key, or one that may not stand here; a wrong value is shown itself."""
    assert all(map(about_key, ["unknown-key", "unknown-key.indicator-only", "missing-key.band"]))
    assert all(map(about_key, ["bad-value.two-ends", "unknown-name.input", "bad-value.range-keys"]))
    assert not any(map(about_key, ["bad-value", "bad-value.word", "unknown-name", "unknown-name.figure"]))
