"""Random formulas of the language, of a wanted type, over the names that a record has."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

OPERATORS: Final = ("+", "-", "*", "/")
COMPARISONS: Final = ("<", "<=", ">", ">=", "==", "!=")
LITERALS: Final = ("0", "1", "2", "3", "7", "100", "0.5", "0.01", "12.34", "99.5")
FOLDS: Final = ("sum", "mean", "product", "min", "max", "first", "last", "geomean")


@dataclass(frozen=True)
class Names:
    """What a formula may read: names by type, collections with theirs, aliases, CODEs."""

    numbers: tuple[str, ...] = ()
    truths: tuple[str, ...] = ()
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: tuple[str, ...] = ()
    collections: dict[str, Names] = field(default_factory=dict)
    scales: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tables: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    curves: tuple[str, ...] = ()

    def plus(self, name: str, kind: str) -> Names:
        """The same names and one more, of a number or a truth."""
        if kind == "truth":
            return replace(self, truths=(*self.truths, name))
        return replace(self, numbers=(*self.numbers, name))

    def dotted(self, collection: str) -> Names:
        """The names of the rows of a collection, as an aggregate of this record reads them."""
        rows = self.collections[collection]

        def inside(names: Sequence[str]) -> tuple[str, ...]:
            return tuple(f"{collection}.{name}" for name in names)

        choices = {f"{collection}.{name}": codes for name, codes in rows.choices.items()}
        numbers = (*inside(rows.numbers), *inside(tuple(f"{name}.min" for name in rows.ranges)))
        return Names(numbers, inside(rows.truths), choices)


class Formulas:
    """Makes formulas with the chances of a seed; of bounded depth, so of bounded length."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def number(self, names: Names, depth: int = 3) -> str:
        """Gives a formula of a number."""
        makers: list[Callable[[Names, int], str]] = [self._named, self._named, self._literal]
        if depth > 0:
            makers += [self._binary, self._binary, self._binary, self._choice_of, self._function, self._power]
            makers += [self._aggregate] * (3 if names.collections else 0)
            makers += [self._looked_up] * (1 if names.tables or names.curves else 0)
        return self.chance.choice(makers)(names, depth)

    def truth(self, names: Names, depth: int = 2) -> str:
        """Gives a formula of a truth."""
        makers: list[Callable[[Names, int], str]] = [self._compared, self._compared, self._given]
        makers += [self._true_name] * bool(names.truths) + [self._coded] * bool(names.choices or names.scales)
        if depth > 0:
            makers += [self._joined, self._negated]
        return self.chance.choice(makers)(names, depth)

    def bare(self, names: Names) -> str:
        """Gives a name of a number, or a literal where there is none."""
        return self._named(names, 0)

    def _literal(self, _: Names, __: int) -> str:
        return self.chance.choice(LITERALS)

    def _named(self, names: Names, depth: int) -> str:
        ends = tuple(f"{name}.{end}" for name in names.ranges for end in ("min", "max"))
        known = (*names.numbers, *names.numbers, *names.ranges, *ends)
        return self.chance.choice(known) if known else self._literal(names, depth)

    def _binary(self, names: Names, depth: int) -> str:
        left, right = self.number(names, depth - 1), self.number(names, depth - 1)
        return f"({left} {self.chance.choice(OPERATORS)} {right})"

    def _power(self, names: Names, _: int) -> str:
        return f"{self._named(names, 0)} ** {self.chance.choice(('0', '1', '2', '3', '-1', '-2'))}"

    def _choice_of(self, names: Names, depth: int) -> str:
        left, right = self.number(names, depth - 1), self.number(names, depth - 1)
        return f"({left} if {self.truth(names, depth - 1)} else {right})"

    def _function(self, names: Names, depth: int) -> str:
        one, two = self.number(names, depth - 1), self.number(names, depth - 1)
        low = self.chance.choice(LITERALS)
        made = [f"abs({one})", f"-({one})", f"+({one})", f"min({one}, {two})", f"max({one}, {two}, {low})"]
        made += [f"clamp({one}, {low}, {two})", f"clamp({one}, 0, 100)"]
        if self.chance.randrange(4) == 0:  # they leave the rationals, and with them much else has no result
            made += [f"root({one}, {self.chance.choice((2, 3))})", f"ln({one})"]
        return self.chance.choice(made)

    def _looked_up(self, names: Names, depth: int) -> str:
        if names.curves and (not names.tables or self.chance.randrange(2)):
            return f"{self.chance.choice(names.curves)}({self.number(names, depth - 1)})"
        table, keys = self.chance.choice(list(names.tables.items()))
        given = []
        for codes in keys:
            fitting = [name for name, own in names.choices.items() if set(own) <= set(codes)]
            given.append(self.chance.choice(fitting) if fitting else self.chance.choice(codes))
        return f"{table}({', '.join(given)})"

    def _aggregate(self, names: Names, depth: int) -> str:
        collection = self.chance.choice(list(names.collections))
        rows = names.dotted(collection)
        if not rows.numbers:
            return f"count({collection})"
        where = f", where={self.truth(rows, 1)}" if self.chance.randrange(3) == 0 else ""
        if self.chance.randrange(6) == 0:
            return f"count({self.chance.choice((collection, self.chance.choice(rows.numbers)))}{where})"
        fold = self.chance.choice(FOLDS)
        weight = ""
        if fold == "mean" and self.chance.randrange(2) == 0:
            weight = f", weight={self.chance.choice(rows.numbers)}"
        return f"{fold}({self._of_row(rows, depth - 1)}{where}{weight})"

    def _of_row(self, rows: Names, depth: int) -> str:
        """A number that names the row at least once."""
        one = self.chance.choice(rows.numbers)
        if depth <= 0 or self.chance.randrange(2):
            return one
        return f"{one} {self.chance.choice(OPERATORS)} {self.number(rows, 1)}"

    def _compared(self, names: Names, depth: int) -> str:
        told = self._named(names, 0)  # so that no condition is constant
        for _ in range(1 + (self.chance.randrange(5) == 0)):
            told += f" {self.chance.choice(COMPARISONS)} {self.number(names, depth - 1)}"
        return told

    def _given(self, names: Names, depth: int) -> str:
        known = [*names.numbers, *names.truths, *names.choices]
        return f"given({self.chance.choice(known)})" if known else self._compared(names, depth)

    def _true_name(self, names: Names, _: int) -> str:
        return self.chance.choice(names.truths)

    def _coded(self, names: Names, _: int) -> str:
        sign = self.chance.choice(("==", "!="))
        if names.scales and (not names.choices or self.chance.randrange(2)):
            scale, codes = self.chance.choice(list(names.scales.items()))
            return f"{scale}({self._named(names, 0)}) {sign} {self.chance.choice(codes)}"
        name, codes = self.chance.choice(list(names.choices.items()))
        return f"{name} {sign} {self.chance.choice(codes)}"

    def _joined(self, names: Names, depth: int) -> str:
        left, right = self.truth(names, depth - 1), self.truth(names, depth - 1)
        return f"({left} {self.chance.choice(('and', 'or'))} {right})"

    def _negated(self, names: Names, depth: int) -> str:
        return f"not ({self.truth(names, depth - 1)})"
