from itertools import chain

from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.layout import HEADINGS, sections_of
from sakip_rules.results import ReportTree


def test_tables_and_pictures_are_numbered_through(tree: ReportTree) -> None:
    """From one, each kind by itself, in the order of the chapter."""
    chapter = chapter_of(tree, "id")
    sections = list(sections_of(chapter, "id"))
    numbered = list(chain.from_iterable(section.tables for section in sections))
    assert [each.table for each in numbered] == list(chapter.tables)
    assert [each.number for each in numbered] == list(range(1, len(numbered) + 1))
    pictures = [number for each in numbered for number, _ in each.pictures]
    assert pictures == list(range(1, len(pictures) + 1))


def test_every_section_has_a_heading(tree: ReportTree) -> None:
    """In the language of the reader."""
    headings = [section.heading for section in sections_of(chapter_of(tree, "en"), "en")]
    assert headings == ["Targets, realised figures and achievements", "Year by year"]
    assert all(first != second for first, second in HEADINGS.values())
