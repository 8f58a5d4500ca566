"""Data at random for columns: ties, zeros, gaps and huge numbers, in collections too; and two scales."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Final

from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import InputPlan, RecordPlan
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Range, Row, Rows, Value

SCALE: Final = """
gaps: lower
bands:
  - {category: Rendah, below: 50}
  - {category: Sedang, from: 50, up_to: 75.5}
  - {category: Tinggi, above: 80, up_to: 100}
  - {category: Rendah, above: 100}
  - {category: Belum, status: missing}
"""
ROUNDED_SCALE: Final = """
domain: {from: 0, up_to: 100}
rounding: {places: 1, mode: half_even}
bands:
  - {category: Kurang, from: 0, up_to: 49.9}
  - {category: Baik, from: 50, up_to: 100}
  - {category: Gagal, status: not_computable, reason: check-failed}
"""
FLAVOURS: Final = ("ends", "decimals", "rupiah", "ties", "huge", "whole")


class Data:
    """Makes the data of one input, one flavour a table: with gaps, zeros and numbers on the edges."""

    def __init__(self, chance: random.Random, flavour: str) -> None:
        self.chance = chance
        self.flavour = flavour
        self.gaps = chance.choice((0.0, 0.03, 0.5))

    def record(self, plan: RecordPlan) -> dict[str, Value]:
        """Gives the inputs of one record."""
        values = {name: self.value(declared) for name, declared in plan.inputs.items()}
        return {name: value for name, value in values.items() if value is not None}

    def value(self, declared: InputPlan) -> Value | None:
        """Gives one value; `None` where nothing is given."""
        if declared.each is not None:
            return self.rows(declared.each)
        if self.chance.random() < self.gaps:
            return self.chance.choice((None, MISSING, NOT_APPLICABLE, NOT_DUE))
        return self.present(declared)

    def present(self, declared: InputPlan) -> Value:
        """Gives one value that is there."""
        if declared.type == "truth":
            return self.chance.random() < 0.5
        if declared.type == "polarity":
            return self.chance.choice(("higher_is_better", "lower_is_better", "closer_is_better"))
        if declared.type == "choice":
            return self.chance.choice(declared.choices)
        if declared.type == "range":
            low, high = sorted((self.number(), self.number()))
            return Range(low, self.chance.choice((low, high)))
        return self.count() if declared.type == "count" else self.number()

    def rows(self, each: RecordPlan) -> Value:
        """Gives the rows of a collection; some of them, and seldom all, are absent."""
        if self.chance.random() < self.gaps / 4:
            return self.chance.choice((MISSING, NOT_DUE))
        return Rows(tuple(self.row(each) for _ in range(self.chance.choice((0, 1, 2, 3, 3)))))

    def row(self, each: RecordPlan) -> Row:
        """Gives one row of a collection."""
        if self.chance.random() < self.gaps / 4:
            return Row(None, AbsentRow(self.chance.choice((MISSING, NOT_APPLICABLE))))
        return Row(None, self.record(each))

    def number(self) -> Fraction:
        """Gives a number of the flavour."""
        chance = self.chance
        if self.flavour == "ends":
            return Fraction(
                chance.choice(("0", "1", "-1", "2", "49.95", "50", "75.5", "80", "100", "100.01"))
            )
        if self.flavour == "decimals":
            return Fraction(chance.randint(-500, 20_000), 100)
        if self.flavour == "rupiah":
            return Fraction(chance.randint(0, 10 ** chance.randint(6, 13)))
        if self.flavour == "ties":
            return Fraction(chance.randrange(1, 400), chance.choice((1, 2, 4, 8, 20)))
        if self.flavour == "huge":
            return Fraction(chance.randint(-(10**18), 10**18), chance.choice((1, 1, 3)))
        return Fraction(chance.randint(1, 1000))

    def count(self) -> Fraction:
        """Gives a count of the flavour."""
        highest = {"ends": 2, "decimals": 200, "huge": 10**17}.get(self.flavour, 10**6)
        return Fraction(self.chance.randint(int(self.flavour == "whole"), highest))
