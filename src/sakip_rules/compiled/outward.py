"""What others use of a record of a report: as integers for compiled records, as values for all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sakip_rules.compiled.known import Ends, Held, Known, Listed
from sakip_rules.compiled.running import DECLINE
from sakip_rules.expression.operators import code_of
from sakip_rules.values import Absent, Range, Row, Rows, Value

Likes = Mapping[str, Known]


class Outward(Mapping[str, Value]):
    """What others use of a compiled record: a row of integers, and its values once the reference asks.

    `below` are the records of each level that the row holds rows of: id and what others use of it.
    """

    __slots__ = ("_below", "_likes", "_values", "row")

    def __init__(
        self,
        likes: Likes,
        row: tuple[Any, ...],
        below: Mapping[str, Sequence[tuple[str, Mapping[str, Value]]]],
    ) -> None:
        self.row = row
        self._likes = likes
        self._below = below
        self._values: dict[str, Value] | None = None

    @property
    def values_by_name(self) -> dict[str, Value]:
        """The values, made when they are first asked for."""
        if self._values is None:
            self._values = dict(self._made())
        return self._values

    def _made(self) -> Iterator[tuple[str, Value]]:
        parts = iter(self.row[1:])
        for name, like in self._likes.items():
            if isinstance(like, Listed):
                next(parts)
                yield name, Rows(tuple(Row(record, values) for record, values in self._below[name]))
            else:
                yield name, _value(like, parts)

    def __getitem__(self, name: str) -> Value:
        return self.values_by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._likes)

    def __len__(self) -> int:
        return len(self._likes)


def row_of_record(likes: Likes, outward: Mapping[str, Value]) -> tuple[Any, ...]:
    """Gives what others use of a record as a row of integers; declines where it does not fit."""
    if type(outward) is Outward:
        return outward.row
    parts: list[Any] = [None]
    for name, like in likes.items():
        parts += _parts(like, outward[name])
    return tuple(parts)


def _parts(like: Known, value: Value) -> list[Any]:
    if isinstance(like, Listed) and isinstance(value, Rows):
        return [[row_of_record(like.fields, row.values) for row in value.rows]]
    if isinstance(like, Ends) and isinstance(value, Range | Absent):
        low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
        return [*_parts(like.low, low), *_parts(like.high, high)]
    if isinstance(like, Held):
        return _of_held(like, value)
    raise DECLINE


def _of_held(like: Held, value: Value) -> list[Any]:
    absent = value if isinstance(value, Absent) else None
    n: object = 0
    d = 1
    if absent is None and like.kind == "number":
        n, d = _fraction(like, value)
    elif absent is None:
        n = code_of(value)
        if like.kind != ("truth" if isinstance(value, bool) else "code"):
            raise DECLINE
    return [n, *([d] if isinstance(like.d, str) else []), *([absent] if like.x else [])]


def _fraction(like: Held, value: Value) -> tuple[int, int]:
    """A number, over the denominator that all have where that is known."""
    if type(value) is not Fraction:
        raise DECLINE
    n, d = value.as_integer_ratio()
    if isinstance(like.d, int):
        if like.d % d:
            raise DECLINE
        n, d = n * (like.d // d), like.d
    if n.bit_length() > like.n_bits or d.bit_length() > like.d_bits or (like.positive and n < 0):
        raise DECLINE
    return n, d


def _value(like: Known, parts: Iterator[Any]) -> Value:
    if isinstance(like, Ends):
        low, high = _value(like.low, parts), _value(like.high, parts)
        if isinstance(low, Fraction) and isinstance(high, Fraction):
            return Range(low, high)
        return low
    assert isinstance(like, Held)  # noqa: S101 - rows are made by their records
    n = next(parts)
    d = next(parts) if isinstance(like.d, str) else like.d
    absent: Absent | None = next(parts) if like.x else None
    if absent is not None:
        return absent
    return Fraction(n, d) if like.kind == "number" else n


__all__ = ["Likes", "Outward", "row_of_record"]
