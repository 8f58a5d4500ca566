"""Which figures of the lines of a sheet have which columns; of upright lines, which rows of their block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from sakip_rules.exporters.workbook.building import LineGroup
from sakip_rules.exporters.workbook.cells import category_key
from sakip_rules.exporters.workbook.lines import SheetLine
from sakip_rules.exporters.workbook.names import outward
from sakip_rules.expression.tree import YEAR
from sakip_rules.languages import Pair

TITLES: Final = 3
"""Title, path and year stand first."""
UPRIGHT_WIDTH: Final = 8
CATEGORY: Final[Pair] = ("Kategori", "Category")
SHIELDED: Final[Pair] = ("setelah pemeriksaan", "after the checks")


class LineColumn(NamedTuple):
    """A column: the key of its cells, its heading and unit, and whether it shows a category."""

    key: str
    title: Pair
    unit: str | None = None
    is_category: bool = False


def lay_out(groups: list[LineGroup]) -> dict[int, list[LineColumn]]:
    """Gives every line of the groups the places of its cells; and the columns of each group, by its place."""
    columns: dict[int, list[LineColumn]] = {}
    for number, group in enumerate(groups):
        if group.upright:
            columns[number] = []
            _stand_up(group)
        else:
            columns[number] = _side_by_side(group)
    return columns


def _side_by_side(group: LineGroup) -> list[LineColumn]:
    columns = list(dict.fromkeys(column for line in group.lines for column in columns_of(line)))
    unique = list({column.key: column for column in reversed(columns)}.values())[::-1]
    offsets = {column.key: TITLES + place for place, column in enumerate(unique)} | {YEAR: TITLES - 1}
    group.sheet.width = (
        TITLES + len(unique) + group.controlled
    )  # the last one shows whether all is as recorded
    for line in group.lines:
        line.offsets = offsets
    return unique


def _stand_up(group: LineGroup) -> None:
    group.sheet.width = UPRIGHT_WIDTH
    for line in group.lines:
        columns = columns_of(line)
        line.offsets = {column.key: place for place, column in enumerate(columns, 1)}
        line.at = group.sheet.take(len(line.offsets) + 2)  # its heading above, an empty row below


def columns_of(line: SheetLine) -> list[LineColumn]:
    """Gives the cells of a line, in the order in which they are computed."""
    return list(_columns(line))


def _columns(line: SheetLine) -> Iterator[LineColumn]:
    for declared in line.plan.inputs.values():
        if declared.each is not None:
            continue
        if declared.type == "range":
            for end, word in (("min", ("terendah", "lowest")), ("max", ("tertinggi", "highest"))):
                title = (f"{declared.title[0]} ({word[0]})", f"{declared.title[1]} ({word[1]})")
                yield LineColumn(f"{declared.name}.{end}", title, declared.unit)
        else:
            yield LineColumn(declared.name, declared.title, declared.unit)
        yield from _category(line, declared.name, declared.title)
    for step in line.steps:
        yield LineColumn(step.name, step.title, step.unit)
        if step.name in line.shields:
            id_, en = (f"{title} ({said})" for title, said in zip(step.title, SHIELDED, strict=True))
            yield LineColumn(outward(step.name), (id_, en), step.unit)
        yield from _category(line, step.name, step.title)


def _category(line: SheetLine, name: str, title: Pair) -> Iterator[LineColumn]:
    figure = line.figure(name)
    if figure is not None and figure.scale is not None:
        said = (f"{CATEGORY[0]}: {title[0]}", f"{CATEGORY[1]}: {title[1]}")
        yield LineColumn(category_key(name), said, None, is_category=True)
