"""Rows of a collection in a generated function: a list of tuples, and what a tuple holds of each value.

What is known of a value in all rows is its `like`: there a name stands for what differs from row to row, and
is a place of the tuple; a literal denominator, or an absent value that cannot be, takes none.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Part, expression
from sakip_rules.compiled.known import Ends, Held, Known, Listed
from sakip_rules.dataclass import replace

VARIES: Final = "varies"


def listed(rows: str, likes: Mapping[str, Known], fresh: Callable[[], str]) -> Listed:
    """Gives the rows of a list, with variables that its tuples are unpacked into."""
    slots = [fresh()]

    def slot() -> str:
        slots.append(fresh())
        return slots[-1]

    def held(like: Held) -> Held:
        n, d = slot(), slot() if isinstance(like.d, str) else like.d
        return replace(like, n=n, d=d, x=slot() if like.x else None)

    fields = {name: _changed(like, held, lambda _: slot()) for name, like in likes.items()}
    return Listed(rows, fields, tuple(slots))


def slots_of(rows: Listed) -> ast.expr:
    """Gives what the tuples of rows are unpacked into."""
    return ast.Tuple([ast.Name(slot, ast.Store()) for slot in rows.slots], ast.Store())


def like_of(value: Known) -> Known:
    """Gives what is known of a value in all rows, of which any may be absent."""

    def held(value: Held) -> Held:
        return replace(value, x=VARIES, d=VARIES if isinstance(value.d, str) else value.d)

    return _changed(value, held, lambda rows: rows)


def _changed(value: Known, held: Callable[[Held], Held], rows: Callable[[str], str]) -> Known:
    match value:
        case Held():
            return held(value)
        case Ends():
            return Ends(held(value.low), held(value.high))
        case Listed():
            return replace(value, rows=rows(value.rows))


def like_of_cells(cells: Sequence[Held]) -> Held:
    """Gives what is known of the cells of a column."""
    there = [cell for cell in cells if cell.kind != "nothing"]
    if len({cell.kind for cell in there}) > 1:
        raise UncoveredError("types")
    same = len({cell.d for cell in cells}) == 1 and isinstance(cells[0].d, int)
    return Held(
        kind=there[0].kind if there else "nothing",
        n=VARIES,
        d=cells[0].d if same else VARIES,
        x=VARIES if any(cell.x for cell in cells) else None,
        n_bits=max(cell.n_bits for cell in cells),
        d_bits=max(cell.d_bits for cell in cells),
        positive=all(cell.positive for cell in there),
    )


def row_of(values: Sequence[Known], likes: Sequence[Known]) -> ast.expr:
    """Gives the tuple of a row that is there."""
    return _tuple(
        None, [part for value, like in zip(values, likes, strict=True) for part in _open(value, like)]
    )


def gone_row(likes: Sequence[Known], absent: str) -> ast.expr:
    """Gives the tuple of a row that stands for something absent: all in it is so absent."""
    return _tuple(absent, [part for like in likes for part in _open(_gone(like, absent), like)])


def _gone(like: Known, absent: str) -> Known:
    return _changed(like, lambda _: Held("nothing", 0, x=absent), lambda _: absent)


def gone_rows(rows: Listed, absent: str) -> ast.expr:
    """Gives the rows of a collection that is absent: one, so absent."""
    return ast.List([gone_row(list(rows.fields.values()), absent)], ast.Load())


def _tuple(absent: Part, parts: Sequence[Part]) -> ast.expr:
    return ast.Tuple([expression("part", part=part) for part in (absent, *parts)], ast.Load())


def _open(value: Known, like: Known) -> list[Part]:
    """What a tuple holds of a value."""
    if isinstance(value, Listed) and isinstance(like, Listed):
        is_gone = value.rows != like.rows
        return [gone_rows(like, value.rows) if is_gone else value.rows]
    if isinstance(value, Ends) and isinstance(like, Ends):
        return [*_open(value.low, like.low), *_open(value.high, like.high)]
    if isinstance(value, Held) and isinstance(like, Held):
        return [value.n, *([value.d] if isinstance(like.d, str) else []), *([value.x] if like.x else [])]
    raise UncoveredError("types")
