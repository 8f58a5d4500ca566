"""Every scale of at most four bands, against what its bands say word for word.

Without a rounding only the order of the ends matters, not how far they lie apart: so of all scales on a grid
of nine points those are tried whose ends are the first points of it, each other one being the same stretched.
The domain is the closed hull of the bands. Three bands in each run, four in `.ci/nightly` (PROOF=whole).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from sakip_rules.numbers import Refusal
from sakip_rules.scales import Band, Scale, Span, prove
from sakip_rules.vocabulary import GAPS, Gaps

IS_WHOLE = os.environ.get("PROOF") == "whole"
GRID = 9
POLICIES: tuple[Gaps | None, ...] = (None, *GAPS)


def spans(points: int) -> list[tuple[int, Span]]:
    """Each interval with ends among the first points, and a bit for each end; a point is a closed one."""
    found = [
        (1 << low | 1 << high, Span(Fraction(low), low_closed, Fraction(high), high_closed))
        for low in range(points)
        for high in range(low + 1, points)
        for low_closed in (False, True)
        for high_closed in (False, True)
    ]
    return found + [
        (1 << at, Span(Fraction(at), low_closed=True, high=Fraction(at), high_closed=True))
        for at in range(points)
    ]


def every(bands: int) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Every set of so many intervals up to stretching, with how many ends they have."""
    for points in range(1, min(2 * bands, GRID) + 1):
        for chosen in combinations_with_replacement(spans(points), bands):
            used = 0
            for bits, _ in chosen:
                used |= bits
            if used == (1 << points) - 1:
                yield points, tuple(span for _, span in chosen)


def is_in(span: Span, x: Fraction) -> bool:
    """Whether a number lies in an interval, as its ends are written."""
    assert span.low is not None
    assert span.high is not None
    at_an_end = (span.low_closed and x == span.low) or (span.high_closed and x == span.high)
    return at_an_end or span.low < x < span.high


def read(bands: tuple[Span, ...], x: Fraction) -> tuple[list[int], list[int], list[int]]:
    """The bands that hold a number, those wholly below it, and those wholly above it."""
    holding = [place for place, span in enumerate(bands) if is_in(span, x)]
    rest = [place for place in range(len(bands)) if place not in holding]
    below = [place for place in rest if bands[place].high <= x]  # type: ignore[operator]  # every span has ends
    return holding, below, [place for place in rest if place not in below]


def nearest(places: list[int], ends: list[Fraction]) -> int | None:
    """The only band whose end is nearest to a hole; none where two share it, or none is there."""
    best = [place for place in places if ends[place] == max(ends[other] for other in places)]
    return best[0] if len(best) == 1 else None


Answers = dict[Fraction, int | str]
"""What numbers get: the place of a band, or the reason why none."""


def told_by_hand(bands: tuple[Span, ...], points: int, gaps: Gaps | None) -> tuple[set[str], Answers]:
    """The kinds of flaws, and what each witness gets where that is beyond doubt: read off the bands alone."""
    flaws: set[str] = set()
    answers: Answers = {}
    used = False
    for x in (Fraction(half, 2) for half in range(2 * points - 1)):
        holding, below, above = read(bands, x)
        if len(holding) > 1:
            flaws.add("scale-overlap")
        elif holding:
            answers[x] = holding[0]
        elif not (below and above):
            flaws.add("scale-domain")
            answers[x] = "scale-gap"
        else:
            used = True
            chosen = {
                "lower": nearest(below, [span.high or Fraction(0) for span in bands]),
                "upper": nearest(above, [-(span.low or Fraction(0)) for span in bands]),
            }.get(gaps or "", "scale-gap")
            if chosen is not None:
                answers[x] = chosen
            if gaps is None:
                flaws.add("scale-gap")
    if gaps is not None and not used:
        flaws.add("gaps-unused")
    return flaws, answers


def judged(bands: tuple[Span, ...], points: int, gaps: Gaps | None) -> str | None:
    """What the engine says otherwise than the bands themselves; nothing where both agree."""
    hull = Span(Fraction(0), low_closed=True, high=Fraction(points - 1), high_closed=True)
    scale = Scale(tuple(Band(str(place), span=span) for place, span in enumerate(bands)), hull, gaps=gaps)
    flaws, answers = told_by_hand(bands, points, gaps)
    proved = {flaw.kind for flaw in prove(scale)}
    if proved != flaws:
        return f"{bands} {gaps}: proved {proved}, read {flaws}"
    for x, wanted in answers.items():
        answer = scale.classify(x)
        given = answer.reason if isinstance(answer, Refusal) else int(answer.category)
        if given != wanted:
            return f"{bands} {gaps}: {x} is in {given}, read {wanted}"
    return None


@pytest.mark.parametrize(
    ("count", "sets"),
    [(1, 5), (2, 128), pytest.param(3, 5_362, marks=pytest.mark.slow), *([(4, 313_307)] if IS_WHOLE else [])],
)
def test_every_scale_is_what_it_says(count: int, sets: int) -> None:
    """Its flaws, and the one band of each number: all ends, all ways to treat a hole."""
    seen, wrong = 0, []
    for points, bands in every(count):
        seen += 1
        wrong += [found for gaps in POLICIES if (found := judged(bands, points, gaps)) is not None]
    assert wrong[:5] == []
    assert seen == sets
