"""What the names of a formula mean: types, units, collections, CODEs and aliases.

A scope is what the enclosing record declares, and nothing else (reference 3.2). It is built by the
checker; the formula language only reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sakip_rules.dataclass import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["number", "truth", "choice", "range", "rows", "unknown"]


@dataclass(frozen=True, slots=True)
class Type:
    """What kind of value a name or formula gives.

    `codes` are the CODEs of a choice, polarity or category; a `literal` choice is made of CODEs
    written in the formula, which belong to whatever list they meet. `lacking` are categories of a
    scale that have no code. Categories are of a scale, or of any of several.
    """

    kind: Kind
    codes: frozenset[str] = frozenset()
    literal: bool = False
    lacking: tuple[str, ...] = ()
    is_category: bool = False


NUMBER = Type("number")
TRUTH = Type("truth")
RANGE = Type("range")
ROWS = Type("rows")
UNKNOWN = Type("unknown")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name: its type, and its unit if it is known."""

    type: Type
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A scale or table that formulas call: `keys` are the CODEs of each argument of a table."""

    kind: Literal["scale", "table", "curve", "unknown"]
    result: Entry
    keys: tuple[frozenset[str], ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The names of one record, the rows below it, and what holds in the whole rule."""

    names: Mapping[str, Entry]
    collections: Mapping[str, Scope] = field(default_factory=dict)
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    in_level: bool = False
    """Whether `tahun_lalu` and `riwayat` have a meaning here."""

    def with_names(self, more: Mapping[str, Entry]) -> Scope:
        """Gives the same scope with more bare names."""
        names = {**self.names, **more}
        return Scope(names, self.collections, self.aliases, self.codes, self.in_level)

    def known_names(self) -> set[str]:
        """All words that a bare name could have meant, for the nearest spelling."""
        return {*self.names, *self.collections, *self.codes, *self.aliases}
