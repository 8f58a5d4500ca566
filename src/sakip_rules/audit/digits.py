"""Printed digits: reading them with their decimals, and comparing a computed number with them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from sakip_rules.models import Rounding
from sakip_rules.numbers import (
    Number,
    NumberTextError,
    decimal_text,
    fraction_text,
    read_printed_number,
    round_number,
    shortest_text,
)
from sakip_rules.vocabulary import Mode

Ending = Literal["rounded", "cut"]
"""How a computed number gives printed digits."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a report prints it: its value, and how many decimals are printed."""

    number: Fraction
    places: int

    @property
    def text(self) -> str:
        """The printed digits with a decimal point, without thousands separators."""
        return decimal_text(self.number, self.places)

    @property
    def digits(self) -> int:
        """How many digits are printed, without zeros in front; all of them where all are zero."""
        written = self.text if self.number == 0 else self.text.lstrip("-0.")
        return len(written.replace(".", ""))


def read_printed(text: str, unit: str | None, exact: Number | None, mode: Mode) -> PrintedNumber | None:
    """Gives the number that a report prints; `None` for what is no number.

    Of two readings of dot or comma the one is meant that the computed number gives: rounded, else cut off;
    of equals the one with decimals (language reference 2.1).
    """
    try:
        readings = read_printed_number(text, unit)
    except NumberTextError:
        return None
    numbers = [PrintedNumber(reading.number, reading.places) for reading in readings]
    if exact is None:  # the likelier reading comes first, and min() keeps the first of equals
        return numbers[0]
    return min(numbers, key=lambda number: _ENDINGS.index(ending(exact, number, mode)))


_ENDINGS: Final[tuple[Ending | None, ...]] = ("rounded", "cut", None)


def ending(value: Number, printed: PrintedNumber, mode: Mode) -> Ending | None:
    """Says how a computed number gives the printed digits: rounded, else cut off, else not at all."""
    if round_number(value, printed.places, mode) == printed.number:
        return "rounded"
    return "cut" if round_number(value, printed.places, "down") == printed.number else None


def mode_of(rounding: Rounding | None) -> Mode:
    """Gives the mode in which a figure is rounded for comparing (language reference, 9)."""
    return "half_up" if rounding is None else rounding.mode


def exact_text(value: Fraction) -> str:
    """Gives an exact number as `with` holds it: its decimals where they end, else `p/q`."""
    return shortest_text(value) or fraction_text(value)
