"""What a scale answers along the whole line: stretch after stretch, as the engine decides it.

A scale fills holes and may round before it looks for a band, so what it answers is not what is printed.
Its answer can change only at stated ends, and where a rounding turns: between two such numbers it is one,
so asking at each of them and once between each two finds the whole line.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import floor

from sakip_rules.dataclass import dataclass, replace
from sakip_rules.numbers import Refusal
from sakip_rules.scales import Band, Scale, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers that get one answer: a band, or the reason why they have none."""

    span: Span
    answer: Band | Refusal

    @property
    def band(self) -> Band | None:
        """The band, if they have one."""
        return self.answer if isinstance(self.answer, Band) else None


@lru_cache(maxsize=16)  # a description asks about one scale for each of its bands
def stretches(scale: Scale) -> tuple[Stretch, ...]:
    """Gives the stretches of the line from left to right; neighbours have different answers."""
    turns = _turns(scale)
    if not turns:
        return (Stretch(Span(), scale.classify(Fraction(0))),)
    parts = [Span(None, low_closed=False, high=turns[0], high_closed=False)]
    for low, high in pairwise(turns):
        parts += [point(low), Span(low, low_closed=False, high=high, high_closed=False)]
    parts += [point(turns[-1]), Span(turns[-1])]
    return tuple(_merged(Stretch(span, scale.classify(_witness(span))) for span in parts))


def _turns(scale: Scale) -> list[Fraction]:
    """The numbers at which an answer may change."""
    ends = scale.ends
    if scale.places is None:
        return ends
    unit = Fraction(10) ** -scale.places
    near = {(floor(end / unit) + place) * unit for end in ends for place in (-1, 0, 1, 2)}
    return sorted(near | {multiple + unit / 2 for multiple in near})


def point(number: Fraction) -> Span:
    """Gives the span that holds one number."""
    return Span(number, low_closed=True, high=number, high_closed=True)


def _witness(span: Span) -> Fraction:
    if span.low is None or span.high is None:
        end = span.high if span.low is None else span.low
        assert end is not None  # noqa: S101 - a stretch has an end where the line has turns
        return end - 1 if span.low is None else end + 1
    return (span.low + span.high) / 2


def _merged(parts: Iterable[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for part in parts:
        if joined and joined[-1].answer == part.answer:
            whole = replace(joined[-1].span, high=part.span.high, high_closed=part.span.high_closed)
            joined[-1] = Stretch(whole, part.answer)
        else:
            joined.append(part)
    return joined
