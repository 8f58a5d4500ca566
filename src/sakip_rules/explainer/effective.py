"""Which numbers a band really gets, after rounding, domain and gaps; and whether its printed words say so."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sakip_rules.languages import Language, say
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.wording.rules import band_words, interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    """Gives the numbers that each band gets, as the scale itself decides of every number.

    Between two numbers at which it may change its answer, it gives one: a number between them is asked.
    """
    spans: dict[Band, Span] = {}
    for span, sample in _stretches(_turns(scale)):
        answer = scale.classify(sample)
        if isinstance(answer, Band):
            begun = spans.get(answer, span)
            spans[answer] = replace(span, low=begun.low, low_closed=begun.low_closed)
    return spans


def _turns(scale: Scale) -> list[Fraction]:
    """The numbers at which the answer may change: stated ends, and where the rounding turns beside them."""
    spans = [scale.domain, *(band.span for band in scale.bands if band.span is not None)]
    ends = {end for span in spans for end in (span.low, span.high) if end is not None}
    if scale.places is None:
        return sorted(ends)
    half = Fraction(1, 2) / Fraction(10) ** scale.places
    return sorted({half * (math.floor(end / half) + step) for end in ends for step in range(-2, 4)})


def _stretches(turns: list[Fraction]) -> Iterator[tuple[Span, Fraction]]:
    """The line cut at some numbers, from below: each alone, and all between; with a number of each."""
    if not turns:
        yield Span(), Fraction(0)
        return
    yield Span(high=turns[0]), turns[0] - 1
    for low, high in pairwise(turns):
        yield _point(low), low
        yield Span(low=low, high=high), (low + high) / 2
    yield _point(turns[-1]), turns[-1]
    yield Span(low=turns[-1]), turns[-1] + 1


def _point(number: Fraction) -> Span:
    return Span(low=number, low_closed=True, high=number, high_closed=True)


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
        return _point(_read(from_[2]))
    if from_:
        return Span(low=_read(from_[2]), low_closed=from_[1] not in _OPEN)
    return Span(high=_read(to[2]), high_closed=to[1] not in _OPEN) if to else None


def _read(number: str) -> Fraction:
    return Fraction(number.replace(",", "."))
