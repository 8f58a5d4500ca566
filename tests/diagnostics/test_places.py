"""Where a diagnostic points."""

from __future__ import annotations

import dataclasses

import pytest

from sakip_rules.diagnostics import Diagnostic, Place, about_key, diagnose
from sakip_rules.diagnostics.places import column_letters, pointer_of


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
        (Place("<data>", 0, 0, path=("kelas", 6, "penduduk"), number=9), "/kelas/6/penduduk", ""),
        (Place("<data>", 0, 0, number=1), "/", ""),
    ],
)
def test_a_place_says_where_in_its_file_it_is(place: Place, within: str, cell: str) -> None:
    """Line and column of a text file; sheet and cell as a formula of that sheet would name them."""
    assert (place.within, place.cell) == (within, cell)


def test_a_pointer_escapes_what_separates() -> None:
    """As RFC 6901 says: `~` first, then `/`."""
    assert [pointer_of(()), pointer_of(("a/b", 0, "~1", ""))] == ["", "/a~1b/0/~01/"]


def test_a_diagnostic_leads_to_its_datum() -> None:
    """By the path of its place, or of the argument of a call; a place without one leads nowhere."""
    of_file = diagnose("bad-value", Place("a.yaml", 3, 4, path=("kelas", 6)))
    of_call = dataclasses.replace(diagnose("bad-value", None), argument=("kelas", 6, "penduduk"))
    assert [one.path for one in (of_file, of_call, diagnose("bad-value", Place("a.yaml")))] == [
        *(("kelas", 6), ("kelas", 6, "penduduk"), ()),
    ]
    assert [one.to_dict()["pointer"] for one in (of_file, of_call)] == ["/kelas/6", "/kelas/6/penduduk"]
    assert of_file == diagnose("bad-value", Place("a.yaml", 3, 4))


def test_data_come_in_the_order_of_reading() -> None:
    """They have no lines; which value it is decides."""
    places = [Place("<data>", 0, 0, path=("b",), number=n) for n in (2, 10)]
    assert places[0] != places[1]
    found = sorted((diagnose("bad-value", place) for place in reversed(places)), key=Diagnostic.sort_key)
    assert [one.place for one in found] == places
    assert found[0].to_dict()["line"] is None


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
