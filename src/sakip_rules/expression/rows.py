"""Rows of collections: which ones a path gives, and which of them remain in an aggregate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from sakip_rules.dataclass import dataclass, field
from sakip_rules.expression.functions import AGGREGATES
from sakip_rules.expression.operators import guarded
from sakip_rules.values import MISSING, NOT_APPLICABLE, Absent, Range, Row, Rows, Value, worst

if TYPE_CHECKING:
    from sakip_rules.expression.tree import Aggregate

NAMED_ROWS = 20
"""So many rows that left are named in the trace; of the others only the number is kept."""


class Names(Protocol):
    """The values of one record: bare names to carried values."""

    def get(self, name: str, /) -> Value | None:
        """Gives the value of a name; `None` for what is no name of the record."""


class AbsentRow(Mapping[str, Value]):
    """The fields of a row that stands for an absent collection: all are so absent."""

    def __init__(self, absent: Absent) -> None:
        self.absent = absent

    def __getitem__(self, _name: str) -> Value:
        return self.absent

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return self.absent == other.absent if isinstance(other, AbsentRow) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of any mapping

    def __repr__(self) -> str:
        return f"AbsentRow({self.absent!r})"


def absent_rows(absent: Absent) -> Rows:
    """Gives the one row that an absent value in place of a collection is."""
    return Rows((Row(None, AbsentRow(absent)),))


def flatten(names: Names, path: tuple[str, ...]) -> tuple[Row, ...]:
    """Gives the rows of a collection path, in order: one flat list.

    An absent collection is one row that is so absent, on every level of the path.
    """
    rows = rows_in(names.get(path[0]))
    for part in path[1:]:
        rows = tuple(row for above in rows for row in rows_in(above.values.get(part)))
    return rows


def rows_in(collection: Value | None) -> tuple[Row, ...]:
    """Gives the rows of one collection; an absent one is one row that is so absent."""
    if isinstance(collection, Rows):
        return collection.rows
    return absent_rows(collection).rows if isinstance(collection, Absent) else ()


def field_of(values: Mapping[str, Value], path: tuple[str, ...]) -> Value:
    """Gives a field of a row or of another year, or an end of its range."""
    value = values.get(path[0], MISSING)
    return end_of(value, path[1]) if len(path) > 1 else value


def end_of(value: Value, end: str) -> Value:
    """Gives `min` or `max` of a range; a plain number is a range of one point."""
    if isinstance(value, Range):
        return value.low if end == "min" else value.high
    return value


@dataclass(frozen=True, slots=True)
class RowsUsed:
    """What an aggregate did with its rows: how many it counted, which left and why."""

    start: int
    function: str
    counted: int
    left: tuple[tuple[str, str], ...]
    left_more: int = 0


@dataclass(slots=True)
class Remaining:
    """Which rows remain, and what they give (reference 3.5, rules 1 to 4)."""

    node: Aggregate
    kept: list[Value] = field(default_factory=list)
    weights: list[Value] = field(default_factory=list)
    blocking: list[Absent] = field(default_factory=list)
    left_values: list[Absent] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    left_count: int = 0

    def take(self, row: str | int, condition: Value, value: Value, weight: Value | None) -> None:
        """Lets one row stay or leave; it is called by its id, or else by its number from 1."""
        if condition is False:
            self._leave(row, "where", value)
            return
        absents = [part for part in (condition, value, weight) if type(part) is Absent]
        if not absents:
            self.kept.append(value)
            if weight is not None:
                self.weights.append(weight)
            return
        absent = worst(absents)
        if absent.word in ("not_applicable", "not_due"):
            self._leave(row, absent.word, value)
        else:
            self.blocking.append(absent)

    def _leave(self, row: str | int, why: str, value: Value) -> None:
        self.left_count += 1
        if len(self.left) < NAMED_ROWS:
            self.left.append((str(row), why))
        if isinstance(value, Absent) and value.word != "not_computable":
            self.left_values.append(value)

    def result(self) -> Value:
        """Folds the rows that remain."""
        if self.blocking:
            return worst(self.blocking)
        function = AGGREGATES[self.node.function]
        if not (self.kept or function.of_nothing):
            return worst(self.left_values or [NOT_APPLICABLE])
        return guarded(function.compute, (self.kept, self.weights) if self.weights else (self.kept,))

    def used(self) -> RowsUsed:
        """Gives what the trace says of the rows."""
        more = self.left_count - len(self.left)
        counted = len(self.kept) + len(self.blocking)
        return RowsUsed(self.node.start, self.node.function, counted, tuple(self.left), more)
