"""A scale drawn to scale: as printed and as computed, and the first place where they differ, enlarged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.stretches import Stretch, stretches
from sakip_rules.languages import Language, Pair, say
from sakip_rules.markup import NOTHING, Markup
from sakip_rules.pictures.axis import width_of
from sakip_rules.pictures.number_line import Segment, Strip, axis_of, picture
from sakip_rules.scales import Band, Scale, Span, ends_of
from sakip_rules.wording.rules import interval_words
from sakip_rules.wording.values import exact_words

if TYPE_CHECKING:
    from sakip_rules.pictures.axis import Axis

MOST_STRETCHES: Final = 40
CLOSE: Final = 20
"""Ends nearer than this part of the whole line are seen as one place."""

PALETTE: Final = ("0072b2", "e69f00", "009e73", "cc79a7", "56b4e9", "d55e00", "8c6bb1", "7f7f7f")
"""Colours that are told apart by everybody, on light and on dark ground; bands with colours keep theirs."""

_TITLE: Final[Pair] = ("Skala pada garis bilangan", "The scale on a line of numbers")
_PRINTED: Final[Pair] = ("tercetak", "as printed")
_COMPUTED: Final[Pair] = ("yang dihitung", "as computed")
_NONE: Final[Pair] = ("tanpa kategori", "no category")


def colour(band: Band, place: int) -> str:
    """Gives the colour of a band, by its place in the scale where it states none."""
    return band.color or PALETTE[place % len(PALETTE)]


def scale_picture(scale: Scale, lang: Language) -> Markup:
    """Gives the picture of a scale; nothing of one without ends, or with more bands than can be seen."""
    computed = stretches(scale)
    if not scale.ends or len(computed) > MOST_STRETCHES:
        return NOTHING
    return picture(_strips(scale, computed, lang), say(_TITLE, lang), _description(computed, lang))


def _strips(scale: Scale, computed: Sequence[Stretch], lang: Language) -> list[Strip]:
    as_printed, as_computed = printed_parts(scale), _computed_parts(computed)
    low, high = _reach(scale, computed)
    whole = axis_of(low, high)
    differ = differing(as_printed, as_computed)
    heads = [(_PRINTED, as_printed), (_COMPUTED, as_computed)]
    draw = _Drawer(scale, lang)
    if not differ:
        return [draw("", as_computed, whole)]
    strips = [draw(say(head, lang), parts, whole) for head, parts in heads]
    low, high = _around(*differ[0])
    enlarged = f"{exact_words(low, lang)}–{exact_words(high, lang)}"
    near = axis_of(low, high)
    return strips + [draw(f"{say(head, lang)}, {enlarged}", parts, near) for head, parts in heads]


Part = tuple[Span, "Band | None"]


def printed_parts(scale: Scale) -> list[Part]:
    """Gives the intervals that bands state, from left to right, and the holes between them."""
    stated = sorted(
        ((band.span, band) for band in scale.bands if band.span is not None and not band.span.is_empty()),
        key=lambda part: (part[0].low is not None, part[0].low or 0, part[0].high is None, part[0].high or 0),
    )
    parts: list[Part] = []
    for span, band in stated:
        before = parts[-1][0] if parts else None
        if before is not None and before.high is not None and span.low is not None:
            hole = Span(before.high, not before.high_closed, span.low, not span.low_closed)
            if not hole.is_empty():
                parts.append((hole, None))
        parts.append((span, band))
    return parts


def _computed_parts(line: Sequence[Stretch]) -> list[Part]:
    """The stretches of the line; beyond the domain there is nothing to draw."""
    inner = line[0 if line[0].band else 1 : None if line[-1].band else -1]
    return [(part.span, part.band) for part in inner]


def differing(printed: Sequence[Part], computed: Sequence[Part]) -> list[tuple[Fraction, Fraction]]:
    """Gives where a printed end is not a computed one, from the highest down: from which end to which."""
    own, other = _ends(printed), _ends(computed)
    numbers = sorted({end for end, _ in own | other})
    apart = (numbers[-1] - numbers[0]) / CLOSE
    groups: list[list[Fraction]] = []
    for number in numbers:
        if groups and number - groups[-1][-1] <= apart:
            groups[-1].append(number)
        else:
            groups.append([number])
    wrong = {end for end, _ in own ^ other}
    return [(group[0], group[-1]) for group in reversed(groups) if wrong & set(group)]


def _ends(parts: Sequence[Part]) -> set[tuple[Fraction, bool]]:
    """Every end of a band, with whether its number belongs to what lies below it."""
    spans = [span for span, band in parts if band is not None]
    ends = [(span.high, span.high_closed) for span in spans]
    ends += [(span.low, not span.low_closed) for span in spans]
    return {(end, below) for end, below in ends if end is not None}


def _around(low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    room = (high - low) or Fraction(1)
    return low - room, high + room


def _reach(scale: Scale, computed: Sequence[Stretch]) -> tuple[Fraction, Fraction]:
    """The numbers between which the line is drawn: a little beyond all ends, from 0 where that is near."""
    ends = [*scale.ends, *ends_of(part.span for part in computed)]
    low, high = min(ends), max(ends)
    room = (high - low) or max(abs(low), Fraction(1))
    first, last = _is_open(computed[0]), _is_open(computed[-1])
    if first:
        low = Fraction(0) if 0 < low <= room * 3 / 2 else low - room / 5
    return low, high + room / 5 if last else high


def _is_open(part: Stretch) -> bool:
    return part.band is not None and (part.span.low is None or part.span.high is None)


class _Drawer:
    """Draws intervals of one scale: named by their categories where all names fit, else by their numbers."""

    def __init__(self, scale: Scale, lang: Language) -> None:
        self.scale = scale
        self.lang = lang

    def __call__(self, heading: str, parts: Sequence[Part], axis: Axis) -> Strip:
        seen = [part for part in parts if _meets(part[0], axis)]
        name = self._namer(seen, axis)
        segments = [Segment(span, name(band) if band else "", self._colour(band)) for span, band in seen]
        told = [(number, exact_words(number, self.lang)) for number in ends_of(span for span, _ in seen)]
        return Strip(heading, segments, axis, told)

    def _colour(self, band: Band | None) -> str | None:
        return None if band is None else colour(band, self.scale.bands.index(band))

    def _number(self, band: Band) -> str:
        return str(self.scale.bands.index(band) + 1)

    def _namer(self, parts: Sequence[Part], axis: Axis) -> Callable[[Band], str]:
        for name in (_category, _code):
            if all(width_of(name(band)) <= _room(span, axis) for span, band in parts if band is not None):
                return name
        return self._number


def _category(band: Band) -> str:
    return band.category


def _code(band: Band) -> str:
    return band.code or band.category


def _meets(span: Span, axis: Axis) -> bool:
    return (span.high is None or span.high > axis.low) and (span.low is None or span.low < axis.high)


def _room(span: Span, axis: Axis) -> int:
    low = axis.low if span.low is None else span.low
    high = axis.high if span.high is None else span.high
    return axis.place(high) - axis.place(low)


def _description(line: Sequence[Stretch], lang: Language) -> str:
    """Every stretch in words, for those who do not see the picture."""
    told = (
        f"{part.band.category if part.band else say(_NONE, lang)} {interval_words(part.span, lang)}"
        for part in line
    )
    return "; ".join(told)
