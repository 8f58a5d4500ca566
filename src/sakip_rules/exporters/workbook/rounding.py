"""Rounding in a cell, so that binary arithmetic gives the digits of exact arithmetic.

A cell computes in binary: `1.005*100` is a little less than 100.5, and plain `ROUND` takes it down. So the
number is first scaled and rounded to eight places, which turns what should be a tie into one, then rounded
as the rule says. That is right while the exact value lies on a tie, or farther from one than what the first
rounding may move it; the exact value is known here, so this is checked. Numbers with more than seven digits
before the point have no room for eight more within the fifteen of a cell: they are rounded at once, and a
tie among them is refused.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.numbers import ends

if TYPE_CHECKING:
    from sakip_rules.numbers import Number
    from sakip_rules.vocabulary import Mode

GUARD: Final = 8
ROOM: Final = Fraction(10**7)
"""From here on a scaled number has no room for the guard."""
MARGIN: Final = Fraction(1, 10**7)
"""So far from where a rounding turns a guarded number must lie, if it does not lie there."""
RELATIVE: Final = Fraction(1, 2**44)
"""What a few binary operations may move a number by: 256 times the last place."""
HALVES: Final = ("half_up", "half_even")

_FORMS: Final[dict[Mode, str]] = {
    "half_up": "ROUND({0},0)",
    "half_even": "(ROUND({0},0)-IF(AND(ABS({0}-TRUNC({0}))=0.5,MOD(TRUNC({0}),2)=0),SIGN({0}),0))",
    "down": "TRUNC({0})",
    "up": "ROUNDUP({0},0)",
    "floor": "INT({0})",
    "ceiling": "-INT(-({0}))",
}


def rounded(text: str, places: int, mode: Mode, exact: Number | None) -> str:
    """Gives the text of a number, rounded.

    `exact` is what it comes to now, if it has a value. Raises `NotAFormulaError` where a cell might round it
    otherwise.
    """
    guarded = exact is None or _is_small(exact, places)
    if exact is not None:
        _must_be_settled(exact, places, mode, guarded=guarded)
    if not guarded and mode == "half_up":
        return f"ROUND({text},{places})"
    scaled = _scaled(f"({text})", places) if places else text
    units = _FORMS[mode].format(f"ROUND({scaled},{GUARD})" if guarded else f"({scaled})")
    return _scaled(units, -places)


def _scaled(text: str, places: int) -> str:
    if places == 0:
        return text
    return f"{text}*{10**places}" if places > 0 else f"{text}/{10**-places}"


def _is_small(exact: Number, places: int) -> bool:
    return all(abs(end) * Fraction(10) ** places < ROOM for end in ends(exact))


def _must_be_settled(exact: Number, places: int, mode: Mode, *, guarded: bool) -> None:
    for end in ends(exact):
        scaled = end * Fraction(10) ** places
        turns = scaled + Fraction(1, 2) if mode in HALVES else scaled
        distance = abs(turns - round(turns))
        apart = MARGIN if guarded else abs(scaled) * RELATIVE
        if distance < apart and not (guarded and distance == 0):
            raise NotAFormulaError("near-tie")
