"""Intervals on a line of numbers, to scale: filled ends are in, hollow ends are not, holes are hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, tag
from sakip_rules.pictures.axis import Axis, PlacedLabel, placed, tenths

if TYPE_CHECKING:
    from sakip_rules.scales import Span

WIDTH: Final = 3600
EDGE: Final = 120
"""Beyond the axis, on either side, there is room for the arrow of an interval without an end."""

LANE: Final = 130
"""How high a line of labels is."""

ROW: Final = 130
END: Final = 42
"""The radius of an end."""

HEAD: Final = 110
"""How long the head of an arrow is."""

NAME_LANES: Final = 3
NUMBER_LANES: Final = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """An interval that is drawn: its ends, its label, its colour; without a colour it is a hole."""

    span: Span
    label: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class Strip:
    """Segments drawn above one axis, under a heading, and the numbers that stand below it."""

    heading: str
    segments: Sequence[Segment]
    axis: Axis
    numbers: Sequence[tuple[Fraction, str]]


def axis_of(low: Fraction, high: Fraction) -> Axis:
    """Gives the axis of a strip between two numbers."""
    return Axis(low, high, EDGE, WIDTH - EDGE)


def picture(strips: Sequence[Strip], title: str, description: str, key: str = "gambar") -> Markup:
    """Gives strips one below another as SVG that tells itself to those who do not see it.

    `key` begins the ids in the picture: no two of a page have the same.
    """
    drawn: list[Markup] = []
    top = 0
    for strip in strips:
        parts, top = _strip(strip, top)
        drawn += parts
    return tag(
        "svg",
        tag("title", title, id=f"{key}-judul"),
        tag("desc", description, id=f"{key}-isi"),
        _hatching() if _has_hole(strips) else NOTHING,
        *drawn,
        viewBox=f"0 0 {tenths(WIDTH)} {tenths(top)}",
        role="img",
        aria_labelledby=f"{key}-judul {key}-isi",
        class_="scale",
    )


def _has_hole(strips: Sequence[Strip]) -> bool:
    return any(segment.colour is None for strip in strips for segment in strip.segments)


def _hatching() -> Markup:
    line = tag("path", d="M0 6L6 0", stroke="currentColor", stroke_width="1")
    pattern = tag("pattern", line, id="lubang", width="6", height="6", patternUnits="userSpaceOnUse")
    return tag("defs", pattern)


def _strip(strip: Strip, top: int) -> tuple[list[Markup], int]:
    """Draws a strip from a height down; gives it, and the height below it."""
    drawn = []
    if strip.heading:
        drawn.append(_text(strip.heading, EDGE, top + LANE - 30, "heading", anchor="start"))
        top += LANE
    names, lanes = _names(strip)
    rows = top + lanes * LANE + 60
    base = rows + 2 * ROW
    drawn += [_name(label.text, label.middle, top + (label.lane + 1) * LANE - 30) for label in names]
    row = 0
    for segment in strip.segments:
        drawn += _segment(segment, strip.axis, rows + row * ROW, (rows - 60, base))
        row = row if segment.colour is None else 1 - row
    drawn.append(_line(0, base, WIDTH, base, "axis"))
    return drawn + _ticks(strip, base), base + NUMBER_LANES * LANE


def _names(strip: Strip) -> tuple[list[PlacedLabel], int]:
    """The labels of segments above their middles, and how many lanes they take."""
    wanted = [
        ((_left(part, strip.axis) + _right(part, strip.axis)) // 2, part.label)
        for part in strip.segments
        if part.label and _is_seen(part.span, strip.axis)
    ]
    shown = placed(wanted, 0, WIDTH, NAME_LANES)
    return shown, max((label.lane for label in shown), default=0) + 1


def _is_seen(span: Span, axis: Axis) -> bool:
    return (span.high is None or span.high >= axis.low) and (span.low is None or span.low <= axis.high)


def _left(part: Segment, axis: Axis) -> int:
    low = part.span.low
    return 0 if low is None or low < axis.low else axis.place(low)


def _right(part: Segment, axis: Axis) -> int:
    high = part.span.high
    return WIDTH if high is None or high > axis.high else axis.place(high)


def _segment(part: Segment, axis: Axis, height: int, between: tuple[int, int]) -> list[Markup]:
    if not _is_seen(part.span, axis):
        return []
    left, right = _left(part, axis), _right(part, axis)
    if part.colour is None:
        top, bottom = between
        return [_hole(left, right, top, bottom)]
    style = f"--band:#{part.colour}"
    start = left + HEAD if part.span.low is None else left
    stop = right - HEAD if part.span.high is None else right
    shown = [_line(start, height, stop, height, "segment", style=style)] if start < stop else []
    shown += [
        _end(axis.place(end), height, style, is_in=is_in)
        for end, is_in in ((part.span.low, part.span.low_closed), (part.span.high, part.span.high_closed))
        if end is not None and axis.holds(end)
    ]
    arrows = ((part.span.low, left, HEAD), (part.span.high, right, -HEAD))
    return shown + [_arrow(at, height, back, style) for end, at, back in arrows if end is None]


def _hole(left: int, right: int, top: int, bottom: int) -> Markup:
    """A hole between two bands; a narrow one is still seen."""
    width = max(right - left, 10)
    return tag(
        "rect", x=tenths(left), y=tenths(top), width=tenths(width), height=tenths(bottom - top),
        fill="url(#lubang)", class_="hole",
    )  # fmt: skip


def _end(at: int, height: int, style: str, *, is_in: bool) -> Markup:
    kind = "end end--in" if is_in else "end end--out"
    return tag("circle", cx=tenths(at), cy=tenths(height), r=tenths(END), class_=kind, style=style)


def _arrow(at: int, height: int, back: int, style: str) -> Markup:
    """The head of an arrow at an edge: the interval goes on."""
    corners = ((at, height), (at + back, height - 70), (at + back, height + 70))
    points = " ".join(f"{tenths(x)},{tenths(y)}" for x, y in corners)
    return tag("polygon", points=points, class_="arrow", style=style)


def _line(x1: int, y1: int, x2: int, y2: int, kind: str, style: str | None = None) -> Markup:
    ends = {"x1": tenths(x1), "y1": tenths(y1), "x2": tenths(x2), "y2": tenths(y2)}
    return tag("line", class_=kind, style=style, **ends)


def _name(text: str, middle: int, height: int) -> Markup:
    return _text(text, middle, height, "name")


def _text(text: str, x: int, y: int, kind: str, anchor: str = "middle") -> Markup:
    return tag("text", text, x=tenths(x), y=tenths(y), text_anchor=anchor, class_=kind)


def _ticks(strip: Strip, base: int) -> list[Markup]:
    seen = [(strip.axis.place(number), text) for number, text in strip.numbers if strip.axis.holds(number)]
    marks = [_line(at, base, at, base + 40, "tick") for at, _ in seen]
    labels = placed(seen, 0, WIDTH, NUMBER_LANES)
    return marks + [
        _text(label.text, label.middle, base + (label.lane + 1) * LANE - 10, "number") for label in labels
    ]
