"""Cells of categories in the colours of their bands, which follow what formulas give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.workbook.absence import literal
from sakip_rules.exporters.workbook.bands import label_of
from sakip_rules.exporters.workbook.grid import column_name
from sakip_rules.pictures.scale import colour

if TYPE_CHECKING:
    from sakip_rules.plans import ScalePlan

_GROUND: Final = 3
"""A cell has one part of its band's colour and so many of white: what stands in it is to be read."""

Cell = tuple[int, int]
"""Row and column, both from 0."""


@dataclass(slots=True)
class BandColours:
    """Which cells of which sheets show the categories of which scales."""

    book: Any
    cells: dict[str, dict[ScalePlan, list[Cell]]] = field(default_factory=dict)
    formats: dict[str, Any] = field(default_factory=dict)

    def add(self, sheet: str, scale: ScalePlan | None, row: int, column: int) -> None:
        """Notes a cell."""
        if scale is not None:
            self.cells.setdefault(sheet, {}).setdefault(scale, []).append((row, column))

    def write(self) -> None:
        """Writes the conditions: a cell that holds the words of a band has its colour."""
        for name, scales in self.cells.items():
            sheet = self.book.get_worksheet_by_name(name)
            for plan, cells in scales.items():
                for place, band in enumerate(plan.scale.bands):
                    condition = {
                        "type": "cell",
                        "criteria": "==",
                        "value": literal(label_of(band)),
                        "format": self._format(tint(colour(band, place))),
                        "multi_range": " ".join(ranges(cells)),
                    }
                    sheet.conditional_format(*cells[0], *cells[0], condition)

    def _format(self, ground: str) -> Any:  # noqa: ANN401 - XlsxWriter is no package of the core
        if ground not in self.formats:
            self.formats[ground] = self.book.add_format({"bg_color": ground})
        return self.formats[ground]


def tint(of: str) -> str:
    """Gives a light ground of a colour."""
    parts = [int(of[place : place + 2], 16) for place in (0, 2, 4)]
    return "#" + "".join(f"{(part + _GROUND * 255) // (_GROUND + 1):02X}" for part in parts)


def ranges(cells: Sequence[Cell]) -> Iterator[str]:
    """Gives cells as ranges, those of a column that stand one below another as one of them."""
    ordered = sorted(set(cells), key=lambda cell: (cell[1], cell[0]))
    numbered = enumerate(ordered)
    for _, run in groupby(numbered, key=lambda entry: (entry[1][1], entry[1][0] - entry[0])):
        found = [cell for _, cell in run]
        first, last = found[0], found[-1]
        name = column_name(first[1])
        start = f"{name}{first[0] + 1}"
        yield start if first == last else f"{start}:{name}{last[0] + 1}"
