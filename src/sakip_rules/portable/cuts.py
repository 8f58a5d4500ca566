"""Where the answers of a scale change: what a program looks up that knows no intervals and no proofs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from sakip_rules.numbers import Refusal
from sakip_rules.scales import Scale


class Cut(NamedTuple):
    """From here up to the next cut all numbers, once rounded, get one answer: a band's place, or a reason.

    `low` is where they begin, nothing where nothing is below; if `is_open`, `low` itself is still below.
    """

    low: Fraction | None
    is_open: bool
    answer: int | str


def cuts_of(scale: Scale) -> tuple[Cut, ...]:
    """Gives the cuts of a scale, from below."""
    found: list[Cut] = []
    for low, is_open, witness in _stretches(scale):
        band = scale.classify(witness)
        answer = band.reason if isinstance(band, Refusal) else scale.bands.index(band)
        if not found or answer != found[-1].answer:
            found.append(Cut(low, is_open, answer))
    return tuple(found)


def _stretches(scale: Scale) -> Iterator[tuple[Fraction | None, bool, Fraction]]:
    """Where numbers begin that a scale does not tell apart, from below; each with one of them."""
    ends = scale.ends
    unit = Fraction(1) if scale.places is None else Fraction(10) ** -scale.places
    yield None, False, (ends[0] - unit if ends else Fraction(0))
    if scale.places is not None:
        multiples = {step for end in ends for step in (math.ceil(end / unit), math.floor(end / unit) + 1)}
        yield from ((step * unit, False, step * unit) for step in sorted(multiples))
        return
    for end, following in pairwise([*ends, *(end + 2 for end in ends[-1:])]):
        yield end, False, end
        yield end, True, (end + following) / 2
