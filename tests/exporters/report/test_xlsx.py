from tests.spreadsheets import cells_of

from sakip_rules.exporters import Look, export
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.results import ReportTree


def test_the_tables_of_the_chapter_as_sheets(tree: ReportTree) -> None:
    """Every table with its caption and rows; numbers are numbers, and nothing but the chart is a formula."""
    workbook = export("report", "xlsx", tree, Look("id"))
    assert isinstance(workbook, bytes)
    cells = cells_of(workbook)
    texts = {str(cell.value) for cell in cells.values()}
    chapter = chapter_of(tree, "id")
    captions = [f"Tabel {number}. {table.title}" for number, table in enumerate(chapter.tables, 1)]
    assert set(captions) <= texts
    titles = {row.cells[0].text for table in chapter.tables for row in table.rows}
    assert titles <= texts
    assert cells["Capaian", "E7"].value == 33.3
    assert cells["Capaian", "D8"].value == "belum ada"
    assert {sheet for (sheet, _), cell in cells.items() if cell.formula is not None} == {"Grafik"}


def test_in_english(tree: ReportTree) -> None:
    """Names of sheets, heads and words."""
    workbook = export("report", "xlsx", tree, Look("en"))
    assert isinstance(workbook, bytes)
    cells = cells_of(workbook)
    assert cells["Achievement", "D8"].value == "missing"


def test_it_is_the_same_each_time(tree: ReportTree) -> None:
    """Equal reports give equal bytes."""
    assert export("report", "xlsx", tree, Look("id")) == export("report", "xlsx", tree, Look("id"))
