"""Horizontal bars to one scale, a label above each: for shares and achievements, with a mark at the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sakip_rules.markup import Markup, joined, tag
from sakip_rules.pictures.axis import Axis, tenths

WIDTH: Final = 3600
LEFT: Final = 20
RIGHT: Final = 2300
"""Behind the bars there is room for their numbers."""

WHOLE: Final = 100
MOST: Final = 200
LABEL: Final = 170
BAR: Final = 130
GAP: Final = 110
LONGEST: Final = 48
"""So many letters of a label are shown; the table beside the picture has all of it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value, what stands behind it, and its colour, or the class of a series."""

    value: Fraction | None
    text: str
    series: str = "one"
    colour: str | None = None


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
) -> Markup:
    """Gives bars as SVG; a bar longer than 200 is cut there with an arrow, and a line stands at 100.

    `key` makes the ids of the picture's own parts; `legend` names each series of bars.
    """
    axis = _axis([bar.value for group in groups for bar in group.bars if bar.value is not None])
    drawn: list[Markup] = []
    top = 0
    for series, name in legend:
        drawn += _legend(series, name, top)
        top += LABEL
    for group in groups:
        drawn.append(_text(cut(group.label), LEFT, top + LABEL - 40, "chart__label"))
        top += LABEL
        drawn.append(_mark(axis, top - 10, top + BAR * len(group.bars) - 10))
        for bar in group.bars:
            drawn += _bar(bar, axis, top)
            top += BAR
        top += GAP
    drawn.append(_text(str(WHOLE), axis.place(Fraction(WHOLE)), top + 60, "chart__number", anchor="middle"))
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
        _text(name, LEFT + 220, top + LABEL - 40, "chart__label"),
    ]


def _mark(axis: Axis, top: int, bottom: int) -> Markup:
    at = tenths(axis.place(Fraction(WHOLE)))
    return tag("line", x1=at, x2=at, y1=tenths(top), y2=tenths(bottom), class_="chart__whole")


def cut(label: str) -> str:
    """Gives a label as it fits above a bar."""
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"


def _bar(bar: Bar, axis: Axis, top: int) -> list[Markup]:
    zero = axis.place(Fraction(0))
    end = zero if bar.value is None else axis.place(bar.value)
    left, right = sorted((zero, end))
    kind = f"chart__bar chart__bar--{bar.series}"
    style = None if bar.colour is None else f"--band:#{bar.colour}"
    drawn = []
    if bar.value is not None:
        size = {
            "x": tenths(left),
            "y": tenths(top),
            "width": tenths(max(right - left, 8)),
            "height": tenths(BAR - 30),
        }
        drawn.append(tag("rect", class_=kind, style=style, **size))
        if bar.value > axis.high:
            drawn.append(_arrow(right, top, style, kind))
    return [*drawn, _text(bar.text, max(right, zero) + 60, top + BAR - 48, "chart__number")]


def _arrow(at: int, top: int, style: str | None, kind: str) -> Markup:
    """The bar goes on: a head at its end."""
    corners = ((at, top - 10), (at + 50, top + (BAR - 30) // 2), (at, top + BAR - 20))
    points = " ".join(f"{tenths(x)},{tenths(y)}" for x, y in corners)
    return tag("polygon", points=points, class_=kind, style=style)


def _text(text: str, x: int, y: int, kind: str, anchor: str = "start") -> Markup:
    return tag("text", text, x=tenths(x), y=tenths(y), text_anchor=anchor, class_=kind)
