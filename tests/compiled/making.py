"""Rules and data at random: every operator, function and form, nested as a rule may nest them."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from tests.runtimes.hostile import Data
from tests.written import write

from sakip_rules import Catalogue
from sakip_rules.plans import InputPlan, RulePlan

LITERALS: Final = ("0", "1", "2", "3", "0.5", "0.25", "100", "1.005", "58.985", "1000", "0.001")
NUMBERS: Final = ("a", "b", "c", "n", "s.min", "s.max", "s")
MODES: Final = ("half_up", "half_up", "half_even", "down", "up", "floor", "ceiling")
COMPARISONS: Final = ("<", "<=", ">", ">=", "==", "!=")
HEAD: Final = """
inputs:
  a: {}
  b: {default: 2.5}
  c: {}
  n: {type: count}
  s: {type: range}
  t: {type: truth}
  k: {type: choice, choices: [A, B, C]}
  r: {each: {inputs: {x: {}, w: {default: 1}, k: {type: choice, choices: [A, B]}}, steps: {y: ROW}}}
"""


class Formulas:
    """Makes formulas with the chances of a seed; `steps` are the steps that may be used already."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.steps: list[str] = []

    def number(self, depth: int) -> str:
        """Gives a formula that is a number."""
        if depth == 0 or self.chance.randrange(6) == 0:
            return self.chance.choice((*NUMBERS, *self.steps, self.chance.choice(LITERALS)))

        def one() -> str:
            return self.number(depth - 1)

        return self.chance.choice(
            (
                lambda: f"({one()} {self.chance.choice('+-*/')} {one()})",
                lambda: f"({one()} / {one()})",
                lambda: f"({one()} if {self.truth(depth - 1)} else {one()})",
                lambda: f"{self.chance.choice(('min', 'max'))}({one()}, {one()})",
                lambda: f"clamp({one()}, {self.chance.choice(LITERALS)}, {one()})",
                lambda: f"{self.chance.choice(('-', 'abs'))}({one()})",
                lambda: f"({self.chance.choice(NUMBERS)}) ** {self.chance.randint(-2, 3)}",
                self.aggregate,
            )
        )()

    def truth(self, depth: int) -> str:
        """Gives a formula that is a truth."""
        if depth <= 0:
            names = ("t", "given(a)", "given(k)", "k == A", "k != B", "a > b", "given(s)")
            return self.chance.choice(names)

        def one() -> str:
            return self.truth(depth - 1)

        return self.chance.choice(
            (
                lambda: (
                    f"({self.truth(depth - 1)} {self.chance.choice(('and', 'or'))} {self.truth(depth - 1)})"
                ),
                lambda: f"(not {self.truth(depth - 1)})",
                lambda: (
                    f"({self.number(depth - 1)} {self.chance.choice(COMPARISONS)} {self.number(depth - 1)})"
                ),
                lambda: f"({self.number(0)} < {self.number(0)} <= {self.number(depth - 1)})",
            )
        )()

    def aggregate(self) -> str:
        """Gives a formula over rows."""
        value = self.chance.choice(("r.x", "r.y", "r.x / r.w", "r.x * a", "r.y - r.x"))
        where = self.chance.choice(
            ("", "", ", where=r.x > 1", ", where=given(r.x)", ", where=r.k == A or r.w > b")
        )
        function = self.chance.choice(("sum", "mean", "product", "min", "max", "first", "last", "count"))
        if function == "mean" and self.chance.randrange(2):
            where += ", weight=r.w"
        return f"{function}({'r' if function == 'count' and 'weight' not in where else value}{where})"

    def computation(self, depth: int) -> str:
        """Gives a formula, or cases, as they stand in a rule file."""
        if self.chance.randrange(3):
            return f'"{self.number(depth)}"'
        cases = [
            f'{{when: "{self.truth(1)}", then: {self._then(depth)}}}'
            for _ in range(self.chance.randint(1, 3))
        ]
        otherwise = [f"{{otherwise: {self._then(depth)}}}"] if self.chance.randrange(4) else []
        return f"[{', '.join(cases + otherwise)}]"

    def _then(self, depth: int) -> str:
        words = ("not_applicable", "missing, reason: lain", "not_computable, reason: no-case")
        absent = [f"{{status: {each}}}" for each in words]
        return self.chance.choice(absent) if self.chance.randrange(6) == 0 else f'"{self.number(depth - 1)}"'

    def rounding(self) -> str:
        """Gives a rounding."""
        places, mode = self.chance.choice((-1, 0, 0, 1, 2, 2)), self.chance.choice(MODES)
        return f"{{places: {places}, mode: {mode}, carry: {self.chance.choice(('exact', 'rounded'))}}}"

    def rule(self) -> str:
        """Gives the body of a rule."""
        row = self.chance.choice(("x * w", "x / w", "x - 1", "1 / (x - 1)", "w if k == B else x"))
        steps = []
        self.steps = []
        for number in range(self.chance.randint(0, 3)):
            rounding = f", rounding: {self.rounding()}" if self.chance.randrange(2) else ""
            steps.append(f"  s{number}: {{formula: {self.computation(2)}{rounding}}}")
            self.steps.append(f"s{number}")
        body = HEAD.replace("ROW", row) + ("steps:\n" + "\n".join(steps) + "\n" if steps else "")
        body += f"formula: {self.computation(3)}\n"
        if self.chance.randrange(2):
            body += f"rounding: {self.rounding()}\n"
        if self.chance.randrange(3) == 0:
            severity = self.chance.choice(("error", "warning"))
            body += f'checks: [{{expect: "{self.truth(1)}", message: M, severity: {severity}}}]\n'
        return body


def plans(folder: Path, count: int, seed: int) -> list[RulePlan]:
    """Gives so many rules; those that the checker refuses are left out."""
    made = Formulas(random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    for number in range(count):
        write(folder, f"index acak{number}", made.rule())
    catalogue = Catalogue.load(folder)
    found = [catalogue.rule(each.rule.reference).plan for each in catalogue.checked.usable]
    return [plan for plan in found if isinstance(plan, RulePlan)]


class Near(Data):
    """Data near the edges: mostly right, many ties, absent words, and numbers of every size."""

    def datum(self, declared: InputPlan) -> Any:
        """Gives a datum for an input; one in thirty is what a stranger gives."""
        if declared.each is None and not self.is_rare(30):
            return self.absent() if self.is_rare(15) else self.literal(declared)
        return super().datum(declared)

    def literal(self, declared: InputPlan) -> Any:
        """Gives a literal of an input's type."""
        if declared.type == "count":
            return self.chance.choice((0, 1, 3, "7", 100, 541897, 10 ** self.chance.randint(3, 18)))
        return super().literal(declared)

    def is_rare(self, times: int) -> bool:
        """Says yes half as often."""
        return self.chance.randrange(times * 2) == 0

    def number(self, whole: int) -> Any:
        """Gives a number: a tie, a bound, a short or a very long one, in the forms that programs give."""
        ends = (".5", ".05", ".005", ".25", ".985", ".995", "", "")
        number = Fraction(str(whole) + self.chance.choice(ends))
        match self.chance.randrange(9):
            case 0:
                return Decimal(number.numerator) / Decimal(number.denominator)
            case 1 | 2:
                return number
            case 3:
                return number / self.chance.choice((3, 7, 9999991))
            case 4:
                return whole * 10 ** self.chance.choice((1, 9, 15, 19, 30))
            case 5 | 6:
                return whole
        text = format(Decimal(number.numerator) / Decimal(number.denominator), "f")
        return f"{text}0" if "." in text else text  # three decimals alone might be thousands
