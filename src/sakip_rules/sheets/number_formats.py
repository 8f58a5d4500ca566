"""What the number format of a cell shows: a percentage, a date, so many decimals."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final, NamedTuple


class NumberFormat(NamedTuple):
    """How a number is shown; `places` is `None` where as many decimals are shown as it has."""

    places: int | None = None
    percent: bool = False
    date: bool = False
    scaled: bool = False
    """Shown in thousands or millions: the digits that are seen are not those of the number."""

    sections: tuple[FormatSection, ...] = ()
    """Of a format with conditions, such as `[<1]0.00%;0.00`: what is shown of which numbers."""

    def of(self, number: str) -> NumberFormat:
        """Gives how a number, as plain digits, is shown."""
        for section in self.sections:
            if section.holds(Fraction(number), section.limit):
                return section.shown
        return self


class FormatSection(NamedTuple):
    """What a format shows of the numbers for which a comparison with a limit holds."""

    holds: Callable[[Fraction, Fraction], bool]
    limit: Fraction
    shown: NumberFormat


GENERAL: Final = NumberFormat()
_DATE: Final = NumberFormat(date=True)
BUILT_IN: Final[dict[int, NumberFormat]] = {
    1: NumberFormat(0),
    2: NumberFormat(2),
    3: NumberFormat(0),
    4: NumberFormat(2),
    9: NumberFormat(0, percent=True),
    10: NumberFormat(2, percent=True),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), _DATE),
    **dict.fromkeys((5, 6, 37, 38, 41, 42), NumberFormat(0)),
    **dict.fromkeys((7, 8, 39, 40, 43, 44), NumberFormat(2)),
}
"""Formats that every program knows by their number (ECMA-376 18.8.30); 5 to 8, 41 to 44 are of money."""

_WORDS: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"]*"|\\.')
_DATES: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
_SHOWN: Final = re.compile(r"[0#?](?:[0#?,. ]*[0#?])?")
_SCALED: Final = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9]{1,20}(?:\.[0-9]{1,20})?)\]")
_COMPARISONS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
    "<>": operator.ne,
}  # fmt: skip
LONGEST: Final = 1_000
"""Characters of a format; programs allow 255."""


def read_format(code: str) -> NumberFormat:
    """Gives what a format code shows of a number above zero, and where it has conditions, of any number."""
    code = code[:LONGEST]
    if not _CONDITION.search(code):
        return _section(code)
    parts = [part for part in _QUOTED.sub("", code).split(";")[:3] if "@" not in part]
    *conditional, last = parts or [""]
    sections = tuple(map(_conditional, conditional, (">0", "<0")))
    return _section(last)._replace(sections=sections)


def _conditional(code: str, usual: str) -> FormatSection:
    """A section with its condition; without one it has the usual condition of its place."""
    stated = _CONDITION.search(code)
    sign, limit = stated.groups() if stated is not None else (usual[0], usual[1])
    return FormatSection(_COMPARISONS[sign], Fraction(limit), _section(code))


def _section(code: str) -> NumberFormat:
    """What one section, or the first of several, shows."""
    if code.strip().lower() in ("", "general", "@", "standard"):
        return GENERAL
    section = _WORDS.sub("", code).partition(";")[0]
    if "e+" in section.lower() or "e-" in section.lower() or "/" in section:
        is_date = _DATES.search(re.sub("e[+-]", "", section, flags=re.IGNORECASE))
        return _DATE if is_date else NumberFormat(percent="%" in section)
    if _DATES.search(re.sub("general", "", section, flags=re.IGNORECASE)):
        return _DATE
    shown = _SHOWN.search(section)
    percent = "%" in section
    if shown is None:
        return NumberFormat(percent=percent)
    decimals = shown.group().rpartition(".")[2] if "." in shown.group() else ""
    places = None if "#" in decimals else len(re.findall("[0?]", decimals))
    return NumberFormat(places, percent=percent, scaled=bool(_SCALED.search(section)))
