"""Horizontal bars to one scale, a label above each: for shares and achievements, with a mark at the whole.

Where the numbers have a scale of categories, its bands are shaded behind the bars.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sakip_rules.markup import Markup, joined, tag
from sakip_rules.pictures.axis import Axis, folded, placed, tenths

WIDTH: Final = 3600
LEFT: Final = 20
RIGHT: Final = 2300
"""Behind the bars there is room for their numbers."""

WHOLE: Final = 100
MOST: Final = 200
LABEL: Final = 170
BAR: Final = 130
GAP: Final = 110
INSET: Final = 25
"""So much of the bands is seen above and below a bar."""

SWATCH: Final = 220
NAME_LETTER: Final = 80
"""So many tenths a letter of the name of a band is wide, at most: single words have wide letters."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value, what stands behind it, and its colour, or the class of a series."""

    value: Fraction | None
    text: str
    series: str = "one"
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Shade:
    """A band of a scale behind the bars: from where to where, open without an end, its colour and name."""

    low: Fraction | None
    high: Fraction | None
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of a scale, and how their ends are written."""

    shades: Sequence[Shade]
    ends: Mapping[Fraction, str]


@dataclass(frozen=True, slots=True)
class BarGroup:
    """A label, and the bars below it."""

    label: str
    bars: Sequence[Bar]


def bar_picture(
    key: str,
    groups: Sequence[BarGroup],
    title: str,
    description: str,
    *,
    legend: Sequence[tuple[str, str]] = (),
    bands: Bands | None = None,
) -> Markup:
    """Gives bars as SVG; a bar longer than 200 is cut there with an arrow, and a line stands at 100.

    `key` makes the ids of the picture's own parts; `legend` names each series of bars, `bands` are those of
    the scale that all bars are measured by.
    """
    axis = _axis([bar.value for group in groups for bar in group.bars if bar.value is not None])
    drawn: list[Markup] = []
    top = 0
    for series, name in legend:
        drawn += _legend(series, name, top)
        top += LABEL
    shades = () if bands is None else bands.shades
    if shades:
        names, top = _shade_names(shades, top)
        drawn += names
    for group in groups:
        for line in folded(group.label):
            drawn.append(_text(line, LEFT, top + LABEL - 40, "chart__label"))
            top += LABEL - 30
        top += 30
        drawn += [_shade(shade, axis, top, len(group.bars)) for shade in shades if _is_seen(shade, axis)]
        drawn.append(_mark(axis, top - 10, top + BAR * len(group.bars) - 10))
        for bar in group.bars:
            drawn += _bar(bar, axis, top, INSET if shades else 0)
            top += BAR
        top += GAP
    ends = {} if bands is None else bands.ends
    drawn += _ticks({Fraction(WHOLE): str(WHOLE), **ends}, axis, top + 60)
    return tag(
        "svg",
        tag("title", title, id=f"{key}-judul"),
        tag("desc", description, id=f"{key}-isi"),
        joined(drawn),
        viewBox=f"0 0 {tenths(WIDTH)} {tenths(top + 100)}",
        role="img",
        aria_labelledby=f"{key}-judul {key}-isi",
        class_="chart",
    )


def _axis(values: Sequence[Fraction]) -> Axis:
    """From zero, or the lowest value below it, to a little beyond the longest bar that is not cut."""
    high = min(max([Fraction(WHOLE), *values]) * 21 / 20, Fraction(MOST))
    return Axis(max(min([Fraction(0), *values]), -high), high, LEFT, RIGHT)


def _legend(series: str, name: str, top: int) -> list[Markup]:
    size = {"x": tenths(LEFT), "y": tenths(top + 40), "width": "14", "height": "10"}
    return [
        tag("rect", class_=f"chart__bar chart__bar--{series}", **size),
        _text(name, LEFT + SWATCH, top + LABEL - 40, "chart__label"),
    ]


def _mark(axis: Axis, top: int, bottom: int) -> Markup:
    at = tenths(axis.place(Fraction(WHOLE)))
    return tag("line", x1=at, x2=at, y1=tenths(top), y2=tenths(bottom), class_="chart__whole")


def _is_seen(shade: Shade, axis: Axis) -> bool:
    return (shade.low is None or shade.low < axis.high) and (shade.high is None or shade.high > axis.low)


def _shade(shade: Shade, axis: Axis, top: int, bars: int) -> Markup:
    left = axis.left if shade.low is None else axis.place(shade.low)
    right = axis.right if shade.high is None else axis.place(shade.high)
    return _swatch(shade, left, top - 10, right - left, BAR * bars - 10)


def _swatch(shade: Shade, x: int, y: int, width: int, height: int) -> Markup:
    size = {"x": tenths(x), "y": tenths(y), "width": tenths(width), "height": tenths(height)}
    return tag("rect", class_="chart__shade", style=f"fill:#{shade.colour}", **size)


def _shade_names(shades: Sequence[Shade], top: int) -> tuple[list[Markup], int]:
    """The names of the bands, each behind its colour, as many on a line as there is room for."""
    drawn, at = [], LEFT
    for shade in shades:
        name = folded(shade.name)[0]
        wide = NAME_LETTER * len(name)
        if at > LEFT and at + SWATCH + wide > WIDTH:
            at, top = LEFT, top + LABEL
        drawn += [
            _swatch(shade, at, top + 40, SWATCH - 60, 100),
            _text(name, at + SWATCH, top + LABEL - 40, "chart__label"),
        ]
        at += SWATCH + wide + GAP
    return drawn, top + LABEL + GAP // 2


def _ticks(numbers: Mapping[Fraction, str], axis: Axis, base: int) -> list[Markup]:
    """The ends of bands and the whole, below the last bar; what has no room is left out."""
    seen = [(axis.place(number), text) for number, text in numbers.items() if axis.holds(number)]
    labels = placed(seen, 0, WIDTH, 1)
    return [_text(label.text, label.middle, base, "chart__number", anchor="middle") for label in labels]


def _bar(bar: Bar, axis: Axis, top: int, inset: int) -> list[Markup]:
    zero = axis.place(Fraction(0))
    end = zero if bar.value is None else axis.place(bar.value)
    left, right = sorted((zero, end))
    kind = f"chart__bar chart__bar--{bar.series}"
    style = None if bar.colour is None else f"fill:#{bar.colour}"
    drawn = []
    if bar.value is not None:
        size = {
            "x": tenths(left),
            "y": tenths(top + inset),
            "width": tenths(max(right - left, 8)),
            "height": tenths(BAR - 30 - 2 * inset),
        }
        drawn.append(tag("rect", class_=kind, style=style, **size))
        if bar.value > axis.high:
            drawn.append(_arrow(right, top, style, kind))
    behind = axis.right if inset else max(right, zero)  # numbers on the colours of bands are hard to read
    return [*drawn, _text(bar.text, behind + 60, top + BAR - 48, "chart__number")]


def _arrow(at: int, top: int, style: str | None, kind: str) -> Markup:
    """The bar goes on: a head at its end."""
    corners = ((at, top - 10), (at + 50, top + (BAR - 30) // 2), (at, top + BAR - 20))
    points = " ".join(f"{tenths(x)},{tenths(y)}" for x, y in corners)
    return tag("polygon", points=points, class_=kind, style=style)


def _text(text: str, x: int, y: int, kind: str, anchor: str = "start") -> Markup:
    return tag("text", text, x=tenths(x), y=tenths(y), text_anchor=anchor, class_=kind)
