"""Headings as agencies write them."""

from __future__ import annotations

import pytest

from sakip_rules.importer.headings import read_heading


@pytest.mark.parametrize(
    ("text", "what", "year", "period", "unit"),
    [
        ("No.", "nomor", None, None, None),
        ("Indikator Sasaran Kinerja", "indikator", None, None, None),
        ("Indikator Kinerja Utama (IKU)", "indikator", None, None, None),
        ("Sasaran Strategis", "sasaran", None, None, None),
        ("Satuan", "satuan", None, None, None),
        ("Target 2020", "target", 2020, None, None),
        ("TARGET TAHUN 2020", "target", 2020, None, None),
        ("Target TW III", "target", None, "Triwulan III", None),
        ("Realisasi s.d. Triwulan 2", "realisasi", None, "Triwulan II", None),
        ("Realisasi Semester I 2021", "realisasi", 2021, "Semester I", None),
        ("Realisasi", "realisasi", None, None, None),
        ("Realisasi Kinerja", "realisasi", None, None, None),
        ("% Capaian 2020", "capaian", 2020, None, None),
        ("Capaian (%)", "capaian", None, None, "persen"),
        ("Persentase Capaian Kinerja", "capaian", None, None, None),
        ("Tingkat Capaian", "capaian", None, None, None),
        ("% Capaian terhadap target akhir Renstra", "capaian_akhir", None, None, None),
        ("Target Akhir RPJMD 2023", "target_akhir", 2023, None, None),
        ("PAGU ANGGARAN (Rp)", "pagu", None, None, "rupiah"),
        ("Anggaran", "pagu", None, None, None),
        ("Target Anggaran", "pagu", None, None, None),
        ("Realisasi Anggaran (Rp.)", "realisasi_anggaran", None, None, "rupiah"),
        ("Realisasi (Rp)", "realisasi_anggaran", None, None, "rupiah"),
        ("Realisasi prosentase anggaran (%)", "serapan", None, None, "persen"),
        ("Penyerapan", "serapan", None, None, None),
        ("Predikat", "kategori", None, None, None),
        ("Ket.", "keterangan", None, None, None),
        ("Polaritas", "arah", None, None, None),
        ("Sub Kegiatan", "subkegiatan", None, None, None),
        ("2019", "", 2019, None, None),
        ("%", "%", None, None, None),
        ("Penanggung jawab", "", None, None, None),
        ("Anggaran Sebelum Perubahan (Rp)", "", None, None, "rupiah"),
        ("Anggaran Setelah Perubahan (Rp)", "pagu", None, None, "rupiah"),
        ("Kecenderungan yang diharapkan", "arah", None, None, None),
        ("Strategic Objective", "sasaran", None, None, None),
        ("Performance Indicator", "indikator", None, None, None),
        ("Realization 2023", "realisasi", 2023, None, None),
        ("Realisasi Fisik (%)", "", None, None, "persen"),
        ("Sisa Anggaran (Rp)", "sisa", None, None, "rupiah"),
        ("Tingkat Efisiensi", "efisiensi", None, None, None),
    ],
)
def test_a_heading_says_what_stands_below(
    text: str, what: str, year: int | None, period: str | None, unit: str | None
) -> None:
    """Whatever its case, order of words, year and unit."""
    heading = read_heading(text, {})
    assert (heading.what, heading.year, heading.period, heading.unit) == (what, year, period, unit)


def test_a_column_may_name_records_of_several_levels() -> None:
    """From the top down."""
    assert read_heading("PROGRAM / KEGIATAN", {}).levels == ("program", "kegiatan")
    assert read_heading("Program/Kegiatan/Sub Kegiatan", {}).levels == ("program", "kegiatan", "subkegiatan")
    assert read_heading("Program", {}).levels == ()


def test_figures_of_a_framework_are_known_by_name_and_title() -> None:
    """Also those that no other framework has."""
    assert read_heading("Nilai Tambah", {"nilai tambah": "nilai_tambah"}).what == "nilai_tambah"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Target Kinerja dan Anggaran Renja Tahun Berjalan 2022 K", "target"),
        ("Target Kinerja dan Anggaran Renja Tahun Berjalan 2022 Rp", "pagu"),
        ("Realisasi Kinerja dan Anggaran 2022 K", "realisasi"),
        ("Realisasi Kinerja dan Anggaran 2022 Rp", "realisasi_anggaran"),
        ("Target Renstra Tahun 2026 K", "target_akhir"),
        ("Tingkat Capaian (%) K", "capaian"),
        ("Tingkat Capaian (%) Rp", "serapan"),
        ("Realisasi Capaian Kinerja Renstra s/d 2021 K", ""),
        ("Realisasi Capaian Kinerja Renstra sampai dengan Tahun 2021 Rp", ""),
        ("Realisasi s/d Triwulan III", "realisasi"),
    ],
)
def test_k_and_rp_are_the_halves_of_one_heading(text: str, what: str) -> None:
    """As forms of Renja have them; what was reached since the plan began is of no one year."""
    assert read_heading(text, {}).what == what
