"""Tables of records with target and realised figure, in groups: of the year, by year, to the plan's end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.report.chapter.cells import Writer
from sakip_rules.exporters.report.chapter.model import ChapterCell, ChapterRow, ChapterTable
from sakip_rules.exporters.report.roles import has_value, part
from sakip_rules.results import ROOT
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sakip_rules.exporters.report.chapter.model import ChapterColumn, TableKey
    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure, ReportNode

    Cells = Callable[[ReportNode, Sequence[Role]], list[ChapterCell]]
    """The cells of a record behind its name, of the figures that play some parts."""

_OF_YEAR: Final[Pair] = ("Capaian kinerja tahun {year}: {level}", "Achievements of {year}: {level}")
_BY_YEAR: Final[Pair] = (
    "Realisasi dan capaian dari tahun ke tahun: {level}",
    "Realised figures and achievements year by year: {level}",
)
_TO_THE_END: Final[Pair] = (
    "Kemajuan menuju akhir rencana: {level}",
    "Progress to the end of the plan: {level}",
)
_RECORD: Final[tuple[Role, ...]] = ("target", "realised", "achievement")
_MEANS: Final[tuple[Role, ...]] = ("mean_target", "mean_realised", "achievement")
"""What a record that holds others has in place of a record's own figures."""


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Records of one level that are part of one record."""

    parent: ReportNode | None
    nodes: list[ReportNode]


def assessed(writer: Writer) -> list[ReportNode]:
    """Gives the records that have a target and a realised figure: indicators, and activities with both.

    Those to which neither applies, such as the running of an office, have nothing to assess.
    """
    return [node for node in writer.nodes if _is_assessed(node)]


def _is_assessed(node: ReportNode) -> bool:
    figures = [part("target", node.now), part("realised", node.now)]
    return None not in figures and not all(does_not_apply(figure) for figure in figures)


def does_not_apply(figure: Figure | None) -> bool:
    """Says whether there is a figure that does not apply to its record."""
    return figure is not None and figure.absent is not None and figure.absent.word == "not_applicable"


def tables_of_year(writer: Writer) -> Iterator[ChapterTable]:
    """Gives target, realised figure, achievement and category of every record that is assessed.

    What the framework computes for a group stands below it; the report's main figure ends the first table.
    """
    keys = ("item", "unit", "target", "realised", "achievement", "category")
    for place, groups in enumerate(kinds(writer, assessed(writer))):
        rows = _rows(writer, groups, partial(_of_year, writer), _RECORD, _MEANS)
        rows += _main_row(writer) if place == 0 else []
        columns = writer.columns(keys, rows)
        yield _table(writer, "indicators", _OF_YEAR, groups, columns, rows)


def tables_by_year(writer: Writer) -> Iterator[ChapterTable]:
    """Gives realised figures and achievements of all years that the report has for its records."""
    shown = [node for node in assessed(writer) if len(node.years) > 1 and part("achievement", node.now)]
    for groups in kinds(writer, shown):
        years = sorted({of_year.year for group in groups for node in group.nodes for of_year in node.years})
        rows = _rows(writer, groups, partial(_by_year, writer, years), _RECORD[1:], _MEANS[1:])
        columns = list(writer.columns(("item", "unit"), rows))
        for role in _RECORD[1:]:
            columns += writer.years_of(role, years, rows, len(columns))
        yield _table(writer, "years", _BY_YEAR, groups, tuple(columns), rows)


def tables_to_the_end(writer: Writer) -> Iterator[ChapterTable]:
    """Gives how far each record has come on its way to the end of the plan."""
    keys = ("item", "unit", "realised", "end_target", "end_achievement")
    roles: tuple[Role, ...] = ("realised", "end_target", "end_achievement")
    means: tuple[Role, ...] = ("mean_realised", *roles[1:])
    shown = [node for node in assessed(writer) if has_value(part("end_achievement", node.now))]
    for groups in kinds(writer, shown):
        rows = _rows(writer, groups, partial(_to_the_end, writer), roles, means)
        columns = writer.columns(keys, rows)
        yield _table(writer, "end", _TO_THE_END, groups, columns, rows)


def _of_year(writer: Writer, node: ReportNode, roles: Sequence[Role]) -> list[ChapterCell]:
    category = writer.category(node, part("achievement", node.now))
    return [writer.unit(node), *writer.parts(node, roles), category]


def _by_year(
    writer: Writer, years: Sequence[int], node: ReportNode, roles: Sequence[Role]
) -> list[ChapterCell]:
    figures = [writer.figure(node, part(role, node.of_year(year)), year) for role in roles for year in years]
    return [writer.unit(node), *figures]


def _to_the_end(writer: Writer, node: ReportNode, roles: Sequence[Role]) -> list[ChapterCell]:
    return [writer.unit(node), *writer.parts(node, roles)]


def kinds(writer: Writer, nodes: Iterable[ReportNode]) -> list[list[RecordGroup]]:
    """Gives records in groups by what they are part of, and groups of one kind of record together.

    All in the order of the report: objectives with their indicators, then programmes with their activities.
    """
    groups: dict[tuple[str, str], RecordGroup] = {}
    for node in nodes:
        parent = writer.parents.get(node.path)
        key = ("" if parent is None else parent.path, node.level)
        groups.setdefault(key, RecordGroup(parent, [])).nodes.append(node)
    found: dict[tuple[str, str], list[RecordGroup]] = {}
    for group in groups.values():
        above = "" if group.parent is None else group.parent.level
        found.setdefault((above, group.nodes[0].level), []).append(group)
    return list(found.values())


def _rows(
    writer: Writer, groups: Iterable[RecordGroup], cells: Cells, roles: Sequence[Role], means: Sequence[Role]
) -> list[ChapterRow]:
    """For each group the row that names it, its records, and what is computed for it."""
    rows: list[ChapterRow] = []
    for group in groups:
        own = [_record(writer, node, cells(node, roles)) for node in group.nodes]
        if group.parent is not None:
            empty = (ChapterCell(),) * (len(own[0].cells) - 1)
            rows.append(ChapterRow("group", group.parent.path, (writer.named(group.parent), *empty)))
        rows += own
        # The main figure of a report is not about the few records that stand right below it.
        if group.parent is not None and group.parent.path != ROOT:
            rows += _summary(writer, group.parent, cells(group.parent, means), means[-1], depth=1)
    return rows


def _record(writer: Writer, node: ReportNode, cells: Sequence[ChapterCell]) -> ChapterRow:
    return ChapterRow("record", node.path, (writer.named(node), *cells), depth=1)


def _summary(
    writer: Writer, node: ReportNode, cells: Sequence[ChapterCell], role: Role, depth: int
) -> list[ChapterRow]:
    """The row of what a record that holds others comes to, named as the framework names its figure."""
    figure = part(role, node.now)
    if figure is None or not any(has_value(cell.figure) for cell in cells):
        return []
    name = ChapterCell(safe(figure.title, writer.lang) or figure.name, path=node.path)
    return [ChapterRow("summary", node.path, (name, *cells), depth)]


def _main_row(writer: Writer) -> list[ChapterRow]:
    """The row of the report's main figure, where it has one that plays the part of an achievement."""
    root = writer.tree.root
    if root.headline_figure is None or root.headline_figure != part("achievement", root.now):
        return []
    return _summary(writer, root, _of_year(writer, root, _MEANS), "achievement", depth=0)


def _table(
    writer: Writer,
    key: TableKey,
    title: Pair,
    groups: Sequence[RecordGroup],
    columns: Sequence[ChapterColumn],
    rows: Sequence[ChapterRow],
) -> ChapterTable:
    """A table with its caption, that ends with the level that it is grouped by."""
    parent = groups[0].parent
    level = writer.level(groups[0].nodes[0] if parent is None else parent)
    caption = writer.say(title).format(year=writer.tree.year, level=level)
    return ChapterTable(key, caption, tuple(columns), tuple(rows), level)
