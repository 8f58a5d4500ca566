"""From numbers to places on a drawing, and where labels stand so that none overlaps another.

Places are whole tenths of a unit of the drawing: numbers stay exact until they are places.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

LETTER: Final = 62
"""So many tenths a letter of a label is wide, at most."""

APART: Final = 40
"""So many tenths labels stand apart."""

NAME_LETTERS: Final = 50
"""So many letters of a name fit on a line; names are written larger than numbers."""

NAME_LINES: Final = 3
"""So many lines of a name are shown; the table beside the picture has all of it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers from low to high, drawn from one place to another."""

    low: Fraction
    high: Fraction
    left: int
    right: int

    def place(self, number: Fraction) -> int:
        """Gives the place of a number; beyond the ends of the axis it is that of the end."""
        within = min(max(number, self.low), self.high)
        return self.left + round((within - self.low) * (self.right - self.left) / (self.high - self.low))

    def holds(self, number: Fraction) -> bool:
        """Says whether a number lies on the axis."""
        return self.low <= number <= self.high


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """A label, the place of its middle, and the lane in which it stands."""

    text: str
    middle: int
    lane: int


def width_of(text: str) -> int:
    """Gives how wide a label is at most."""
    return LETTER * len(text)


def folded(name: str) -> list[str]:
    """Gives the lines in which a name stands whole between the edges; what is beyond the last is cut."""
    return textwrap.wrap(name, NAME_LETTERS, max_lines=NAME_LINES, placeholder="…") or [name]


def placed(labels: Iterable[tuple[int, str]], left: int, right: int, lanes: int) -> list[PlacedLabel]:
    """Gives labels their lanes, from left to right, the first that is free; those without room are left out.

    A label near an end moves inwards, so that it stands whole between left and right.
    """
    ends = [left - APART] * lanes
    shown: list[PlacedLabel] = []
    for wanted, text in sorted(labels):
        half = (width_of(text) + 1) // 2
        middle = min(max(wanted, left + half), right - half)
        free = [lane for lane, end in enumerate(ends) if middle - half >= end + APART]
        if free:
            shown.append(PlacedLabel(text, middle, free[0]))
            ends[free[0]] = middle + half
    return shown


def tenths(place: int) -> str:
    """Gives a place as SVG has it: `12.5`."""
    whole, rest = divmod(place, 10)
    return f"{whole}.{rest}" if rest else str(whole)
