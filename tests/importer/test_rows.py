"""What a row of a table is."""

from __future__ import annotations

import pytest

from sakip_rules.importer.rows import clean_title, code_depths, depth_of, is_mean, is_total, stated_level
from sakip_rules.sheets import SheetCell, SheetRow


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1.Meningkatnya Kesejahteraan PMKS", "Meningkatnya Kesejahteraan PMKS"),
        ("2.1. Nilai SAKIP", "Nilai SAKIP"),
        ("a) Cakupan", "Cakupan"),
        ("IV. Program Rehabilitasi", "Program Rehabilitasi"),
        ("Sasaran 1: Meningkatnya mutu", "Meningkatnya mutu"),
        ("SASARAN STRATEGIS II : Tata kelola", "Tata kelola"),
        ("Sasaran 1.1 Menurunnya kemiskinan", "Menurunnya kemiskinan"),
        ("Sasaran 1.1: Menurunnya kemiskinan", "Menurunnya kemiskinan"),
        ("Program 1.000 Hari Pertama", "Program 1.000 Hari Pertama"),
        ("Program 3T", "Program 3T"),
        ("Program Pelayanan Administrasi", "Program Pelayanan Administrasi"),
        ("Penyusunan Rencana (RKA) SKPD", "Penyusunan Rencana (RKA) SKPD"),
        ("100 persen cakupan", "100 persen cakupan"),
        ("A. ", "A."),
        ("1.1 Cakupan", "Cakupan"),
        ("5.000 pohon ditanam", "5.000 pohon ditanam"),
        ("I.P.M", "I.P.M"),
        ("Kepadatan penduduk per km²", "Kepadatan penduduk per km²"),
        ("Luas taman (m²)*", "Luas taman (m²)"),
        ("Luas taman per m²", "Luas taman per m²"),
        ("Angka kemiskinan²", "Angka kemiskinan"),
        ("Program²³)", "Program"),
    ],
)
def test_a_name_is_without_its_number(text: str, title: str) -> None:
    """And without the word for its level where a sign parts it; never without all of itself."""
    assert clean_title(text) == title


@pytest.mark.parametrize(
    ("texts", "total", "mean"),
    [
        (["Jumlah"], True, False),
        (["TOTAL BELANJA"], True, False),
        (["Rata-rata Capaian", "42,96%"], True, True),
        (["Nilai rata - rata"], True, True),
        (["Jumlahan"], False, False),
        (["Persentase jumlah desa"], False, False),
        ([], False, False),
    ],
)
def test_totals_are_told_from_indicators(texts: list[str], total: bool, mean: bool) -> None:
    """By the word they begin with; an indicator that counts something does not begin so."""
    assert (is_total(texts), is_total(texts) and is_mean(texts)) == (total, mean)


@pytest.mark.parametrize(
    ("text", "has_unit", "total"),
    [
        ("Jumlah wisatawan", False, False),
        ("Rata-rata lama sekolah", False, False),
        ("Nilai rata-rata ujian", True, False),
        ("Total fertility rate", True, False),
        ("Jumlah program", True, False),
        ("Jumlah", False, True),
        ("Rata-rata capaian", False, True),
        ("Rata-rata capaian sasaran 1 (%)", True, True),
        ("Jumlah indikator: 4", False, True),
    ],
)
def test_among_indicators_a_total_names_nothing_else(text: str, has_unit: bool, total: bool) -> None:
    """What is counted, or whose mean is taken, makes it an indicator."""
    assert is_total([text], names_indicator=True, has_unit=has_unit) == total


def test_levels_are_stated_by_words_and_numbers() -> None:
    """Or not at all."""
    names = ("I. PROGRAM X", "Sub Kegiatan y", "Tujuan 1: z", "Pelayanan")
    assert [*map(stated_level, names)] == ["program", "subkegiatan", "sasaran", None]
    assert [depth_of(text) for text in ("IV", "A", "12", "3.", "b", "-", "", "1.06")] == [
        0,
        0,
        1,
        1,
        2,
        2,
        None,
        None,
    ]


def test_codes_are_as_deep_as_they_are_long() -> None:
    """Of one length they say nothing."""
    rows = [
        SheetRow(at, {1: SheetCell(text)})
        for at, text in enumerate(("1.06.01", "1.06.01.2.01", "x", "1.06.02"))
    ]
    assert code_depths(rows, 1) == {2: 0, 4: 1}
    assert code_depths(rows[:1], 1) == {}
    assert code_depths(rows, None) == {}
