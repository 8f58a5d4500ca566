"""What is known of a value while a rule is compiled: where it stands, what it is, how long it can be."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Atom
from sakip_rules.dataclass import dataclass

DOOR_BITS: Final = 64
"""An input is at most so long; a longer one is left to the reference."""

WIDE: Final = 900
"""No value is longer, so none meets a limit of size, and none costs units for its weight (1,000 bits)."""

FOREIGN_BITS: Final = WIDE // 4
"""So long may be what another function gives, another record, or another year."""

UNITS: Final = 900_000
"""A record that may cost more is left to the reference, which counts exactly."""

LONGEST: Final = 5_000
"""A rule with more nodes, of the rules that it calls too, is not compiled."""

DEEPEST: Final = 40
"""Nor is one whose formulas, or calls of rules, nest deeper."""

MOST_CASES: Final = 150
"""Nor one with a step of more cases: each is an `if` in the one before."""


@dataclass(frozen=True, slots=True)
class Held:
    """One value in the variables of the function.

    Attributes:
        kind: number, truth or code; `nothing` is an absent value of any type.
        n: the numerator; of a truth or a CODE, itself. Any number where the value is absent.
        d: the denominator, above zero; of a CODE the category that it is of, or 1.
        x: the variable that holds None or the absent value; without one it is never absent.
        n_bits, d_bits: how long they are at most.
        positive: it is never below zero.
    """

    kind: Literal["number", "truth", "code", "nothing"]
    n: Atom
    d: Atom = 1
    x: str | None = None
    n_bits: int = 1
    d_bits: int = 1
    positive: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """A range: its ends, which are absent together."""

    low: Held
    high: Held


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows of a collection: a list of tuples.

    A tuple has as many places as there are `slots`: the first holds what is absent in place of the row.
    `fields` are the values of a row once a tuple is unpacked into the slots.
    """

    rows: str
    fields: Mapping[str, Known]
    slots: tuple[str, ...]


Known: TypeAlias = Held | Ends | Listed
Names: TypeAlias = dict[tuple[str, ...], Known]
"""What formulas see, by path: `(name,)`, and within an aggregate `(collection, field)`."""


def literal(value: Fraction) -> Held:
    """Gives a number that is known."""
    n, d = value.numerator, value.denominator
    if max(n.bit_length(), d.bit_length()) > WIDE:
        raise UncoveredError("long-number")
    return Held("number", n, d, None, n.bit_length(), d.bit_length(), value >= 0)
