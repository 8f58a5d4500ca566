"""Print exact numbers: as decimals, as fractions, and the way Indonesian reports print them.

Python refuses to turn an integer of more than 4,300 digits (or fewer, by a setting of the process) into text.
Numbers here may be longer, so integers are cut into short pieces first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.languages import Pair
from sakip_rules.numbers.exact import Interval
from sakip_rules.numbers.rounding import round_units

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip_rules.numbers.exact import Number

# Python never sets its own limit below 640 digits.
_PIECE_DIGITS = 512
_PIECE_BITS = 1_700  # 10**512 has 1,701

DISPLAY_PLACES = 2


def integer_text(n: int) -> str:
    """The decimal digits of an integer of any length."""
    if n.bit_length() <= _PIECE_BITS:
        return str(n)
    digits = "".join(str(piece).zfill(_PIECE_DIGITS) for piece in _pieces(abs(n)))
    return ("-" if n < 0 else "") + digits.lstrip("0")


def _pieces(n: int) -> list[int]:
    """The digits of n in groups of 512, the first ones first; halved again and again, fast for long n."""
    splitters = [10**_PIECE_DIGITS]
    while splitters[-1] <= n:
        splitters.append(splitters[-1] ** 2)
    pieces = [n]
    for splitter in reversed(splitters):
        pieces = [half for piece in pieces for half in divmod(piece, splitter)]
    return pieces


def decimal_text(x: Fraction, places: int) -> str:
    """Round half up and print exactly that many decimals; with negative places, an integer. Never `-0.00`."""
    return units_text(round_units(x, places, "half_up"), places)


def units_text(units: int, places: int) -> str:
    """Print a number of units of 10^-places, with so many decimals: 1250 with 2 places is `12.50`."""
    sign, digits = "-" if units < 0 else "", integer_text(abs(units))
    if places <= 0:
        return sign + (digits + "0" * -places if units else "0")
    digits = digits.zfill(places + 1)
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


def shortest_text(x: Fraction) -> str | None:
    """The shortest decimal text that is exactly x; None if x has none, as one third."""
    twos = (x.denominator & -x.denominator).bit_length() - 1
    fives = _exponent_of_five(x.denominator >> twos)
    return None if fives is None else decimal_text(x, max(twos, fives))


def _exponent_of_five(n: int) -> int | None:
    """The k with 5^k = n, if there is one; tried at the only length that fits, never by dividing k times."""
    k = n.bit_length() * 1_000_000 // 2_321_928  # log2(5) = 2.321928…
    return k if 5**k == n else None


def fraction_text(x: Fraction) -> str:
    """`p/q` in lowest terms, or `p` alone for an integer."""
    above = integer_text(x.numerator)
    return above if x.denominator == 1 else f"{above}/{integer_text(x.denominator)}"


def indonesian(text: str) -> str:
    """A decimal text with a point as reports print it: `1234567.89` becomes `1.234.567,89`."""
    sign = "-" if text.startswith("-") else ""
    whole, point, decimals = text[len(sign) :].partition(".")
    head = len(whole) % 3
    groups = [whole[:head]] if head else []
    groups += [whole[i : i + 3] for i in range(head, len(whole), 3)]
    return sign + ".".join(groups) + ("," if point else "") + decimals


def grouped(number: int) -> Pair:
    """Gives a large whole number as each language writes it: 4.096 and 4,096."""
    return indonesian(str(number)), f"{number:,}"


def display_text(x: Number, places: int | None) -> str:
    """The text for showing: with so many places; with None the shortest text, else two places."""
    if isinstance(x, Interval):
        # If the ends round apart, the outer one is the half_up of the tie between them.
        outer = x.low if abs(x.low) > abs(x.high) else x.high
        return decimal_text(outer, DISPLAY_PLACES if places is None else places)
    if places is not None:
        return decimal_text(x, places)
    return shortest_text(x) or decimal_text(x, DISPLAY_PLACES)
