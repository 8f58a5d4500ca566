"""A computed report as Markdown: the tables of its chapter III, one below another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.markdown import escaped, table_head, table_line
from sakip_rules.exporters.report.chapter.making import chapter_of

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import ChapterRow, ChapterTable
    from sakip_rules.results import ReportTree

_INDENT: Final = "&emsp;"


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as Markdown text; titles of strangers are plain text in it."""
    chapter = chapter_of(tree, look.lang)
    facts = " · ".join(escaped(fact) for fact in (chapter.organization, *chapter.facts))
    lines = [f"# {escaped(chapter.title)}", "", facts]
    for table in chapter.tables:
        lines += ["", f"## {escaped(table.title)}", "", *_lines(table)]
    return "\n".join(lines) + "\n"


def _lines(table: ChapterTable) -> Iterator[str]:
    numbers = [place for place, column in enumerate(table.columns) if column.is_number]
    yield from table_head([column.heading for column in table.columns], right=numbers)
    for row in table.rows:
        yield table_line(_cells(row))


def _cells(row: ChapterRow) -> Iterator[str]:
    """The cells of a row, the first as deep as the row stands; groups and sums are bold."""
    for place, cell in enumerate(row.cells):
        shown = escaped(cell.text)
        marked = f"**{shown}**" if shown and row.kind != "record" else shown
        yield f"{_INDENT * row.depth}{marked}" if place == 0 else marked
