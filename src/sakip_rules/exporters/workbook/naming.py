"""Names of the cells of inputs and results, as a reader calls them: `capaian.kesejahteraan.pelayanan`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.workbook.grid import CellPlace, column_name, quoted_sheet
from sakip_rules.exporters.workbook.names import outward
from sakip_rules.results import ROOT

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.building import LineGroup
    from sakip_rules.exporters.workbook.cells import Content
    from sakip_rules.exporters.workbook.lines import SheetLine

_NAME: Final = re.compile(r"[a-z_][a-z0-9_.]*")
_LIKE_A_CELL: Final = re.compile(r"[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*")
_KEPT: Final = frozenset(
    ("true", "false", "print_area", "print_titles", "criteria", "extract", "database", "consolidate_area")
)
"""Words that spreadsheets keep for values and for names of their own."""

LONGEST: Final = 255
"""No spreadsheet takes a longer name."""


def names_of(groups: Iterable[LineGroup], cells: dict[CellPlace, Content], year: int) -> dict[str, CellPlace]:
    """Gives the names of the report's own year: what is given for its records, and what they come to."""
    found: dict[str, CellPlace] = {}
    for group in groups:
        for line in group.lines:
            if line.shown_year != year or not line.is_given or (line.year is None and line.rule is None):
                continue
            for key, place in _places(line):
                name = name_of(key, line.path)
                if name is not None and place in cells:
                    found.setdefault(name, place)
    return found


def name_of(figure: str, path: str) -> str | None:
    """Gives the name of a figure of a record; none where no spreadsheet takes it for a name."""
    parts = [figure] if path == ROOT else [figure, *path.split("/")]
    name = ".".join(parts).replace("-", "_")
    is_taken = name in _KEPT or _LIKE_A_CELL.fullmatch(name)
    return name if _NAME.fullmatch(name) and not is_taken and len(name) <= LONGEST else None


def define(book: Any, names: dict[str, CellPlace]) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
    """Writes names into a workbook."""
    for name, place in names.items():
        cell = f"${column_name(place.column)}${place.row + 1}"
        book.define_name(name, f"={quoted_sheet(place.sheet)}!{cell}")


def _places(line: SheetLine) -> Iterator[tuple[str, CellPlace]]:
    for name in (*line.plan.inputs, *(step.name for step in line.steps)):
        key = outward(name) if name in line.shields else name
        if key in line.offsets:
            yield name, line.place(key)
