"""Chapter III of a report as data: its tables, each with columns and rows of cells.

    Chapter ── ChapterTable ── ChapterColumn           what stands in a column, and whether it is numbers
                            └─ ChapterRow ── ChapterCell   the words to show, and the figure behind them

A cell holds both: `text` is what a reader sees (`78,76`, `belum ada`, a title), `figure` is what was computed
(exact and shown number, unit, category, absent value, trace), with the `path` of its record and its `year`.
A format that shows texts needs no figure; one that computes (a workbook, a picture) needs no text.

Rows of a `group` name the record that the rows below are part of; `record` rows are records; a `summary` row
ends a group, or the table, with what the framework itself computes for it. `depth` says how far a row stands
below the table's first level. Texts are strangers' texts without what steers a screen; a format escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.results import Figure

TableKey = Literal["indicators", "years", "end", "budget", "efficiency", "others", "records"]
"""What a table is about; `records` is the one that holds every record, for files of data."""

RowKind = Literal["group", "record", "summary"]


class ChapterColumn(NamedTuple):
    """A column: `key` is what it holds, such as `target`; `group` stands above columns, one for each year."""

    key: str
    title: str
    is_number: bool = False
    group: str = ""
    year: int | None = None
    unit: str = ""
    """The unit of all its figures, where they have one and the same."""
    sign: str = ""
    """How that unit is printed in a head: `(%)`."""

    @property
    def heading(self) -> str:
        """What stands above a column that stands alone: `Capaian 2019 (%)`."""
        return " ".join(filter(None, (self.group, self.title, self.sign)))

    @property
    def above(self) -> str:
        """What stands above the columns of its group: `Capaian (%)`; nothing without a group."""
        return f"{self.group} {self.sign}".rstrip() if self.group else ""


class ChapterCell(NamedTuple):
    """What stands in a cell; the figure behind it, of which record and year, if there is one."""

    text: str = ""
    figure: Figure | None = None
    path: str = ""
    year: int | None = None

    is_category: bool = False
    """Whether it shows the category of its figure, and not the value."""

    @property
    def is_absent(self) -> bool:
        """Says whether words stand in place of a value."""
        return self.figure is not None and self.figure.absent is not None


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One row, with a cell for each column; `path` is the record that it is about."""

    kind: RowKind
    path: str
    cells: tuple[ChapterCell, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ChapterTable:
    """A table of the chapter: what it is about, its caption, its columns and rows."""

    key: TableKey
    title: str
    columns: tuple[ChapterColumn, ...]
    rows: tuple[ChapterRow, ...]
    level: str = ""
    """The title of the level that it is about: what its caption ends with."""

    @property
    def has_groups(self) -> bool:
        """Says whether columns stand below a common head."""
        return any(column.group for column in self.columns)

    def cell(self, row: ChapterRow, key: str) -> ChapterCell:
        """Gives the cell of a row in the first column of a key; an empty one if there is no such column."""
        found = (cell for column, cell in zip(self.columns, row.cells, strict=True) if column.key == key)
        return next(found, ChapterCell())


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a report's chapter III says: of whom and when, its main figure, its tables in order."""

    title: str
    organization: str
    year: int
    facts: tuple[str, ...]
    """The period, the year, the framework: what stands below the title."""
    main: ChapterCell | None
    """The headline of the whole report, said in a sentence."""
    tables: Sequence[ChapterTable]
