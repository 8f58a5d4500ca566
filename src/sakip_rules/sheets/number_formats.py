"""What the number format of a cell shows: a percentage, a date, so many decimals."""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class NumberFormat(NamedTuple):
    """How a number is shown; `places` is `None` where as many decimals are shown as it has."""

    places: int | None = None
    percent: bool = False
    date: bool = False
    scaled: bool = False
    """Shown in thousands or millions: the digits that are seen are not those of the number."""


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
_DATES: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
_SHOWN: Final = re.compile(r"[0#?](?:[0#?,. ]*[0#?])?")
_SCALED: Final = re.compile(r"[0#?],+(?![0#?,])")
LONGEST: Final = 1_000
"""Characters of a format; programs allow 255."""


def read_format(code: str) -> NumberFormat:
    """Gives what a format code shows of a number above zero."""
    if code.strip().lower() in ("", "general", "@", "standard"):
        return GENERAL
    section = _WORDS.sub("", code[:LONGEST]).partition(";")[0]
    if "e+" in section.lower() or "e-" in section.lower() or "/" in section:
        return GENERAL if not _DATES.search(re.sub("e[+-]", "", section, flags=re.IGNORECASE)) else _DATE
    if _DATES.search(re.sub("general", "", section, flags=re.IGNORECASE)):
        return _DATE
    shown = _SHOWN.search(section)
    percent = "%" in section
    if shown is None:
        return NumberFormat(percent=percent)
    decimals = shown.group().rpartition(".")[2] if "." in shown.group() else ""
    places = None if "#" in decimals else len(re.findall("[0?]", decimals))
    return NumberFormat(places, percent=percent, scaled=bool(_SCALED.search(section)))
