"""The numbers of cells: exact text out of what a sheet stores, and what the format of a cell shows of it.

A sheet computes in binary. What a person means by a cell is its first 15 significant digits, which is also
what the program shows and keeps; the shortest text of the stored double is wrong after every second sum.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final

from sakip_rules.numbers import decimal_text, read_plain, shortest_text
from sakip_rules.sheets.cells import SheetCell

_STORED: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
DIGITS: Final = 15
"""So many significant digits a sheet keeps of what was typed."""

THOUSAND: Final = 1000
LARGEST: Final = 330
"""Tens that a double goes up or down, the smallest ones too."""

_FIFTEEN: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, traps=[])

_SIZE: Final = 400
"""Characters of a stored number: a double is written with at most 330."""


class NoNumberError(ValueError):
    """What stands for a number is none, is not finite, or has more digits than a sheet keeps."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def stored_number(text: str) -> str:
    """Gives the number of a stored text as plain digits: `2.942E-1` is `0.2942`.

    Raises:
        NoNumberError: `none` for what is no number that a sheet can hold, `digits` for whole digits behind
            the fifteenth.
    """
    stripped = text.strip()
    if len(stripped) > _SIZE or not _STORED.fullmatch(stripped):
        raise NoNumberError("none")
    return fifteen_digits(Decimal(stripped))


def fifteen_digits(stored: Decimal) -> str:
    """Gives the plain text of the 15 significant digits of a number; raises `NoNumberError`."""
    if not stored.is_finite() or (stored and abs(stored.adjusted()) > LARGEST):
        raise NoNumberError("none")
    kept = _FIFTEEN.plus(stored)
    if kept != stored and stored.adjusted() >= DIGITS:
        raise NoNumberError("digits")
    whole, _, decimals = format(kept, "f").partition(".")
    decimals = decimals.rstrip("0")
    plain = f"{whole}.{decimals}" if decimals else whole
    return "0" if plain == "-0" else plain


def shown_digits(text: str, places: int | None, *, percent: bool) -> str:
    """Gives the digits that are shown of a number: so many decimals; of a percentage a hundred times it."""
    number = read_plain(text)
    if number is None or (places is None and not percent):
        return text
    if percent:
        number *= 100
    if places is None:
        places = max(0, len(text.partition(".")[2]) - 2)
    return decimal_text(number, places)


def places_shown(text: str, shown: str, *, percent: bool) -> int | None:
    """Gives with how many decimals a text shows a number, in any language; `None` if it does not show it."""
    number = read_plain(text)
    wanted = re.sub(r"[^0-9]", "", shown)
    if number is None or not wanted:
        return None
    if percent:
        number *= 100
    for places in range(min(len(wanted), 16)):
        digits = decimal_text(abs(number), places).replace(".", "")
        if digits == wanted:
            return places
    return None


def is_scaled(text: str, shown: str) -> bool:
    """Whether a text shows a number in thousands, millions or more, and not as it is."""
    number = read_plain(text)
    if number is None or abs(number) < THOUSAND or places_shown(text, shown, percent=False) is not None:
        return False
    scaled = (shortest_text(number / THOUSAND**power) or "" for power in range(1, 5))
    return any(places_shown(fewer, shown, percent=False) is not None for fewer in scaled)


def exact_number(cell: SheetCell) -> str:
    """Gives the number of a cell as it is stored, of a percentage a hundred times it, exactly."""
    number = read_plain(cell.text)
    if not cell.percent or number is None:
        return cell.text
    return shortest_text(number * 100) or cell.text
