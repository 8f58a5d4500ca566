from sakip_rules.exporters.report.chapter.model import Chapter, ChapterCell, ChapterColumn


def test_a_column_of_a_group_has_a_heading_of_its_own() -> None:
    """Alone it says both; below its group only what is its own."""
    column = ChapterColumn("achievement", "2019", is_number=True, group="Capaian", year=2019, sign="(%)")
    assert (column.heading, column.above) == ("Capaian 2019 (%)", "Capaian (%)")
    assert (ChapterColumn("item", "Uraian").heading, ChapterColumn("item", "Uraian").above) == ("Uraian", "")


def test_a_cell_is_found_by_what_its_column_holds(chapter: Chapter) -> None:
    """A table without such a column has an empty cell there."""
    table = chapter.tables[0]
    assert table.cell(table.rows[1], "target").text == "75"
    assert table.cell(table.rows[1], "budget") == ChapterCell()


def test_only_years_stand_below_a_common_head(chapter: Chapter) -> None:
    """Formats with two lines of heads ask for it."""
    assert [table.key for table in chapter.tables if table.has_groups] == ["years"]


def test_words_in_place_of_a_value_are_known(chapter: Chapter) -> None:
    """A cell without a figure is no absent value."""
    table = chapter.tables[0]
    survey = next(row for row in table.rows if row.path == "layanan/survei")
    assert [cell.is_absent for cell in survey.cells] == [False, False, False, True, True, False]
