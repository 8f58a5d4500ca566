from sakip_rules.exporters.report.chapter.budget import tables_of_budget, tables_of_efficiency
from sakip_rules.exporters.report.chapter.cells import Writer
from sakip_rules.exporters.report.chapter.model import ChapterTable
from sakip_rules.results import ReportTree


def lines(table: ChapterTable) -> list[tuple[str | int, ...]]:
    """How deep each row stands, and what a reader sees of it."""
    return [(row.depth, *(cell.text for cell in row.cells)) for row in table.rows]


def test_money_is_shown_as_deep_as_it_goes(writer: Writer) -> None:
    """Below an objective its programme, activity, sub-activities; others in a table of their own."""
    first, second = tables_of_budget(writer)
    assert first.title == "Anggaran tahun 2023: Sasaran strategis"
    assert lines(first) == [
        (0, "Dinas Contoh", "800.000.000", "715.000.000", "89,38"),
        (0, "Layanan membaik", "500.000.000", "475.000.000", "95,00"),
        (1, "pelayanan", "500.000.000", "475.000.000", "95,00"),
        (2, "loket", "500.000.000", "475.000.000", "95,00"),
        (3, "petugas", "400.000.000", "380.000.000", "95,00"),
        (3, "perlengkapan", "100.000.000", "95.000.000", "95,00"),
    ]
    assert lines(second) == [(0, "penunjang", "300.000.000", "240.000.000", "80,00")]


def test_a_total_ends_the_table_that_adds_up_to_it(lumajang: ReportTree) -> None:
    """Tabel II.4 prints 5.085.713.014 below the programmes; the lines behind objectives add up to less."""
    lines_behind, programmes = tables_of_budget(Writer(lumajang, "id"))
    assert [row.kind for row in lines_behind.rows if row.path == "."] == []
    assert [cell.text for cell in programmes.rows[-1].cells] == [
        *("Jumlah", "5.085.713.014", "4.929.914.273", "96,94"),
    ]


def test_efficiency_stands_beside_what_it_is_computed_from(lumajang: ReportTree) -> None:
    """Tabel III.10: 274,83 less 98,37 is 176,46; the report states 98,37, whatever its lines come to."""
    agency, objectives, *_ = tables_of_efficiency(Writer(lumajang, "id"))
    assert [column.title for column in agency.columns][3] == "Rata-rata efisiensi"
    assert [cell.text for cell in objectives.rows[0].cells][1:] == ["274,84", "98,37", "176,47"]


def test_without_money_or_achievement_there_is_no_row(writer: Writer) -> None:
    """A programme without indicators has nothing to compare with."""
    tables = list(tables_of_efficiency(writer))
    assert [[row.path for row in table.rows] for table in tables] == [["."], ["layanan"]]
    assert [cell.text for cell in tables[1].rows[0].cells] == ["Layanan membaik", "121,67", "95,00", "26,67"]
