"""What stands above a table."""

from __future__ import annotations

from sakip_rules.importer.above import parted, titles_of
from sakip_rules.sheets import SheetCell, SheetRow


def lines(*texts: str) -> list[SheetRow]:
    """Rows of one cell each."""
    return [SheetRow(at, {1: SheetCell(text)}) for at, text in enumerate(texts, 1)]


def test_agency_and_title_are_told_by_their_words() -> None:
    """In any order; marks of Markdown are no part of them."""
    assert titles_of(lines("# LAPORAN KINERJA 2023", "DINAS SOSIAL")) == (
        "DINAS SOSIAL",
        "LAPORAN KINERJA 2023",
    )
    assert titles_of([]) == ("", "")
    assert titles_of(lines("CAPAIAN KINERJA DINAS SOSIAL TAHUN 2023")) == (
        "DINAS SOSIAL",
        "CAPAIAN KINERJA DINAS SOSIAL TAHUN 2023",
    )
    assert titles_of(lines("CAPAIAN KINERJA", "RSUD KABUPATEN CONTOH TAHUN 2022")) == (
        "RSUD KABUPATEN CONTOH",
        "CAPAIAN KINERJA",
    )
    assert titles_of(lines("PEMERINTAH KABUPATEN CONTOH", "TABEL 3.1")) == (
        "PEMERINTAH KABUPATEN CONTOH",
        "TABEL 3.1",
    )


def test_the_number_of_a_table_is_its_title_only_without_another() -> None:
    """`Tabel 3.2`, and the title below it."""
    for number in ("Tabel 3.2", "TABEL III.11", "Lampiran", "Tabel. T-C.29"):
        assert titles_of(lines(number, "Pengukuran Kinerja Tahun 2024"))[1] == "Pengukuran Kinerja Tahun 2024"
        assert titles_of(lines(number))[1] == number
    assert titles_of(lines("Tabel 3.2 Capaian", "Tahun 2024"))[1] == "Tabel 3.2 Capaian"


def test_the_last_line_may_name_a_group() -> None:
    """Where it says a level that the framework has."""
    above = lines("DINAS SOSIAL", "SASARAN 1: MENINGKATNYA MUTU")
    assert parted(above, {"sasaran"}) == (above[:1], above[1])
    assert parted(above, {"program"}) == (above, None)
    assert parted(above[:1], {"sasaran"}) == (above[:1], None)
    assert parted([], {"sasaran"}) == ([], None)


def test_instansi_pemerintah_is_a_word_of_titles() -> None:
    """`Laporan Kinerja Instansi Pemerintah` names no agency; `Pemerintah Kabupaten` does, anywhere."""
    title = "LAPORAN KINERJA INSTANSI PEMERINTAH TAHUN 2023"
    assert titles_of(lines(title, "DINAS PENDIDIKAN KOTA CONTOH")) == ("DINAS PENDIDIKAN KOTA CONTOH", title)
    assert titles_of(lines(title)) == ("", title)
    title = "LAPORAN KINERJA INSTANSI PEMERINTAH KABUPATEN CONTOH TAHUN 2023"
    assert titles_of(lines(title)) == ("PEMERINTAH KABUPATEN CONTOH", title)


def test_a_line_that_says_a_group_is_no_agency_and_no_title() -> None:
    """Its words may be those of one: `pelayanan kelurahan`."""
    assert titles_of(lines("Sasaran: Mutu pelayanan kelurahan", "TABEL 3.1")) == ("", "TABEL 3.1")


def test_a_title_may_begin_as_a_group_does() -> None:
    """With a year, and without a sign behind the word for the level."""
    for title in ("PROGRAM KERJA DINAS SOSIAL TAHUN 2023", "Sasaran dan Indikator Dinas Sosial Tahun 2023"):
        above = lines(title)
        assert parted(above, {"program", "sasaran"}) == (above, None)
        agency, found = titles_of(above)
        assert (agency.upper(), found) == ("DINAS SOSIAL", title)
    above = lines("Sasaran 1: Meningkatnya mutu pada tahun 2023")
    assert parted(above, {"sasaran"}) == ([], above[0])
