"""Random data near the edges of a rule: ties, bounds, numbers of every size."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.runtimes.hostile import Data

from sakip_rules.plans import InputPlan


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
