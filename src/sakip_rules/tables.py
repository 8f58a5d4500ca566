"""From codes to a number, and from points on a line to the numbers between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sakip_rules.dataclass import dataclass, field
from sakip_rules.numbers import Interval, Refusal, between, ends
from sakip_rules.vocabulary import Outside

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip_rules.numbers import Number

__all__ = ["Curve", "Refusal", "Table"]


@dataclass(frozen=True, slots=True)
class Table:
    """A number for each combination of codes, one for each key; None where the source leaves it undefined."""

    keys: tuple[str, ...]
    cells: dict[tuple[str, ...], Fraction | None]

    def look_up(self, codes: tuple[str, ...]) -> Fraction | Refusal:
        """The number in the cell of these codes; refused as not-in-table or as undefined-cell."""
        if codes not in self.cells:
            return Refusal("not-in-table")
        number = self.cells[codes]
        return Refusal("undefined-cell") if number is None else number


@dataclass(frozen=True, slots=True)
class Curve:
    """Straight lines through two or more points (x, y) with ascending x.

    `outside`, for x beyond the ends: "refuse", "hold" (the end's y) or "extend" (the end segment's line).
    """

    points: tuple[tuple[Fraction, Fraction], ...]
    outside: Outside = "refuse"
    _knots: tuple[Fraction, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # A frozen dataclass can be completed only this way.
        object.__setattr__(self, "_knots", tuple(x for x, _ in self.points))

    def at(self, x: Number) -> Number | Refusal:
        """The y at x; refused as outside-domain, or as precision where an interval reaches over an end."""
        low, high = ends(x)
        first, last = self._knots[0], self._knots[-1]
        if self.outside == "refuse" and not first <= low <= high <= last:
            return Refusal("outside-domain" if high < first or low > last else "precision")
        if not isinstance(x, Interval):
            return self._height(x)
        # Lines are monotone between knots: the extremes lie at the ends of the interval or at a knot in it.
        inner = self.points[bisect_right(self._knots, low) : bisect_left(self._knots, high)]
        heights = [self._height(low), *(y for _, y in inner), self._height(high)]
        return between(min(heights), max(heights))

    def _height(self, x: Fraction) -> Fraction:
        if self.outside == "hold":
            x = min(max(x, self._knots[0]), self._knots[-1])
        right = min(max(bisect_right(self._knots, x), 1), len(self._knots) - 1)
        (x0, y0), (x1, y1) = self.points[right - 1], self.points[right]
        return y0 + (x - x0) * (y1 - y0) / (x1 - x0)
