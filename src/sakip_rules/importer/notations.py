"""Other ways in which tables write numbers: in brackets, as powers of ten, as ranges and as bounds."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

_DIGITS: Final = r"(?:Rp\.?\s*)?[-−]?\d[\d.,]*(?:,-)?"
_BRACKETS: Final = re.compile(rf"\(\s*(?P<inner>{_DIGITS}(?:\s*%)?)\s*\)(?P<percent>\s*%)?", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"\d{1,2}")
_POWER: Final = re.compile(
    r"(?:(?P<times>\d[\d.,]*)\s*[x×*·]\s*)?10(?:\^\s?(?P<plain>\d{1,2})|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))"
    r"(?P<unit>\s*[^\W\d_][^\d]*)?",
    re.IGNORECASE,
)
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LEAST_POWER: Final = 4
"""A smaller number raised behind a bare 10 may be the sign of a footnote."""

_RANGE: Final = re.compile(
    rf"(?P<low>{_DIGITS})(?:\s*%)?\s*(?:-|–|—|s\s?/\s?d|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
    rf"(?P<high>{_DIGITS})(?P<unit>\s*(?:%|[^\W\d_][^\d]*))?",
    re.IGNORECASE,
)
_MOST: Final = r"[<≤]=?|(?:maks|max|maksimal|maksimum|paling\s+(?:banyak|tinggi|lama|lambat))\b\.?"
_LEAST: Final = r"[>≥]=?|(?:min|minimal|minimum|paling\s+(?:sedikit|rendah|cepat)|sekurang-kurangnya)\b\.?"
_BOUND: Final = re.compile(
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST})|±)\s*(?P<number>{_DIGITS}\s*(?:%|‰|[^\W\d_][^\d]*)?)",
    re.IGNORECASE,
)


Side = Literal["most", "least", "about"]
"""Whether a number is to be reached at most, at least, or about."""


class BoundFigure(NamedTuple):
    """A number with its unit, and on which side of it all is well."""

    number: str
    side: Side


class Power(NamedTuple):
    """A number times a power of ten, and what stands behind it."""

    times: str
    zeros: int
    unit: str


def in_brackets(text: str) -> str | None:
    """Gives what stands between the brackets around a number: `2,07%` of `(2,07)%`."""
    match = _BRACKETS.fullmatch(text)
    return match["inner"].strip() + (match["percent"] or "") if match is not None else None


def is_reference(inner: str) -> bool:
    """Says whether a number in brackets may count something, as those of columns and notes do: `(3)`."""
    return _REFERENCE.fullmatch(inner) is not None


def power_of_ten(text: str) -> Power | None:
    """Gives what `1,2 x 10⁶` or `10^6` says; nothing for `10²`, which may have a footnote."""
    match = _POWER.fullmatch(text)
    if match is None:
        return None
    zeros = int(match["plain"] or match["raised"].translate(_RAISED))
    is_sure = match["times"] or match["plain"] or zeros >= _LEAST_POWER
    return Power(match["times"] or "1", zeros, (match["unit"] or "").strip()) if is_sure else None


def may_be_power(text: str) -> bool:
    """Says whether a text is 10 with a small number raised: a power, or a footnote."""
    return _POWER.fullmatch(text) is not None


def ends_of_range(text: str) -> tuple[str, str] | None:
    """Gives the ends of `80–90` or `80 s.d. 90%`, each with what stands behind the second."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    unit = (match["unit"] or "").strip()
    return f"{match['low']} {unit}".strip(), f"{match['high']} {unit}".strip()


def within_bound(text: str) -> BoundFigure | None:
    """Gives the number of `≥ 80` or `maksimal 60 menit`, and which of its sides is good."""
    match = _BOUND.fullmatch(text)
    if match is None:
        return None
    side: Side = "most" if match["most"] else "least" if match["least"] else "about"
    return BoundFigure(match["number"].strip(), side)
