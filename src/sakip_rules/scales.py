"""Intervals with stated ends; from a value to its band; the proof that each number has exactly one band.

Nothing is sampled. The numbers that a scale tells apart are put into cells, numbered from left to right: with
rounding each multiple of 10^-places is a cell; without it each multiple of 1/parts, which all ends are, and
each stretch between two of them. An interval is then a run of cells, and holes and overlaps are found by
comparing integers.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sakip_rules.dataclass import dataclass, field
from sakip_rules.numbers import Interval, Refusal, ends, round_number, round_pair
from sakip_rules.vocabulary import Gaps, Mode, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip_rules.numbers import Number

__all__ = ["Band", "Flaw", "Refusal", "Scale", "Span", "ends_of", "prove"]


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers from low to high. A closed end is one of them; None is no end at all."""

    low: Fraction | None = None
    low_closed: bool = False
    high: Fraction | None = None
    high_closed: bool = False

    def contains(self, x: Fraction) -> bool:
        """Whether x is one of the numbers."""
        above = self.low is None or x > self.low or (self.low_closed and x == self.low)
        below = self.high is None or x < self.high or (self.high_closed and x == self.high)
        return above and below

    def is_empty(self) -> bool:
        """Whether no number at all lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))


def ends_of(spans: Iterable[Span]) -> list[Fraction]:
    """Gives every number at which one of the spans begins or ends, each once, from left to right."""
    return sorted({end for span in spans for end in (span.low, span.high) if end is not None})


@dataclass(frozen=True, slots=True)
class Band:
    """One category of a scale: for the numbers of a span, or for the absent values of a status.

    With a reason it is for those absent values alone that have it.
    """

    category: str
    code: str | None = None
    span: Span | None = None
    status: Word | None = None
    words: str | None = None
    color: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """One way in which a scale does not give each number exactly one band.

    Attributes:
        kind: empty-band, scale-overlap, scale-gap, scale-domain or gaps-unused.
        witness: a number that shows it. For empty-band: an end that, rounded, does not lie in the band; for
            gaps-unused, which no number shows: one that has its band without `gaps`.
        bands: the places of the bands concerned, in the order of the scale.
    """

    kind: str
    witness: Fraction
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Bands over a domain, and how a value comes to its band.

    Attributes:
        bands: in any order.
        domain: the numbers that the scale speaks about.
        places: decimals that a value is rounded to before it is banded; None is no rounding.
        mode: how it is rounded.
        gaps: what a hole between two bands gets: "lower" (the band below), "upper" (the band above) or
            "refuse"; None where no hole is expected.
    """

    bands: tuple[Band, ...]
    domain: Span = Span()
    places: int | None = None
    mode: Mode = "half_up"
    gaps: Gaps | None = None
    _line: _Line = field(init=False, repr=False, compare=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)
    answers: tuple[Band | Refusal, ...] = field(init=False, repr=False, compare=False)
    """What each stretch of the line gets, as `place` counts them from left to right."""

    def __post_init__(self) -> None:
        line = _line(self)
        outside = Refusal("outside-domain")
        pieces = line.pieces()
        starts = [*(piece.run.start for piece in pieces), line.domain.stop]
        answers = [outside, *(_answer(self, piece) for piece in pieces), outside]
        # Where the domain has no end, nothing lies outside: every cell there is of the stretch beside it.
        left, right = int(line.domain.start == line.first), -1 if line.domain.stop == line.stop else None
        # A frozen dataclass can be completed only this way.
        object.__setattr__(self, "_line", line)
        object.__setattr__(self, "_starts", starts[left:right])
        object.__setattr__(self, "answers", tuple(answers[left:right]))

    @property
    def ends(self) -> list[Fraction]:
        """Every end that the bands and the domain state, each once, from left to right."""
        return ends_of([self.domain, *(band.span for band in self.bands if band.span is not None)])

    def classify(self, x: Number) -> Band | Refusal:
        """The band of x, after the scale's own rounding.

        Refused as outside-domain, as scale-gap, or as precision where an interval is not all in one band.
        """
        if not isinstance(x, Interval):
            return self.at(x.numerator, x.denominator)
        value = x if self.places is None else round_number(x, self.places, self.mode)
        if value is None:
            return Refusal("precision")
        first, last = (self._index(end) for end in ends(value))
        met = set(self.answers[first : last + 1])
        return met.pop() if len(met) == 1 else Refusal("precision")

    def at(self, above: int, below: int) -> Band | Refusal:
        """The band of an exact fraction, as `classify` gives it; it need not be in lowest terms."""
        return self.answers[self.place(above, below)]

    def place(self, above: int, below: int) -> int:
        """The place among `answers` of what an exact fraction gets."""
        if self.places is not None:
            above, below = round_pair(above, below, self.places, self.mode)
        return bisect_right(self._starts, self._line.cells.cell(above, below))

    def _index(self, x: Fraction) -> int:
        return bisect_right(self._starts, self._line.cells.cell(x.numerator, x.denominator))


class _Cells(Protocol):
    """A way to number the cells of the line."""

    def cell(self, above: int, below: int) -> int:
        """The cell that a fraction lies in, or the next one; it need not be in lowest terms."""

    def after(self, x: Fraction) -> int:
        """The first cell that lies wholly above x."""

    def witness(self, run: range) -> Fraction:
        """A number in one of the cells of a run."""


class _Multiples:
    """Cell k is the number k·10^-places, all that rounding leaves."""

    def __init__(self, places: int) -> None:
        self._above: int = 10 ** max(places, 0)
        self._below: int = 10 ** max(-places, 0)

    def cell(self, above: int, below: int) -> int:
        return -(-above * self._above // (below * self._below))

    def after(self, x: Fraction) -> int:
        return x.numerator * self._above // (x.denominator * self._below) + 1

    def witness(self, run: range) -> Fraction:
        return Fraction(run.start * self._below, self._above)


class _Stretches:
    """Cell 2k is the number k/parts, as every end is; cell 2k + 1 all numbers between it and the next."""

    def __init__(self, parts: int) -> None:
        self._parts = parts

    def cell(self, above: int, below: int) -> int:
        whole, rest = divmod(above * self._parts, below)
        return 2 * whole + (rest != 0)

    def after(self, x: Fraction) -> int:
        return self.cell(x.numerator, x.denominator) + 1

    def witness(self, run: range) -> Fraction:
        # A multiple is shorter to read than a number between two. A run may be too long for len().
        single = run.start + 1 == run.stop
        return Fraction(run.start if single else run.start + run.start % 2, 2 * self._parts)


class _Piece(NamedTuple):
    """A run of cells, all in one band or all in none; then `below` and `above` are the bands beside it."""

    run: range
    below: int | None
    above: int | None

    def is_band(self) -> bool:
        return self.below is not None and self.below == self.above

    def is_edge(self) -> bool:
        """Whether it is a hole with no band on one side: the domain reaches further than the bands."""
        return self.below is None or self.above is None


@dataclass(frozen=True, slots=True)
class _Line:
    """The cells of one scale, and the runs of its domain and of its bands (by their place in the scale).

    Beyond the last end nothing tells numbers apart: `first` stands for all cells before it, `stop - 1` for
    all after it.
    """

    cells: _Cells
    first: int
    stop: int
    domain: range
    bands: dict[int, range]

    def inside(self) -> list[tuple[range, int]]:
        """The parts of the bands that lie in the domain, from below, and the places of the bands."""
        clipped = [(_shared(run, self.domain), i) for i, run in self.bands.items()]
        return sorted([part for part in clipped if part[0]], key=lambda part: (part[0].start, part[0].stop))

    def pieces(self) -> list[_Piece]:
        """The domain cut into bands and holes, from below; where bands overlap, the lower one goes on."""
        pieces: list[_Piece] = []
        reached, below = self.domain.start, None
        for run, i in self.inside():
            if run.start > reached:
                pieces.append(_Piece(range(reached, run.start), below, i))
            if run.stop > reached:
                pieces.append(_Piece(range(max(reached, run.start), run.stop), i, i))
                reached, below = run.stop, i
        if reached < self.domain.stop:
            pieces.append(_Piece(range(reached, self.domain.stop), below, None))
        return pieces


def _line(scale: Scale) -> _Line:
    spans = {i: band.span for i, band in enumerate(scale.bands) if band.span is not None}
    stated = [end for span in (scale.domain, *spans.values()) for end in (span.low, span.high)]
    limits = [end for end in stated if end is not None]
    parts = math.lcm(*(end.denominator for end in limits))
    cells: _Cells = _Stretches(parts) if scale.places is None else _Multiples(scale.places)
    # Two cells beyond the ends, of which one is a multiple: as a witness it is shorter than a number between.
    first = min((cells.cell(*end.as_integer_ratio()) for end in limits), default=0) - 2
    stop = max((cells.after(end) for end in limits), default=0) + 2
    runs = {i: _run(span, cells, first, stop) for i, span in spans.items()}
    return _Line(cells, first, stop, _run(scale.domain, cells, first, stop), runs)


def _run(span: Span, cells: _Cells, first: int, stop: int) -> range:
    start, end = first, stop
    if span.low is not None:
        start = cells.cell(*span.low.as_integer_ratio()) if span.low_closed else cells.after(span.low)
    if span.high is not None:
        end = cells.after(span.high) if span.high_closed else cells.cell(*span.high.as_integer_ratio())
    return range(start, end)


def _shared(a: range, b: range) -> range:
    return range(max(a.start, b.start), min(a.stop, b.stop))


def _answer(scale: Scale, piece: _Piece) -> Band | Refusal:
    """What the numbers of a piece get. Only a scale with flaws has holes at the edge, or without `gaps`."""
    chosen = {"lower": piece.below, "upper": piece.above}.get(scale.gaps or "")
    if piece.is_band():
        chosen = piece.below
    elif piece.is_edge():
        chosen = None
    return Refusal("scale-gap") if chosen is None else scale.bands[chosen]


def prove(scale: Scale) -> list[Flaw]:
    """All flaws of a scale, none if every number of its domain has exactly one band.

    A hole between two bands is no flaw where `gaps` is stated; `gaps` without such a hole is one. Of many
    bands that overlap, each is named with one that reaches into it from below.
    """
    line = scale._line  # noqa: SLF001 - built once, by the class of this module
    if not line.domain:
        return [Flaw("scale-domain", _end(scale.domain), ()), *_empty_bands(scale, line)]
    return [
        *_empty_bands(scale, line),
        *_bands_outside(line),
        *_overlaps(line),
        *_holes(scale, line),
    ]


def _end(span: Span) -> Fraction:
    """An end of an empty span; it has both."""
    return span.low if span.low is not None else Fraction(0)


def _empty_bands(scale: Scale, line: _Line) -> Iterator[Flaw]:
    for i, run in line.bands.items():
        span = scale.bands[i].span
        if not run and span is not None:
            yield Flaw("empty-band", _end(span), (i,))


def _bands_outside(line: _Line) -> Iterator[Flaw]:
    for i, run in line.bands.items():
        if run and not _shared(run, line.domain):
            yield Flaw("scale-domain", line.cells.witness(run), (i,))


def _overlaps(line: _Line) -> Iterator[Flaw]:
    inside = line.inside()
    furthest = accumulate(inside, _further)
    for (before, j), (run, i) in zip(furthest, inside[1:], strict=False):
        both = _shared(before, run)
        if both:
            yield Flaw("scale-overlap", line.cells.witness(both), (min(i, j), max(i, j)))


def _further(a: tuple[range, int], b: tuple[range, int]) -> tuple[range, int]:
    return b if b[0].stop > a[0].stop else a


def _holes(scale: Scale, line: _Line) -> Iterator[Flaw]:
    pieces = line.pieces()
    holes = [piece for piece in pieces if not piece.is_band()]
    for hole in holes:
        beside = tuple(i for i in (hole.below, hole.above) if i is not None)
        if hole.is_edge():
            yield Flaw("scale-domain", line.cells.witness(hole.run), beside)
        elif scale.gaps is None:
            yield Flaw("scale-gap", line.cells.witness(hole.run), beside)
    if scale.gaps is not None and all(hole.is_edge() for hole in holes):
        covered = next((piece.run for piece in pieces if piece.is_band()), line.domain)
        yield Flaw("gaps-unused", line.cells.witness(covered), ())
