"""Text in columns: labels, numbers aligned at the decimal point, remarks; what has no room stands below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sakip_rules.dataclass import dataclass
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
    """A value: what stands before and behind the decimal point, and what is said of it."""

    whole: str = ""
    rest: str = ""
    remark: str = ""
    style: Style = "text"


EMPTY: Final = Cell()


class Labelled(NamedTuple):
    """A label, and a cell for each column."""

    label: str
    cells: tuple[Cell, ...]


class Column(NamedTuple):
    """How wide the parts of its cells are."""

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
    """Where labels and columns stand: side by side where all fit, else each column on a line of its own.

    `heads` stand above the columns; `leads` before a value that has no room in its column and stands below.
    """

    heads: tuple[str, ...]
    leads: tuple[str, ...]
    label: int
    columns: tuple[Column, ...]
    total: int

    @classmethod
    def of(cls, entries: Sequence[Labelled], heads: Sequence[str], total: int) -> Layout:
        """Gives the layout that shows entries best in `total` columns; the first head goes without saying."""
        longest = min(max((len(entry.label) for entry in entries), default=0), WIDEST_LABEL)
        leads = tuple(f"{head}: " if place else "" for place, head in enumerate(heads))
        for columns, least in _choices(entries, len(heads)):
            left = total - GAP - sum(column.width for column in columns)
            if left >= min(longest, least):
                return cls(tuple(heads), leads, min(longest, left), columns, total)
        return cls(tuple(heads), leads, LEAST_LABEL, (Column(0, 0, 0),), total)

    @classmethod
    def even(cls, entries: Sequence[Labelled], heads: Sequence[str], total: int) -> Layout:
        """Gives a layout with equally wide columns of values, at most a quarter of the line each."""
        values = (cell.whole for entry in entries for cell in entry.cells)
        widest = min(max(map(len, (*heads, *values))), (total - GAP) // 4)
        labels = max((len(entry.label) for entry in entries), default=0)
        columns = (Column(widest, 0, 0),) * len(heads)
        left = total - GAP - sum(column.width for column in columns)
        return cls(tuple(heads), tuple(f"{head} " for head in heads), min(labels, left), columns, total)

    @property
    def starts(self) -> list[int]:
        """The position at which each column begins, behind its gap."""
        at = GAP + self.label
        return [at + GAP + sum(column.width for column in self.columns[:i]) for i in range(len(self.columns))]

    def heading(self, paint: Paint, title: str = "") -> Iterator[str]:
        """Gives a title and, where columns stand side by side, their heads: on one line if both fit."""
        pieces = [Piece(0, title, "title")] if title else []
        if len(self.columns) == 1:
            yield from [_line(pieces, paint)] if pieces else []
            return
        if len(title) > GAP + self.label:
            yield _line(pieces, paint)
            pieces = []
        for head, column, start in zip(self.heads, self.columns, self.starts, strict=True):
            pieces.append(Piece(start + max(column.whole - len(head), 0), head, "quiet"))
        yield _line(pieces, paint)

    def lines(self, entry: Labelled, paint: Paint, style: Style = "text") -> Iterator[str]:
        """Gives the lines of an entry, its label in a style; nothing is cut."""
        if len(self.columns) > 1:
            yield from self._lines(entry, paint, style)
            return
        yield from self._lines(Labelled(entry.label, entry.cells[:1]), paint, style)
        for head, cell in zip(self.heads[1:], entry.cells[1:], strict=True):
            if cell != EMPTY:
                yield from self._lines(Labelled(f"{INDENT}{head}", (cell,)), paint, "quiet")

    def _lines(self, entry: Labelled, paint: Paint, style: Style) -> Iterator[str]:
        first, *more = wrapped(entry.label, self.label)
        pieces = [Piece(GAP, first, style)]
        left: list[tuple[int, Cell]] = []
        for place, cell in enumerate(entry.cells):
            left.append((place, self._place(pieces, cell, place, self._edge(entry.cells, place))))
        yield _line(pieces, paint)
        yield from (_line([Piece(GAP, part, style)], paint) for part in more)
        indent = GAP + len(entry.label) - len(entry.label.lstrip()) + GAP
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
        """Gives what did not fit beside a label, the first of it behind the column's lead."""
        lead = self.leads[place]
        for text in (cell.whole + cell.rest, cell.remark):
            if text:
                for part in wrapped(lead + text, self.total - indent):
                    yield _line([Piece(indent, part, cell.style)], paint)
                lead = ""


def _choices(entries: Sequence[Labelled], count: int) -> Iterator[tuple[tuple[Column, ...], int]]:
    """Gives the columns to try, the best first, each with the least room for labels that it is worth."""
    for longest in (LONGEST_WHOLE, SHORT_WHOLE) if count > 1 else ():
        beside = (Column.of((entry.cells[i] for entry in entries), longest) for i in range(count))
        yield tuple(beside), COMFORTABLE
    for longest, least in ((LONGEST_WHOLE, COMFORTABLE), (SHORT_WHOLE, LEAST_LABEL)):
        yield (Column.of((cell for entry in entries for cell in entry.cells), longest),), least
    narrow = Column.of((cell for entry in entries for cell in entry.cells), SHORT_WHOLE)
    yield (narrow._replace(remark=0),), 0


def _line(pieces: Iterable[Piece], paint: Paint) -> str:
    """Gives one line with texts at their positions, painted after they are placed."""
    line, end = "", 0
    for piece in pieces:
        line += " " * (piece.at - end) + paint(piece.text, piece.style)
        end = piece.end
    return line


def painted(text: str, style: Style, width: int, paint: Paint) -> list[str]:
    """Gives a text as lines in one style."""
    return [paint(line, style) for line in wrapped(text, width)]


def beside(texts: Sequence[tuple[str, Style]], width: int, paint: Paint, indent: str = "") -> list[str]:
    """Gives texts on one line if they fit, else each on lines of its own, the later ones indented."""
    if sum(len(text) + GAP for text, _ in texts) - GAP <= width:
        return [INDENT.join(paint(text, style) for text, style in texts)]
    (first, look), *later = texts
    below = (line for text, style in later for line in painted(indent + text, style, width, paint))
    return [*painted(first, look, width, paint), *below]
