"""Rules and data at random: formulas as rules may nest them, and ties, zeros, gaps and huge numbers."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path
from typing import Final

from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.plans import InputPlan, RulePlan
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Value

MODES: Final = ("half_up", "half_up", "half_even", "down", "up", "floor", "ceiling")
LITERALS: Final = ("0", "1", "2", "3", "0.5", "100", "0.05", "58.9850")
COMPARISONS: Final = ("<", "<=", ">", ">=", "==", "!=")
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
HEAD: Final = """
inputs:
  a: {}
  b: {default: 2.5}
  c: {}
  n: {type: count}
  m: {type: count}
  t: {type: truth}
  k: {type: choice, choices: [A, B, C]}
"""


class Formulas:
    """Makes formulas with the chances of a seed; `steps` are the steps that may be used already."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.steps: list[str] = []

    def number(self, depth: int) -> str:
        """Gives a formula that is a number."""
        if depth == 0 or self.chance.randrange(6) == 0:
            return self.chance.choice(("a", "b", "c", "n", "m", *self.steps, self.chance.choice(LITERALS)))

        def one() -> str:
            return self.number(depth - 1)

        forms = (
            lambda: f"({one()} {self.chance.choice('+-*/')} {one()})",
            lambda: f"({one()} / {one()})",
            lambda: f"({one()} / {one()} * 100)",
            lambda: f"({one()} if {self.truth(depth - 1)} else {one()})",
            lambda: f"{self.chance.choice(('min', 'max'))}({one()}, {one()})",
            lambda: f"clamp({one()}, {self.chance.choice(LITERALS)}, {one()})",
            lambda: f"{self.chance.choice(('-', 'abs'))}({one()})",
            lambda: f"({self.chance.choice('abc')}) ** {self.chance.randint(-2, 3)}",
        )
        return self.chance.choice(forms)()

    def truth(self, depth: int) -> str:
        """Gives a formula that is a truth."""
        if depth <= 0:
            return self.chance.choice(("t", "given(a)", "given(k)", "k == A", "k != B", "a > b", "n <= m"))
        left, right = self.truth(depth - 1), self.truth(depth - 1)
        forms = (
            f"({left} {self.chance.choice(('and', 'or'))} {right})",
            f"(not {left})",
            f"({self.number(1)} {self.chance.choice(COMPARISONS)} {self.number(1)})",
            f"({self.number(0)} < {self.number(0)} <= {self.number(1)})",
        )
        return self.chance.choice(forms)

    def computation(self, depth: int) -> str:
        """Gives a formula, or cases, as they stand in a rule file."""
        if self.chance.randrange(3):
            return f'"{self.number(depth)}"'
        count = self.chance.randint(1, 3)
        cases = [f'{{when: "{self.truth(1)}", then: {self._then(depth)}}}' for _ in range(count)]
        otherwise = [f"{{otherwise: {self._then(depth)}}}"] if self.chance.randrange(4) else []
        return f"[{', '.join(cases + otherwise)}]"

    def _then(self, depth: int) -> str:
        words = ("not_applicable", "missing", "not_computable, reason: no-case")
        absent = [f"{{status: {word}}}" for word in words]
        return self.chance.choice(absent) if self.chance.randrange(6) == 0 else f'"{self.number(depth - 1)}"'

    def rounding(self) -> str:
        """Gives a rounding."""
        places, mode = self.chance.choice((-1, 0, 1, 2, 2, 4)), self.chance.choice(MODES)
        return f"{{places: {places}, mode: {mode}, carry: {self.chance.choice(('exact', 'rounded'))}}}"

    def finish(self) -> list[str]:
        """Gives what may stand behind a formula: a rounding, a scale."""
        rounding = [f"rounding: {self.rounding()}"] if self.chance.randrange(2) else []
        scale = (
            [f"scale: contoh/{self.chance.choice(('skala', 'bulat'))}"] if self.chance.randrange(2) else []
        )
        return rounding + scale

    def rule(self) -> str:
        """Gives the body of a rule."""
        self.steps = []
        steps = []
        for number in range(self.chance.randint(0, 3)):
            parts = [f"formula: {self.computation(2)}", *self.finish()]
            steps.append(f"  s{number}: {{{', '.join(parts)}}}")
            self.steps.append(f"s{number}")
        lines = ["steps:", *steps] if steps else []
        lines += [f"formula: {self.computation(2)}", *self.finish()]
        if self.chance.randrange(2):
            severity = self.chance.choice(("error", "warning"))
            expect = self.chance.choice((self.truth(1), "result > 1", "n <= m"))
            lines.append(f'checks: [{{expect: "{expect}", message: M, severity: {severity}}}]')
        return HEAD + "\n".join(lines) + "\n"


def plans(folder: Path, count: int, seed: int) -> list[RulePlan]:
    """Gives so many rules; those that the checker refuses are left out."""
    made = Formulas(random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    write(folder, "scale skala", SCALE)
    write(folder, "scale bulat", ROUNDED_SCALE)
    for number in range(count):
        write(folder, f"index acak{number}", made.rule())
    catalogue = Catalogue.load(folder)
    found = [catalogue.rule(each.rule.reference).plan for each in catalogue.checked.usable]
    return [plan for plan in found if isinstance(plan, RulePlan)]


FLAVOURS: Final = ("ends", "decimals", "rupiah", "ties", "huge", "whole")


class Data:
    """Makes the data of one input, one flavour a table: with gaps, zeros and numbers on the edges."""

    def __init__(self, chance: random.Random, flavour: str) -> None:
        self.chance = chance
        self.flavour = flavour
        self.gaps = chance.choice((0.0, 0.03, 0.5))

    def value(self, declared: InputPlan) -> Value | None:
        """Gives one value; `None` where nothing is given."""
        if self.chance.random() < self.gaps:
            return self.chance.choice((None, MISSING, NOT_APPLICABLE, NOT_DUE))
        if declared.type == "truth":
            return self.chance.random() < 0.5
        if declared.type == "polarity":
            return self.chance.choice(("higher_is_better", "lower_is_better", "closer_is_better"))
        if declared.type == "choice":
            return self.chance.choice(declared.choices)
        return self.count() if declared.type == "count" else self.number()

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
