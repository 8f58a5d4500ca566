"""Tables of money: budget, spent, absorbed, as deep as a report has them; achievement beside absorption."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.report.chapter.model import ChapterCell, ChapterColumn, ChapterRow, ChapterTable
from sakip_rules.exporters.report.roles import has_value, part
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.exporters.report.chapter.cells import Writer
    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.languages import Pair
    from sakip_rules.results import ReportNode

_BUDGET: Final[Pair] = ("Anggaran tahun {year}: {level}", "Budget of {year}: {level}")
_EFFICIENCY: Final[Pair] = (
    "Capaian kinerja dan serapan anggaran: {level}",
    "Achievement and absorbed budget: {level}",
)
_TOTAL: Final[Pair] = ("Jumlah", "Total")
_MONEY: Final[tuple[Role, ...]] = ("budget", "spent", "absorbed")


def tables_of_budget(writer: Writer) -> Iterator[ChapterTable]:
    """Gives budget, spent and absorbed: a table for the records right below the report, level by level.

    The report's own budget ends the table whose records add up to it; if none does, it is the first row.
    """
    tables = [(tops, _branches(writer, tops)) for tops in _tops(writer)]
    _put_total(writer, tables)
    for tops, rows in tables:
        level = writer.level(tops[0])
        title = writer.say(_BUDGET).format(year=writer.tree.year, level=level)
        yield ChapterTable("budget", title, writer.columns(("item", *_MONEY), rows), tuple(rows), level)


def _put_total(writer: Writer, tables: Sequence[tuple[list[ReportNode], list[ChapterRow]]]) -> None:
    """Puts the report's own budget where it belongs, if it has one."""
    root = writer.tree.root
    if not tables or not has_value(part("budget", root.now)):
        return
    money = writer.parts(root, _MONEY)
    for tops, rows in tables:
        if _adds_up(root, tops):
            name = ChapterCell(writer.say(_TOTAL), path=root.path)
            rows.append(ChapterRow("summary", root.path, (name, *money)))
            return
    tables[0][1].insert(0, ChapterRow("record", root.path, (writer.named(root), *money)))


def _tops(writer: Writer) -> list[list[ReportNode]]:
    """The records right below the report that have money in them or below, by their level."""
    levels: dict[str, list[ReportNode]] = {}
    for node in writer.tree.root.children:
        if any(has_value(part("budget", below.now)) for below in node.walk()):
            levels.setdefault(node.level, []).append(node)
    return list(levels.values())


def _branches(writer: Writer, tops: Sequence[ReportNode]) -> list[ChapterRow]:
    """A row for each record with money, below those that it is part of."""
    rows = []
    for node in (node for top in tops for node in top.walk()):
        name, depth = writer.named(node), node.path.count("/")
        if has_value(part("budget", node.now)):
            rows.append(ChapterRow("record", node.path, (name, *writer.parts(node, _MONEY)), depth))
        elif any(has_value(part("budget", child.now)) for child in node.children):
            rows.append(ChapterRow("group", node.path, (name, *(ChapterCell() for _ in _MONEY)), depth))
    return rows


def _adds_up(root: ReportNode, tops: Sequence[ReportNode]) -> bool:
    """Says whether the budgets of records are exactly the report's own."""
    whole = part("budget", root.now)
    parts = [part("budget", node.now) for node in tops]
    return whole is not None and whole.fraction == sum(
        (figure.fraction or Fraction(0) for figure in parts if figure is not None), Fraction(0)
    )


def tables_of_efficiency(writer: Writer) -> Iterator[ChapterTable]:
    """Gives achievement beside absorbed budget for the records that have both, a table for each level."""
    levels: dict[str, list[ReportNode]] = {}
    for node in writer.nodes:
        if has_value(part("achievement", node.now)) and has_value(part("compared", node.now)):
            levels.setdefault(node.level, []).append(node)
    for nodes in levels.values():
        roles: list[Role] = ["achievement", "compared"]
        if any(part("efficiency", node.now) for node in nodes):
            roles.append("efficiency")
        rows = [
            ChapterRow("record", node.path, (writer.named(node), *writer.parts(node, roles)))
            for node in nodes
        ]
        columns = [
            _as_called(column, rows, place, writer)
            for place, column in enumerate(writer.columns(("item", *roles), rows))
        ]
        level = writer.level(nodes[0])
        title = writer.say(_EFFICIENCY).format(level=level)
        yield ChapterTable("efficiency", title, tuple(columns), tuple(rows), level)


def _as_called(
    column: ChapterColumn, rows: Sequence[ChapterRow], place: int, writer: Writer
) -> ChapterColumn:
    """A column headed as the framework calls its figures: means are not what single records have."""
    titles = {cell.figure.title for cell in (row.cells[place] for row in rows) if cell.figure is not None}
    return column._replace(title=safe(titles.pop(), writer.lang)) if len(titles) == 1 else column
