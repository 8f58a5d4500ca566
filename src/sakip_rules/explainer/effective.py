"""Which numbers a band really gets, after rounding, domain and gaps; and whether its printed words say so."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.dataclass import replace
from sakip_rules.explainer.stretches import point, stretches
from sakip_rules.languages import Language, say
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.wording.rules import band_words, interval_words

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_NUMBER: Final = r" *(-?[0-9]+(?:[.,][0-9]+)?) *%?"
_LOW: Final = "(>=|≥|>|lebih dari|)"
_HIGH: Final = "(<=|≤|<|di bawah|kurang dari|)"
_FROM_TO: Final = re.compile(f"{_LOW}{_NUMBER} *(?:–|-|sd\\.|s\\.d\\.|sampai) *{_HIGH}{_NUMBER}")
_FROM: Final = re.compile(_LOW + _NUMBER)
_TO: Final = re.compile(_HIGH + _NUMBER)
_OPEN: Final = (">", "lebih dari", "<", "di bawah", "kurang dari")
"""The signs and words of printed intervals that leave their number out."""

_REALLY: Final[Pair] = ("yang dipakai: {span}", "in effect: {span}")
_ALL: Final[Pair] = ("semua nilai", "all values")


def band_interval(scale: Scale, band: Band, lang: Language) -> str:
    """Gives the interval of a band as it is printed, and beside it the numbers that it really gets.

    They stand there where the printed words, or the stated ends, do not say just that.
    """
    words = band_words(band, lang)
    span = effective(scale).get(band)
    if span is None or span == (band.span if band.words is None else printed_span(band.words)):
        return words
    return f"{words} ({say(_REALLY, lang).format(span=interval_words(span, lang) or say(_ALL, lang))})"


def effective(scale: Scale) -> dict[Band, Span]:
    """Gives the numbers that each band gets, as the scale itself decides of every number."""
    spans: dict[Band, Span] = {}
    for part in stretches(scale):
        if part.band is not None:
            begun = spans.get(part.band, part.span)
            spans[part.band] = replace(part.span, low=begun.low, low_closed=begun.low_closed)
    return spans


def printed_span(words: str) -> Span | None:
    """Gives the interval that printed words say for certain: `> 75–100`, `≥ 95`, `50 – < 60`."""
    text = words.strip().casefold()
    if both := _FROM_TO.fullmatch(text):
        low_sign, low, high_sign, high = both.groups()
        return Span(
            low=_read(low),
            low_closed=low_sign not in _OPEN,
            high=_read(high),
            high_closed=high_sign not in _OPEN,
        )
    from_, to = _FROM.fullmatch(text), _TO.fullmatch(text)
    if from_ and to:  # a number without a sign
        return point(_read(from_[2]))
    if from_:
        return Span(low=_read(from_[2]), low_closed=from_[1] not in _OPEN)
    return Span(high=_read(to[2]), high_closed=to[1] not in _OPEN) if to else None


def _read(number: str) -> Fraction:
    return Fraction(number.replace(",", "."))
