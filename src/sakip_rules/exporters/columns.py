"""Rows of figures as lines of a terminal: labels, numbers aligned at the decimal point, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sakip_rules.explainer.lines import Paint, Style, wrapped

INDENT: Final = "  "
GAP: Final = len(INDENT)
LONGEST_WHOLE: Final = 22
"""A longer whole part, of a number of fifty digits, does not shape its column."""
SHORT_WHOLE: Final = 7
"""Where room is scarce only these shape the column; longer ones reach to the left, beside short labels."""
LONGEST_REMARK: Final = 22
WIDEST_LABEL: Final = 44
COMFORTABLE: Final = 30
LEAST_LABEL: Final = 20


class Cell(NamedTuple):
    """A figure of one year: what stands before and behind the decimal point, and what is said of it."""

    whole: str = ""
    rest: str = ""
    remark: str = ""
    style: Style = "text"


EMPTY: Final = Cell()


class Row(NamedTuple):
    """A figure: its label, and a cell for each year, the report's own first."""

    label: str
    cells: tuple[Cell, ...]


class Column(NamedTuple):
    """How wide the parts of a year's cells are."""

    whole: int
    rest: int
    remark: int

    @property
    def width(self) -> int:
        """The characters that a cell takes, with the gap before it."""
        return GAP + self.whole + self.rest + (GAP + self.remark if self.remark else 0)

    @classmethod
    def of(cls, cells: Iterable[Cell], longest: int) -> Column:
        """Gives a column that holds cells, but for those that have a longer whole part or remark."""
        every = list(cells)
        return cls(
            max((len(cell.whole) for cell in every if len(cell.whole) <= longest), default=0),
            max((len(cell.rest) for cell in every), default=0),
            max((len(cell.remark) for cell in every if len(cell.remark) <= LONGEST_REMARK), default=0),
        )


class Piece(NamedTuple):
    """A text at a position of a line."""

    at: int
    text: str
    style: Style

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.at + len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where labels and years stand: years side by side where all fit, else each on a line of its own."""

    years: tuple[int, ...]
    label: int
    columns: tuple[Column, ...]
    total: int

    @classmethod
    def of(cls, rows: Sequence[Row], years: Sequence[int], total: int) -> Layout:
        """Gives the layout that shows rows best in `total` columns."""
        longest = min(max((len(row.label) for row in rows), default=0), WIDEST_LABEL)
        for columns, least in _choices(rows, len(years)):
            left = total - GAP - sum(column.width for column in columns)
            if left >= min(longest, least):
                return cls(tuple(years), min(longest, left), columns, total)
        return cls(tuple(years), LEAST_LABEL, (Column(0, 0, 0),), total)

    @property
    def starts(self) -> list[int]:
        """The position at which each column begins, behind its gap."""
        at = GAP + self.label
        return [at + GAP + sum(column.width for column in self.columns[:i]) for i in range(len(self.columns))]

    def heads(self, paint: Paint) -> Iterator[str]:
        """Gives the line that names the years, where they stand side by side."""
        if len(self.columns) > 1:
            yield _line(
                [
                    Piece(start + max(column.whole - len(str(year)), 0), str(year), "quiet")
                    for year, column, start in zip(self.years, self.columns, self.starts, strict=True)
                ],
                paint,
            )

    def lines(self, row: Row, paint: Paint) -> Iterator[str]:
        """Gives the lines of a figure; nothing is cut."""
        if len(self.columns) > 1:
            yield from self._lines(row, paint)
            return
        yield from self._lines(Row(row.label, row.cells[:1]), paint)
        for year, cell in zip(self.years[1:], row.cells[1:], strict=True):
            if cell != EMPTY:
                yield from self._lines(Row(f"{INDENT}{year}", (cell,)), paint, "quiet")

    def _lines(self, row: Row, paint: Paint, style: Style = "text") -> Iterator[str]:
        first, *more = wrapped(row.label, self.label)
        pieces = [Piece(GAP, first, style)]
        left: list[tuple[int, Cell]] = []
        for place, cell in enumerate(row.cells):
            left.append((place, self._place(pieces, cell, place, self._edge(row.cells, place))))
        yield _line(pieces, paint)
        yield from (_line([Piece(GAP, part, style)], paint) for part in more)
        indent = GAP + len(row.label) - len(row.label.lstrip()) + GAP
        for place, cell in left:
            yield from self._below(cell, place, indent, paint)

    def _edge(self, cells: Sequence[Cell], place: int) -> int:
        """Gives the position that a cell may reach to: the next one that holds something, or the end."""
        following = [i for i in range(place + 1, len(cells)) if cells[i] != EMPTY]
        return self.starts[following[0]] - GAP if following else self.total

    def _place(self, pieces: list[Piece], cell: Cell, place: int, edge: int) -> Cell:
        """Puts what fits of a cell into a line and gives the rest."""
        column, start = self.columns[place], self.starts[place]
        value = Piece(start + column.whole - len(cell.whole), cell.whole + cell.rest, cell.style)
        if value.text:
            if value.at < pieces[-1].end + GAP or len(cell.rest) > column.rest:
                return cell
            pieces.append(value)
        behind = start + column.whole + column.rest + (GAP if column.whole + column.rest else 0)
        said = Piece(behind, cell.remark, cell.style)
        if cell.remark and said.end <= edge:
            pieces.append(said)
            return EMPTY
        return EMPTY._replace(remark=cell.remark, style=cell.style)

    def _below(self, cell: Cell, place: int, indent: int, paint: Paint) -> Iterator[str]:
        """Gives what did not fit beside a label; of an earlier year, with the year."""
        year = f"{self.years[place]}: " if place else ""
        if cell.whole + cell.rest:
            yield _line([Piece(indent, year + cell.whole + cell.rest, cell.style)], paint)
            year = ""
        for part in wrapped(year + cell.remark, self.total - indent) if cell.remark else []:
            yield _line([Piece(indent, part, cell.style)], paint)


def _choices(rows: Sequence[Row], years: int) -> Iterator[tuple[tuple[Column, ...], int]]:
    """Gives the columns to try, the best first, each with the least room for labels that it is worth."""
    for longest in (LONGEST_WHOLE, SHORT_WHOLE) if years > 1 else ():
        beside = (Column.of((row.cells[i] for row in rows), longest) for i in range(years))
        yield tuple(beside), COMFORTABLE
    for longest, least in ((LONGEST_WHOLE, COMFORTABLE), (SHORT_WHOLE, LEAST_LABEL)):
        yield (Column.of((cell for row in rows for cell in row.cells), longest),), least
    one = Column.of((cell for row in rows for cell in row.cells), SHORT_WHOLE)
    yield (one._replace(remark=0),), 0


def _line(pieces: Iterable[Piece], paint: Paint) -> str:
    """Gives one line with texts at their positions, painted after they are placed."""
    line, end = "", 0
    for piece in pieces:
        line += " " * (piece.at - end) + paint(piece.text, piece.style)
        end = piece.end
    return line
