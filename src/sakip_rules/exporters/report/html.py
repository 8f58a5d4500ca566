"""A computed report as one HTML file: chapter III with its tables and pictures, and the formulas used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.chapter.cells import told
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.equations import equations_of
from sakip_rules.exporters.report.layout import PICTURE, TABLE, sections_of
from sakip_rules.exporters.web import page, web_row, web_table
from sakip_rules.expression.drawing import draw
from sakip_rules.expression.mathml import MathPen, element
from sakip_rules.languages import Language, say
from sakip_rules.markup import NOTHING, Markup, joined, tag
from sakip_rules.numbers import indonesian
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import Chapter, ChapterCell, ChapterRow, ChapterTable
    from sakip_rules.exporters.report.drawn import Drawn
    from sakip_rules.exporters.report.equations import Equation
    from sakip_rules.exporters.report.layout import Numbered
    from sakip_rules.languages import Pair
    from sakip_rules.results import ReportTree

DEEPEST: Final = 3
"""Rows that stand deeper are not moved in further."""

_FORMULAS: Final[Pair] = ("Rumus yang dipakai", "The formulas that were used")


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as an HTML document that needs nothing else."""
    lang = look.lang
    chapter = chapter_of(tree, lang)
    parts = [_head(chapter, lang)]
    for section in sections_of(chapter, lang):
        content = [part for numbered in section.tables for part in _numbered(numbered, lang)]
        parts.append(tag("section", tag("h2", section.heading), *content))
    parts.append(_formulas(equations_of(tree, lang), lang))
    return page(chapter.title, lang, joined(parts, "\n"))


def _head(chapter: Chapter, lang: Language) -> Markup:
    answer = NOTHING
    if chapter.main is not None and chapter.main.figure is not None:
        figure = chapter.main.figure
        name = safe(figure.title, lang) or figure.name
        answer = tag("p", f"{name}: ", tag("strong", told(figure, lang)), class_="answer")
    facts = " · ".join((chapter.organization, *chapter.facts))
    return tag("header", tag("h1", chapter.title), tag("p", facts, class_="facts"), answer)


def _numbered(numbered: Numbered, lang: Language) -> Iterator[Markup]:
    """A table with its number, and its pictures below it."""
    caption = f"{say(TABLE, lang)} {numbered.number}. {numbered.table.title}"
    yield html_table(numbered.table, caption)
    yield from (_picture(number, drawn, lang) for number, drawn in numbered.pictures)


def plain(cell: ChapterCell) -> Markup:
    """Gives the words of a cell; those in place of a value look different."""
    return tag("span", cell.text, class_="absent") if cell.is_absent else joined([cell.text])


def html_table(table: ChapterTable, caption: str, shown: Callable[[ChapterCell], Markup] = plain) -> Markup:
    """Gives a table of the chapter as HTML, with two lines of heads where columns have a common one.

    `shown` gives what stands in a cell.
    """
    rows = (_row(row, table, shown) for row in table.rows)
    return web_table(caption, _heads(table), rows)


def _heads(table: ChapterTable) -> Markup:
    if not table.has_groups:
        cells = (_top(column.heading, is_number=column.is_number) for column in table.columns)
        return tag("tr", *cells, role="row")
    above, below = [], []
    for group, columns in groupby(table.columns, key=lambda column: column.above):
        own = list(columns)
        if group:
            above.append(
                tag("th", group, scope="colgroup", colspan=str(len(own)), class_="group", role="columnheader")
            )
            below += [_top(column.title, is_number=True) for column in own]
        else:
            above += [_top(column.heading, rowspan="2") for column in own]
    return joined([tag("tr", *above, role="row"), tag("tr", *below, role="row")])


def _top(title: str, *, is_number: bool = False, rowspan: str | None = None) -> Markup:
    kind = "number" if is_number else None
    return tag("th", title, scope="col", rowspan=rowspan, class_=kind, role="columnheader")


def _row(row: ChapterRow, table: ChapterTable, shown: Callable[[ChapterCell], Markup]) -> Markup:
    cells = [
        (shown(cell), column.heading, column.is_number)
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    depth = f"deep-{min(row.depth, DEEPEST)}"
    if row.kind == "group":
        name = tag("th", shown(row.cells[0]), scope="rowgroup", colspan=str(len(cells)), role="rowheader")
        return tag("tr", name, role="row", class_=f"group {depth}")
    return web_row(cells, depth if row.kind == "record" else f"summary {depth}")


def _picture(number: int, drawn: Drawn, lang: Language) -> Markup:
    return tag("figure", drawn.svg, tag("figcaption", f"{say(PICTURE, lang)} {number}. {drawn.title}"))


def _formulas(equations: list[Equation], lang: Language) -> Markup:
    """Each formula typeset, as wide as its line and no wider."""
    if not equations:
        return NOTHING
    lines = [tag("li", _equation(equation, lang)) for equation in equations]
    return tag("section", tag("h2", say(_FORMULAS, lang)), tag("ul", *lines))


def _equation(equation: Equation, lang: Language) -> Markup:
    drawn = draw(equation.formula, equation.titles, _Pen(lang))
    reference = tag("small", f" ({equation.reference})", class_="quiet")
    return joined(
        [
            equation.title,
            reference,
            " =",
            _math(drawn, equation.formula.text),
        ]
    )


def _math(drawn: str, written: str) -> Markup:
    """A formula in a box of its own, that scrolls where it is too long."""
    return tag(
        "div", tag("math", Markup(drawn), display="block", alttext=written), class_="formula", tabindex="0"
    )


class _Pen(MathPen):
    """Draws numbers as readers of a language expect them, and titles that wrap where a line is short."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def number(self, text: str) -> str:
        """Draws a literal."""
        return element("mn", indonesian(text) if self.lang == "id" else text)

    def text(self, text: str) -> str:
        """Draws a title, whatever characters it has."""
        return element("mtext", tag("span", text, class_="title"))
