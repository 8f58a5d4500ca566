"""A computed report as a workbook: the tables of its chapter III, numbers as numbers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.workbook import about
from sakip_rules.exporters.workbook.charts import add_chart
from sakip_rules.exporters.workbook.colours import BandColours
from sakip_rules.exporters.workbook.opening import new_book
from sakip_rules.exporters.workbook.styles import Styles
from sakip_rules.exporters.workbook.tables import SHEETS, TableSheets
from sakip_rules.languages import say

if TYPE_CHECKING:
    from sakip_rules.results import ReportTree


def export(tree: ReportTree, look: Look) -> bytes:
    """Gives the bytes of a workbook; raises `UsageError` without the extra `excel`."""
    lang = look.lang
    chapter = chapter_of(tree, lang)
    out = io.BytesIO()
    book = new_book(out, tree)
    styles = Styles(book)
    first = book.add_worksheet(say(about.NAME, lang))
    names = {table.key: say(SHEETS[table.key], lang) for table in chapter.tables}
    for name in names.values():
        book.add_worksheet(name)
    colours = BandColours(book)
    tables = TableSheets(book, styles, lang, names, colours)
    tables.write(chapter)
    colours.write()
    listed = [
        about.ListedSheet(name, "; ".join(table.title for table in chapter.tables if table.key == key))
        for key, name in names.items()
    ]
    about.write(first, styles, chapter, listed, lang)
    add_chart(book, styles, tables.drawn, lang)
    book.close()
    return out.getvalue()
