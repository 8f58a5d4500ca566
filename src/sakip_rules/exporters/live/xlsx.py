"""A computed report as a live workbook: tables, records with formulas, data, and a control sheet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.workbook import about, charts, control
from sakip_rules.exporters.workbook.absence import Absence, Leaf
from sakip_rules.exporters.workbook.building import LineGroup
from sakip_rules.exporters.workbook.cells import CellWriter, Content, category_key
from sakip_rules.exporters.workbook.colours import BandColours
from sakip_rules.exporters.workbook.grid import BookSheet, CellPlace
from sakip_rules.exporters.workbook.layout import lay_out
from sakip_rules.exporters.workbook.names import outward
from sakip_rules.exporters.workbook.naming import define, names_of
from sakip_rules.exporters.workbook.opening import new_book
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.exporters.workbook.sheets import LineSheets
from sakip_rules.exporters.workbook.shown import shown_formula
from sakip_rules.exporters.workbook.styles import Styles
from sakip_rules.exporters.workbook.tables import SHEETS, FormulaOf, TableSheets
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import Chapter, ChapterCell, TableKey
    from sakip_rules.exporters.subjects import LiveReport
    from sakip_rules.exporters.workbook.lines import SheetLine


def export(report: LiveReport, look: Look) -> bytes:
    """Gives the bytes of a workbook.

    Raises `UsageError` without the extra `excel`, `DataError` for a report with too many lines.
    """
    tree, lang = report.tree, look.lang
    chapter = chapter_of(tree, lang)
    names = {table.key: say(SHEETS[table.key], lang) for table in chapter.tables}
    own = [say(about.NAME, lang), *names.values(), say(charts.SHEET, lang), say(control.NAME, lang)]
    groups = [group for group in report_groups(report.data, report.years, lang, own) if group.lines]
    columns = lay_out(groups)
    absence = Absence(lang, about.words_range(lang))
    writer = CellWriter(absence)
    writer.groups(groups)
    kept = control.Control(lang)
    kept.add(groups, writer.cells)

    out = io.BytesIO()
    book = new_book(out, tree)
    styles = Styles(book)
    for name in [own[0], *names.values(), *(group.sheet.name for group in groups), own[-1]]:
        book.add_worksheet(name)
    colours = BandColours(book)
    tables = TableSheets(book, styles, lang, names, colours, _formulas(groups, writer.cells, absence))
    tables.write(chapter)
    lines = LineSheets(book, styles, lang, writer.cells, writer.helpers, kept, colours)
    for number, group in enumerate(groups):
        lines.write(group, columns[number])
    colours.write()
    named = names_of(groups, writer.cells, tree.year)
    define(book, named)
    kept.write(book.get_worksheet_by_name(own[-1]), styles, BookSheet(own[-1]))
    about.write(
        book.get_worksheet_by_name(own[0]),
        styles,
        chapter,
        _listed(chapter, names, groups, lang),
        lang,
        named=next((name for name in named if "." in name), next(iter(named), "")),
    )
    charts.add_chart(book, styles, tables.drawn, lang)
    book.close()
    return out.getvalue()


def _formulas(groups: list[LineGroup], cells: dict[CellPlace, Content], absence: Absence) -> FormulaOf:
    """Gives the formulas of the report's tables: each takes over the cell of its figure."""
    lines: dict[tuple[str, int | None], SheetLine] = {
        (line.path, line.year): line for group in groups for line in group.lines if line.year is not None
    }

    def formula_of(cell: ChapterCell) -> str | None:
        line = lines.get((cell.path, cell.year)) if cell.figure is not None else None
        if line is None or cell.figure is None:
            return None
        name = cell.figure.name
        key = category_key(name) if cell.is_category else outward(name) if name in line.shields else name
        place = line.place(key) if key in line.offsets else None
        if place is None or place not in cells:
            return None
        text = place.seen_from(BookSheet(""))
        if cells[place].role == "given":
            return absence.itself(Leaf(text, blank=True))
        return text if cell.is_category else shown_formula(text, cell.figure)

    return formula_of


def _listed(
    chapter: Chapter, names: dict[TableKey, str], groups: list[LineGroup], lang: Language
) -> list[about.ListedSheet]:
    tables = [
        about.ListedSheet(name, "; ".join(table.title for table in chapter.tables if table.key == key))
        for key, name in names.items()
    ]
    records = [about.ListedSheet(group.sheet.name, group.title) for group in groups]
    return [*tables, *records, about.ListedSheet(say(control.NAME, lang), say(control.ABOUT, lang))]
