"""Figures year by year: a line a series, broken where a year has no value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from sakip_rules.markup import Markup, joined, tag
from sakip_rules.pictures.axis import Axis, folded, tenths, width_of

WIDTH: Final = 3600
LEFT: Final = 250
RIGHT: Final = 3350
TOP: Final = 200
BOTTOM: Final = 1700
LEGEND: Final = 150
APART: Final = 110
"""So far apart the numbers of a year stand."""

NEAR: Final = 215
"""Between dots that are nearer than this no number can stand."""

SERIES: Final = 6
"""So many lines can be told apart."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its name, for a year its value and how that is written, or why there is none."""

    name: str
    points: Mapping[int, tuple[Fraction, str]]
    gaps: Mapping[int, str] = field(default_factory=dict)


def years_picture(key: str, series: Sequence[Series], title: str, description: str) -> Markup:
    """Gives lines as SVG, at most six; `key` makes the ids of the picture's own parts."""
    shown = series[:SERIES]
    years = sorted({year for line in shown for year in (*line.points, *line.gaps)})
    values = [value for line in shown for value, _ in line.points.values()]
    high = max(values)
    low = _lowest(min(values), high)
    most = max(len({line.points[year] for line in shown if year in line.points}) for year in years)
    room = TOP + (most - 1) * APART  # the numbers of near dots stand above the highest
    up = Axis(low, high if high > low else low + 1, 0, BOTTOM - room)
    across = Axis(Fraction(years[0]), Fraction(max(years[-1], years[0] + 1)), LEFT, RIGHT)
    base = tag(
        "line",
        x1=tenths(LEFT - 100),
        x2=tenths(RIGHT + 100),
        y1=tenths(BOTTOM),
        y2=tenths(BOTTOM),
        class_="chart__axis",
    )
    marks = [
        _text(str(year), across.place(Fraction(year)), BOTTOM + 130, "chart__number", "middle")
        for year in years
    ]
    drawn = [_line(line, years, place, across, up) for place, line in enumerate(shown)]
    told = [number for year in years for number in _numbers(shown, year, across, up)]
    told += [gap for year in years for gap in _gaps(shown, year, across)]
    legend, bottom = _legends(shown)
    return tag(
        "svg",
        tag("title", title, id=f"{key}-judul"),
        tag("desc", description, id=f"{key}-isi"),
        joined([base, *marks, *drawn, *told, *legend]),
        viewBox=f"0 0 {tenths(WIDTH)} {tenths(bottom)}",
        role="img",
        aria_labelledby=f"{key}-judul {key}-isi",
        class_="chart",
    )


def _line(line: Series, years: Sequence[int], place: int, across: Axis, up: Axis) -> Markup:
    parts: list[Markup] = []
    for stretch in _stretches(line, years):
        points = [(across.place(Fraction(year)), BOTTOM - up.place(line.points[year][0])) for year in stretch]
        if len(points) > 1:
            joints = " ".join(f"{tenths(x)},{tenths(y)}" for x, y in points)
            parts.append(tag("polyline", points=joints, class_="chart__line"))
        parts += [tag("circle", cx=tenths(x), cy=tenths(y), r="4.5", class_="chart__dot") for x, y in points]
    return tag("g", *parts, class_=f"chart__series chart__series--{place + 1}")


def _numbers(series: Sequence[Series], year: int, across: Axis, up: Axis) -> Iterator[Markup]:
    """The values of a year, each once, the higher above; those of near dots stand above all of these."""
    known = sorted({line.points[year] for line in series if year in line.points})
    heights = [BOTTOM - up.place(value) for value, _ in known]
    lowest = BOTTOM
    for place, (_, text) in enumerate(known):
        top = place
        while top + 1 < len(known) and heights[top] - heights[top + 1] < NEAR:
            top += 1
        y = min(heights[top] - 80, lowest - APART)
        lowest = y
        yield _text(text, across.place(Fraction(year)), y, "chart__number", "middle")


def _gaps(series: Sequence[Series], year: int, across: Axis) -> Iterator[Markup]:
    """Why a line has no value in a year, above the axis; each reason once."""
    reasons = dict.fromkeys(line.gaps[year] for line in series if year in line.gaps)
    for place, reason in enumerate(reasons):
        y = BOTTOM - 40 - place * APART
        half = width_of(reason) // 2
        middle = min(max(across.place(Fraction(year)), half), WIDTH - half)
        yield _text(reason, middle, y, "chart__gap", "middle")


def _stretches(line: Series, years: Sequence[int]) -> Iterator[list[int]]:
    """Gives the years without a gap between them: a year without a value breaks the line."""
    stretch: list[int] = []
    for year in years:
        if stretch and (year not in line.points or year > stretch[-1] + 1):
            yield stretch
            stretch = []
        if year in line.points:
            stretch.append(year)
    if stretch:
        yield stretch


def _lowest(low: Fraction, high: Fraction) -> Fraction:
    """The foot of the drawing: zero, or nearer, so that lines of high values are told apart."""
    return min(low, max(Fraction(0), 2 * low - high)) if high > low else min(low, Fraction(0))


def _legends(series: Sequence[Series]) -> tuple[list[Markup], int]:
    """The names of the lines below the years, and where they end."""
    drawn: list[Markup] = []
    y = BOTTOM + 300
    for place, line in enumerate(series, 1):
        sign = tag("line", x1="10", x2="30", y1=tenths(y - 40), y2=tenths(y - 40), class_="chart__line")
        texts = []
        for text in folded(line.name):
            texts.append(_text(text, 360, y, "chart__label", "start"))
            y += LEGEND
        drawn.append(tag("g", sign, *texts, class_=f"chart__series chart__series--{place}"))
    return drawn, y - LEGEND + 50


def _text(text: str, x: int, y: int, kind: str, anchor: str) -> Markup:
    return tag("text", text, x=tenths(x), y=tenths(y), text_anchor=anchor, class_=kind)
