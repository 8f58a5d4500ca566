"""A computed report as a Word document: chapter III with lists, tables, pictures and native equations."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.chapter.cells import told
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.equations import equations_of
from sakip_rules.exporters.report.layout import PICTURE, TABLE, sections_of
from sakip_rules.exporters.word.document import WordDocument
from sakip_rules.exporters.word.tables import ColumnRoom, WordCell, WordRow, fitted, word_table
from sakip_rules.exporters.word.xml import run
from sakip_rules.expression.omml import OfficePen, to_omml
from sakip_rules.languages import Language, say
from sakip_rules.numbers import indonesian
from sakip_rules.pictures.raster import raster
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.exporters.report.chapter.model import Chapter, ChapterColumn, ChapterRow, ChapterTable
    from sakip_rules.exporters.report.equations import Equation
    from sakip_rules.exporters.report.layout import ChapterSection
    from sakip_rules.languages import Pair
    from sakip_rules.results import ReportTree

_TITLE: Final[Pair] = ("BAB III AKUNTABILITAS KINERJA", "CHAPTER III PERFORMANCE ACCOUNTABILITY")
_TABLES: Final[Pair] = ("Daftar tabel", "List of tables")
_PICTURES: Final[Pair] = ("Daftar gambar", "List of figures")
_FORMULAS: Final[Pair] = ("Rumus yang dipakai", "The formulas that were used")
_FRAMEWORK: Final[Pair] = ("Dihitung menurut kerangka", "Computed by the framework")
_MORE: Final[Pair] = (
    "Hanya {most} gambar pertama dimuat di sini; semuanya ada dalam bentuk html.",
    "Only the first {most} pictures stand here; all of them are in the format html.",
)
MOST_PICTURES: Final = 60
"""A picture in dots takes a tenth of a second: of thousands of indicators nobody looks at all pictures."""

_NAMES: Final = {"path": 2400, "level": 1500, "of": 2400, "item": 2700}
"""Columns of names are at least so wide, in twentieths of a point."""

_NUMBER: Final = 700
_WHOLE: Final = 1900
"""Wider than this no unit and no category gets so as to stand on one line."""

_BOLD: Final = 118
"""A bold letter of a head, at most but for the widest."""

_LETTER: Final = 100
_PADDING: Final = 80


def export(tree: ReportTree, look: Look) -> bytes:
    """Gives a computed report as a Word document; raises `UsageError` without the extra `word`."""
    lang = look.lang
    chapter = chapter_of(tree, lang)
    every = list(sections_of(chapter, lang))
    sections = [_with_first_pictures(section) for section in every]
    document = WordDocument(chapter.title, chapter.organization, lang)
    _begin(document, chapter)
    if sections != every:
        document.text(say(_MORE, lang).format(most=MOST_PICTURES))
    _lists(document, sections)
    for section in sections:
        _section(document, section)
    _formulas(document, equations_of(tree, lang))
    return document.to_bytes()


def _with_first_pictures(section: ChapterSection) -> ChapterSection:
    """A section with those of its pictures that are among the first of the chapter."""
    tables = [
        numbered._replace(pictures=[each for each in numbered.pictures if each[0] <= MOST_PICTURES])
        for numbered in section.tables
    ]
    return section._replace(tables=tables)


def _begin(document: WordDocument, chapter: Chapter) -> None:
    """What it is, of whom and when, and the main figure in a sentence."""
    document.text(say(_TITLE, document.lang), style="Title")
    document.text(chapter.title, style="Subtitle")
    *facts, framework = chapter.facts
    document.text(" · ".join((chapter.organization, *facts)), style="Subtitle")
    document.gap()
    if chapter.main is not None and chapter.main.figure is not None:
        figure = chapter.main.figure
        name = safe(figure.title, document.lang) or figure.name
        document.text(run(f"{name}: "), run(told(figure, document.lang), bold=True), run("."))
    document.text(run(f"{say(_FRAMEWORK, document.lang)}: {framework}", quiet=True))


def _lists(document: WordDocument, sections: Sequence[ChapterSection]) -> None:
    tables = [numbered for section in sections for numbered in section.tables]
    pictures = [(number, drawn.title) for numbered in tables for number, drawn in numbered.pictures]
    named = [(numbered.number, numbered.table.title) for numbered in tables]
    for heading, label, captions in ((_TABLES, TABLE, named), (_PICTURES, PICTURE, pictures)):
        if captions:
            document.listed(say(heading, document.lang), say(label, document.lang), captions)


def _section(document: WordDocument, section: ChapterSection) -> None:
    """A heading, and each table below its caption, each picture above its own."""
    lang = document.lang
    for place, numbered in enumerate(section.tables):
        table = numbered.table
        widths, is_wide = fitted(
            [_room(table, place) for place in range(len(table.columns))], _flexible(table)
        )
        document.turn(is_wide=is_wide)
        if place == 0:
            document.heading(section.heading)  # on the pages of its table, also where these lie on their side
        document.caption(say(TABLE, lang), numbered.number, table.title)
        document.table(word_table(_rows(table), widths, table.title))
        for number, drawn in numbered.pictures:
            document.turn(is_wide=False)
            document.picture(raster(drawn.svg), drawn.title, drawn.description)
            document.caption(say(PICTURE, lang), number, drawn.title, stays=False)


def _room(table: ChapterTable, place: int) -> ColumnRoom:
    """What a column needs for the longest word of its head and its cells, and for its longest text."""
    column = table.columns[place]
    head = column.title if column.group else column.heading
    cells = [(row.cells[place].text, _BOLD if row.kind == "summary" else _LETTER) for row in _lines(table)]
    told = [(head, _BOLD), *cells]
    words = max(letter * len(word) for text, letter in told for word in text.split() or [""])
    texts = max((letter * len(text) for text, letter in cells), default=0)
    least = max(words, 0 if column.is_number else _NUMBER) + 2 * _PADDING
    if column.key in _NAMES:
        return ColumnRoom(_NAMES[column.key], _NAMES[column.key])
    return ColumnRoom(max(least, _NUMBER), min(texts + 2 * _PADDING, _WHOLE))


def _lines(table: ChapterTable) -> list[ChapterRow]:
    """The rows whose cells stand in their own columns."""
    return [row for row in table.rows if row.kind != "group"]


def _flexible(table: ChapterTable) -> int:
    """The column that takes the room that is left: the names of records."""
    return next(place for place, column in enumerate(table.columns) if column.key == "item")


def _rows(table: ChapterTable) -> Iterator[WordRow]:
    yield from _heads(table)
    for row in table.rows:
        yield _row(row, table)


def _heads(table: ChapterTable) -> Iterator[WordRow]:
    """One line of heads, or two where columns stand below a common one."""
    if not table.has_groups:
        yield WordRow([_head(column.heading, column) for column in table.columns], is_head=True)
        return
    above, below = [], []
    for group, columns in groupby(table.columns, key=lambda column: column.above):
        own = list(columns)
        if group:
            above.append(WordCell(group, bold=True, shaded=True, columns=len(own)))
            below += [_head(column.title, column) for column in own]
        else:
            above += [WordCell(column.heading, bold=True, shaded=True, rows="restart") for column in own]
            below += [WordCell("", shaded=True, rows="continue") for _ in own]
    yield WordRow(above, is_head=True)
    yield WordRow(below, is_head=True)


def _head(text: str, column: ChapterColumn) -> WordCell:
    return WordCell(text, is_number=column.is_number, bold=True, shaded=True)


def _row(row: ChapterRow, table: ChapterTable) -> WordRow:
    if row.kind == "group":
        name = WordCell(
            row.cells[0].text, bold=True, shaded=True, depth=row.depth, columns=len(table.columns)
        )
        return WordRow([name], stays=True)
    cells = [
        WordCell(
            cell.text,
            is_number=column.is_number,
            bold=row.kind == "summary",
            italic=cell.is_absent,
            depth=row.depth if place == 0 else 0,
        )
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True))
    ]
    return WordRow(cells)


def _formulas(document: WordDocument, equations: Sequence[Equation]) -> None:
    """Each formula as an equation that Word can edit, below what it gives."""
    if not equations:
        return
    document.turn(is_wide=False)
    document.heading(say(_FORMULAS, document.lang))
    pen = _Pen(document.lang)
    for equation in equations:
        document.text(
            run(equation.title), run(f" ({equation.reference})", quiet=True), run(" ="), style="SebelumRumus"
        )
        document.equation(to_omml(equation.formula, equation.titles, pen))


class _Pen(OfficePen):
    """Draws numbers as readers of a language expect them."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def number(self, text: str) -> str:
        """Draws a literal."""
        return super().number(indonesian(text) if self.lang == "id" else text)
