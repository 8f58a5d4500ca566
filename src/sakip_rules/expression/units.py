"""Units of a formula's parts, where they are certain (reference 3.7).

A unit is a word, `None` where it is unknown, or `LITERAL` for a number that takes the unit of what
it meets.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.expression.tree import Node, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

LITERAL: Final = "\0literal"
PERCENT: Final = "persen"
RATIO: Final = "rasio"
POINTS: Final = "poin persen"
HUNDRED: Final = Fraction(100)


def same(one: str, other: str) -> bool:
    """Says whether two known units are equal; a difference of percentages counts as one."""
    return one == other or {one, other} == {PERCENT, POINTS}


def differ(one: str | None, other: str | None) -> bool:
    """Says whether both units are known and are not equal."""
    if one is None or other is None or LITERAL in (one, other):
        return False
    return not same(one, other)


def clashes_with_declared(inferred: str | None, declared: str | None) -> bool:
    """Says whether a formula gives a ratio where a percentage is declared, or the reverse."""
    return RATIO in (inferred, declared) and not {PERCENT, POINTS}.isdisjoint((inferred, declared))


def joined(units: Iterable[str | None]) -> str | None:
    """Gives the one unit of parts that must have equal units; unknown as soon as one is."""
    common = LITERAL
    for unit in units:
        if unit is None or differ(common, unit):
            return None
        common = unit if common == LITERAL else common
    return common


Side = tuple[Node, str | None]
"""An operand with its unit."""


def of_binary(op: str, left: Side, right: Side) -> str | None:
    """Gives the unit of `left op right`."""
    left_unit, right_unit = left[1], right[1]
    if op in ("+", "-"):
        return POINTS if op == "-" and left_unit == right_unit == PERCENT else joined((left_unit, right_unit))
    if op in ("*", "/") and LITERAL in (left_unit, right_unit):
        return _with_literal(op, left, right)
    if op == "/" and left_unit and right_unit and same(left_unit, right_unit):
        return RATIO
    return None


def _with_literal(op: str, left: Side, right: Side) -> str | None:
    """`rasio * 100` is a percentage, `persen / 100` a ratio; other literals say nothing."""
    if left[1] == right[1]:
        return LITERAL
    if op == "*" and left[1] == LITERAL:
        left, right = right, left
    if not (isinstance(right[0], Number) and right[0].value == HUNDRED):
        return None
    return {("*", RATIO): PERCENT, ("/", PERCENT): RATIO}.get((op, str(left[1])))


def declared_or(inferred: str | None, declared: str | None) -> str | None:
    """Gives the unit that a value has: the declared one, else the inferred one if it is known."""
    if declared is not None:
        return declared
    return None if inferred == LITERAL else inferred
