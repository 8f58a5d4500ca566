"""From a computed report to the tables of its chapter III; and all its records in one table."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.report.chapter.budget import tables_of_budget, tables_of_efficiency
from sakip_rules.exporters.report.chapter.cells import Writer
from sakip_rules.exporters.report.chapter.indicators import (
    assessed,
    does_not_apply,
    tables_by_year,
    tables_of_year,
    tables_to_the_end,
)
from sakip_rules.exporters.report.chapter.model import Chapter, ChapterCell, ChapterRow, ChapterTable
from sakip_rules.exporters.report.roles import part
from sakip_rules.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.languages import Language, Pair
    from sakip_rules.results import ReportNode, ReportTree

_YEAR: Final[Pair] = ("Tahun {year}", "Year {year}")
_OTHERS: Final[Pair] = ("Nilai: {level}", "Values: {level}")
_RECORDS: Final[Pair] = ("Semua rekaman", "All records")
_ROLES: Final[tuple[Role, ...]] = ("target", "realised", "achievement")
_MONEY: Final[tuple[Role, ...]] = ("budget", "spent", "absorbed")
_END: Final[tuple[Role, ...]] = ("end_target", "end_achievement")


def chapter_of(tree: ReportTree, lang: Language) -> Chapter:
    """Gives the tables of a computed report: achievements, year by year, end of plan, money, other values.

    Every record with a main figure stands in one of them, whatever its framework calls its figures, but for
    those below an indicator: they are parts of its own calculation.
    """
    writer = Writer(tree, lang)
    tables = list(
        chain(
            tables_of_year(writer),
            tables_by_year(writer),
            tables_to_the_end(writer),
            tables_of_budget(writer),
            tables_of_efficiency(writer),
        )
    )
    tables += _others(writer, {row.path for table in tables for row in table.rows})
    root = tree.root
    main = None if root.headline_figure is None else writer.figure(root, root.headline_figure)
    period = [] if tree.period is None else [clean(say(tree.period, lang))]
    facts = (*period, writer.say(_YEAR).format(year=tree.year), tree.framework.reference)
    return Chapter(clean(tree.title), clean(tree.organization), tree.year, facts, main, tables)


def _others(writer: Writer, told: set[str]) -> Iterator[ChapterTable]:
    """The main figures of records that stand in no other table, a table for each level."""
    inside = {below.path for node in assessed(writer) for below in node.walk()}
    levels: dict[str, list[ReportNode]] = {}
    for node in writer.nodes:
        figure = node.headline_figure
        if figure is not None and not does_not_apply(figure) and node.path not in told | inside:
            levels.setdefault(node.level, []).append(node)
    for nodes in levels.values():
        rows = [_other(writer, node) for node in nodes]
        level = writer.level(nodes[0])
        title = writer.say(_OTHERS).format(level=level)
        columns = writer.columns(("of", "item", "value", "category"), rows)
        yield ChapterTable("others", title, columns, tuple(rows), level)


def _other(writer: Writer, node: ReportNode) -> ChapterRow:
    figure = node.headline_figure
    value, category = writer.figure(node, figure), writer.category(node, figure)
    return ChapterRow("record", node.path, (_of(writer, node), writer.named(node), value, category))


def _of(writer: Writer, node: ReportNode) -> ChapterCell:
    parent = writer.parents.get(node.path)
    return ChapterCell() if parent is None else writer.named(parent)


def records_of(tree: ReportTree, lang: Language) -> ChapterTable:
    """Gives every record of a report in one table, one row each: for files of data.

    A record of which nothing is known has no row; columns that no record fills are left out.
    """
    writer = Writer(tree, lang)
    years = sorted({of_year.year for node in writer.nodes for of_year in node.earlier.values()})
    told = ("path", "level", "of", "item", "unit")
    keys = (*told, *_ROLES, "value", "category", *_MONEY, *_END)
    rows = [
        ChapterRow("record", node.path, (*_names(writer, node), *_figures(writer, node, years)))
        for node in writer.nodes
    ]
    columns = list(writer.columns(keys, rows))
    for role in _ROLES[1:]:
        columns += writer.years_of(role, years, rows, len(columns))
    table = ChapterTable("records", writer.say(_RECORDS), tuple(columns), tuple(rows))
    return _filled(table, len(told))


def _names(writer: Writer, node: ReportNode) -> list[ChapterCell]:
    path = ChapterCell(clean(node.path), path=node.path)
    level = ChapterCell(writer.level(node), path=node.path)
    return [path, level, _of(writer, node), writer.named(node), writer.unit(node)]


def _figures(writer: Writer, node: ReportNode, years: Sequence[int]) -> list[ChapterCell]:
    """The cells of a record's figures; its main figure stands under `value` where no other column has it."""
    achievement, main = part("achievement", node.now), node.headline_figure
    elsewhere = [achievement, *(part(role, node.now) for role in _MONEY)]
    graded = main if achievement is None or achievement.in_category is None else achievement
    earlier = [
        writer.figure(node, part(role, node.earlier.get(year)), year) for role in _ROLES[1:] for year in years
    ]
    return [
        *writer.parts(node, _ROLES),
        writer.figure(node, None if main in elsewhere else main),
        writer.category(node, graded),
        *writer.parts(node, (*_MONEY, *_END)),
        *earlier,
    ]


def _filled(table: ChapterTable, names: int) -> ChapterTable:
    """A table without rows that say nothing of a record, and without columns that no row fills."""
    rows = [row for row in table.rows if any(cell.text for cell in row.cells[names:])]
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.key == "path" or any(row.cells[place].text for row in rows)
    ]
    columns = tuple(table.columns[place] for place in places)
    kept = (ChapterRow(row.kind, row.path, tuple(row.cells[place] for place in places)) for row in rows)
    return ChapterTable(table.key, table.title, columns, tuple(kept))
