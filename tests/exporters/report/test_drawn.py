import re
from collections.abc import Iterator

import pytest
from tests.bundled import bundled

from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.chapter.model import ChapterCell, ChapterColumn, ChapterRow, ChapterTable
from sakip_rules.exporters.report.drawn import MOST_GROUPS, Drawn, pictures_of
from sakip_rules.results import ReportTree


@pytest.fixture(scope="module")
def drawn() -> dict[str, list[Drawn]]:
    """The pictures of the report of 2020, by what they are about."""
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    found: dict[str, list[Drawn]] = {}
    for place, table in enumerate(chapter_of(tree, "id").tables):
        found.setdefault(table.key, []).extend(pictures_of(table, f"g{place}", "id"))
    return found


def every(drawn: dict[str, list[Drawn]]) -> Iterator[Drawn]:
    """All pictures."""
    return (picture for pictures in drawn.values() for picture in pictures)


def test_each_kind_of_table_that_can_be_drawn_is(drawn: dict[str, list[Drawn]]) -> None:
    """Money alone is no picture."""
    assert {key for key, pictures in drawn.items() if pictures} == {
        "indicators",
        "years",
        "end",
        "efficiency",
    }
    assert drawn["budget"] == []


def test_a_picture_says_all_that_it_shows(drawn: dict[str, list[Drawn]]) -> None:
    """Every text behind a bar or a point stands in its description, too."""
    assert drawn["indicators"][0].description.startswith(
        "Persentase PMKS yang telah mendapatkan pelayanan: 267,71 Baik Sekali; "
    )
    for picture in every(drawn):
        told = re.findall(r'class="chart__(?:number|gap)">([^<]+)<', picture.svg)
        missing = [text for text in told if text not in picture.description]
        assert [text for text in missing if not re.fullmatch(r"20\d\d|\d+", text)] == []


def test_achievements_stand_on_the_bands_of_their_scale(drawn: dict[str, list[Drawn]]) -> None:
    """Tabel III.1 has four: Kurang, Cukup, Baik, Baik Sekali, with ends at 55, 75 and 100."""
    svg = drawn["indicators"][0].svg
    assert svg.count('class="chart__shade"') == 4 + 3 * 4
    assert [name for name in ("Kurang", "Cukup", "Baik", "Baik Sekali") if f">{name}<" not in svg] == []
    assert [end for end in ("55", "75", "100") if f">{end}<" not in svg] == []


def test_a_year_without_a_value_says_why(drawn: dict[str, list[Drawn]]) -> None:
    """The second indicator was not measured in 2019: its line begins in 2020."""
    (years,) = drawn["years"]
    assert "2019 belum ada, 2020 281,96" in years.description
    assert years.svg.count('class="chart__gap"') == 1


def test_many_records_are_several_pictures() -> None:
    """Each of a page's height, each saying which of how many it is."""
    tree = bundled().evaluate_report("examples/dinsos-lumajang-2020.yaml").tree
    first = chapter_of(tree, "en").tables[0]
    record = first.rows[1]
    many = ChapterTable(first.key, first.title, first.columns, (record,) * (2 * MOST_GROUPS + 1), first.level)
    titles = [picture.title for picture in pictures_of(many, "g", "en")]
    assert [title.rpartition(": ")[2] for title in titles] == [
        f"Objective ({part} of 3)" for part in (1, 2, 3)
    ]


def test_where_there_is_nothing_to_draw_there_is_no_picture(tree: ReportTree) -> None:
    """No value, no bar."""
    columns = (ChapterColumn("item", "Uraian"), ChapterColumn("achievement", "Capaian", is_number=True))
    row = ChapterRow("record", "a", (ChapterCell("a"), ChapterCell("belum ada")))
    assert pictures_of(ChapterTable("indicators", "t", columns, (row,)), "g", "id") == []
    assert pictures_of(chapter_of(tree, "id").tables[0], "g", "id") != []
