from sakip_rules.exporters.report.chapter.cells import Writer
from sakip_rules.exporters.report.chapter.indicators import (
    assessed,
    kinds,
    tables_by_year,
    tables_of_year,
    tables_to_the_end,
)
from sakip_rules.exporters.report.chapter.model import ChapterRow
from sakip_rules.results import ReportTree


def lines(rows: tuple[ChapterRow, ...]) -> list[tuple[str, ...]]:
    """The kind of each row, and what a reader sees of it."""
    return [(row.kind, *(cell.text for cell in row.cells)) for row in rows]


def test_indicators_stand_below_their_objective(writer: Writer) -> None:
    """Values from the example of the framework: one not measured, the mean of the others, the main figure."""
    (table,) = tables_of_year(writer)
    assert table.title == "Capaian kinerja tahun 2023: Sasaran strategis"
    assert [column.heading for column in table.columns] == [
        *("Uraian", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"),
    ]
    assert lines(table.rows) == [
        ("group", "Layanan membaik", "", "", "", "", ""),
        ("record", "kepuasan", "", "75", "90", "120,00", "Sangat Tinggi"),
        ("record", "waktu", "", "10", "8", "120,00", "Sangat Tinggi"),
        ("record", "aduan", "", "10", "8", "125,00", "Sangat Tinggi"),
        ("record", "survei", "", "50", "belum ada", "belum ada", ""),
        ("summary", "Rata-rata capaian indikator", "", "", "", "121,67", "Sangat Tinggi"),
        ("group", "=Tata ruang", "", "", "", "", ""),
        ("record", "luas", "", "100", "95", "95,00", "Sangat Tinggi"),
        ("summary", "Rata-rata capaian indikator", "", "", "", "95,00", "Sangat Tinggi"),
        ("summary", "Rata-rata capaian sasaran", "", "", "", "108,33", "Sangat Tinggi"),
    ]


def test_what_does_not_apply_is_not_assessed(writer: Writer) -> None:
    """A record to which neither target nor realised figure applies; one that is only missing is."""
    assert [node.id for node in assessed(writer)] == ["kepuasan", "waktu", "aduan", "survei", "luas"]


def test_each_kind_of_group_has_a_table(lumajang: ReportTree) -> None:
    """Objectives, the agency's own indicators, programmes; the main figure ends the first alone."""
    writer = Writer(lumajang, "en")
    tables = list(tables_of_year(writer))
    assert [table.title.partition(": ")[2] for table in tables] == ["Objective", "Agency", "Programme"]
    assert [table.rows[-1].path for table in tables] == [".", "ketepatan-sasaran", "pembinaan-lingkungan"]
    assert [len(groups) for groups in kinds(writer, assessed(writer))] == [2, 1, 4]


def test_means_are_those_that_the_framework_computes(lumajang: ReportTree) -> None:
    """Tabel III.9 of the report has them: 23,44, 63,98 (cut; the mean is 64,00) and 274,83."""
    first = next(tables_of_year(Writer(lumajang, "id")))
    mean = next(row for row in first.rows if row.kind == "summary")
    assert [cell.text for cell in mean.cells][2:5] == ["23,44", "64,00", "274,84"]


def test_years_stand_beside_each_other(writer: Writer) -> None:
    """The earliest first; a record without an earlier year is left out, its group's mean is not."""
    (table,) = tables_by_year(writer)
    assert [column.heading for column in table.columns][2:] == [
        *("Realisasi 2022", "Realisasi 2023", "Capaian 2022 (%)", "Capaian 2023 (%)"),
    ]
    assert lines(table.rows) == [
        ("group", "Layanan membaik", "", "", "", "", ""),
        ("record", "kepuasan", "", "80", "90", "100,00", "120,00"),
        ("summary", "Rata-rata capaian indikator", "", "", "", "100,00", "121,67"),
    ]


def test_only_what_has_come_some_way_to_the_end_is_shown(writer: Writer) -> None:
    """Indicators with a target at the end of the plan, and their mean."""
    (table,) = tables_to_the_end(writer)
    assert [line[1:] for line in lines(table.rows)][1:] == [
        ("kepuasan", "", "90", "100", "90,00"),
        ("waktu", "", "8", "5", "40,00"),
        ("aduan", "", "8", "5", "62,50"),
        ("Rata-rata capaian terhadap target akhir rencana", "", "", "", "64,17"),
    ]
