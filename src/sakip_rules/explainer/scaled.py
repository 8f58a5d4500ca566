"""A scale by itself: its bands, a number line, and what the numbers beside each end get."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.effective import band_interval, effective
from sakip_rules.explainer.lines import Line
from sakip_rules.languages import Language, say
from sakip_rules.links.shapes import scale_of
from sakip_rules.numbers import Refusal, round_number, shortest_text
from sakip_rules.wording.rules import interval_words, rounded_first_words, unit_words
from sakip_rules.wording.terms import GAPS_WORDS
from sakip_rules.wording.values import exact_words, reason_words

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import ScaleRule
    from sakip_rules.scales import Band, Scale, Span

WIDEST_LINE: Final = 72
ENDS_SHOWN: Final = 40
LEAST_PLACES: Final = 2

_LEGEND: Final[Pair] = (
    "[ ] angka itu termasuk · ( ) angka itu tidak termasuk",
    "[ ] that number is in · ( ) that number is not",
)


def band_lines(rule: ScaleRule, lang: Language) -> Iterator[Line]:
    """Gives the bands in the order of the file, and what holds for the whole scale."""
    scale = scale_of(rule)
    names = [_named(band) for band in scale.bands]
    width = max(map(len, names))
    for name, band in zip(names, scale.bands, strict=True):
        yield Line(1, f"{name.ljust(width)}  {band_interval(scale, band, lang)}")
    yield Line(1, unit_words(rule.unit, lang), "quiet")
    if rule.domain is not None:
        yield Line(
            1,
            f"{say(('berlaku untuk nilai', 'for values'), lang)} {interval_words(scale.domain, lang)}",
            "quiet",
        )
    if rule.rounding is not None:
        yield Line(1, rounded_first_words(rule.rounding, lang), "quiet")
    if rule.gaps is not None:
        yield Line(1, say(GAPS_WORDS[rule.gaps], lang), "quiet")


def _named(band: Band) -> str:
    """Gives the category of a band, with the code that formulas call it by where it is another word."""
    name, code = clean(band.category), clean(band.code or "")
    return f"{name} ({code})" if code not in ("", name) else name


class Part(NamedTuple):
    """A band on the line: its names, the marks of its ends, and their numbers (none where it has no end)."""

    category: str
    code: str
    left: str
    low: str
    right: str
    high: str


def line_lines(rule: ScaleRule, lang: Language, width: int) -> Iterator[Line]:
    """Gives the scale as a line of numbers, bands named by their codes where names are too long."""
    parts = _parts(scale_of(rule), lang)
    width = min(width, WIDEST_LINE)
    for names in ([part.category for part in parts], [part.code for part in parts]):
        drawn = draw(parts, names, width) if parts and all(names) else []
        if drawn:
            yield from (Line(1, text) for text in drawn)
            yield Line(1, say(_LEGEND, lang), "quiet")
            return


def _parts(scale: Scale, lang: Language) -> list[Part]:
    spans = [(span, band) for band, span in effective(scale).items()]
    return [Part(clean(band.category), clean(band.code or ""), *_ends(span, lang)) for span, band in spans]


def _ends(span: Span, lang: Language) -> tuple[str, str, str, str]:
    """Gives the marks and numbers of the ends of the numbers that a band gets."""
    left = "<" if span.low is None else "[" if span.low_closed else "("
    right = ">" if span.high is None else "]" if span.high_closed else ")"
    return left, _number(span.low, lang), right, _number(span.high, lang)


def _number(value: Fraction | None, lang: Language) -> str:
    return "" if value is None else exact_words(value, lang)


def draw(parts: Sequence[Part], names: Sequence[str], width: int) -> list[str]:
    """Gives three lines: names above, the line with its marks, numbers below; nothing if it is too wide."""
    numbers = [parts[0].low, *(_joint(lower, upper) for lower, upper in pairwise(parts)), parts[-1].high]
    # Below each band stands half of the number at either end, and a blank between them.
    lengths = [
        max(len(name), (len(before) + len(behind)) // 2 + 1)
        for name, (before, behind) in zip(names, pairwise(numbers), strict=True)
    ]
    spare = (width - len(numbers[-1]) - sum(lengths) - 2 * len(lengths)) // len(lengths)
    if spare < 0:
        return []
    lengths = [length + spare for length in lengths]
    line = "".join(part.left + "─" * length + part.right for part, length in zip(parts, lengths, strict=True))
    starts = [sum(lengths[:place]) + 2 * place for place in range(len(lengths) + 1)]
    above = "".join(f" {name.center(length)} " for name, length in zip(names, lengths, strict=True))
    below = ""
    for start, text in zip(starts, numbers, strict=True):
        below = below.ljust(max(start - (len(text) + 1) // 2, 0)) + text
    return [above.rstrip(), line, below.rstrip()]


def _joint(lower: Part, upper: Part) -> str:
    """Gives the number between two bands; with a hole between them, both ends."""
    return lower.high if lower.high == upper.low else f"{lower.high}|{upper.low}"


def boundary_lines(rule: ScaleRule, lang: Language) -> Iterator[Line]:
    """Gives what the numbers just below, at and just above every end get, as the engine decides it.

    Where the scale rounds first, the halves between are there too, with what they are rounded to.
    """
    scale = scale_of(rule)
    ends = scale.ends
    step = _step(scale, ends)
    steps = (-1, 0, 1) if scale.places is None else (-1, Fraction(-1, 2), 0, Fraction(1, 2), 1)
    numbers = sorted({end + step * times for end in ends[:ENDS_SHOWN] for times in steps})
    width = max((len(exact_words(number, lang)) for number in numbers), default=0)
    before = None
    for number in numbers:
        if before is not None and number - before > step:  # each end with its neighbours is a group
            yield Line(0, "")
        before = number
        shown = exact_words(number, lang).rjust(width)
        answer = f"{_seen(scale, number, lang)}{_answer(scale, number, lang)}"
        yield Line(1, f"{shown}  {answer}", "result" if number in ends else "text")
    if len(ends) > ENDS_SHOWN:
        more = len(ends) - ENDS_SHOWN
        yield Line(1, say((f"dan {more} batas lagi", f"and {more} more ends"), lang))


def _step(scale: Scale, ends: Sequence[Fraction]) -> Fraction:
    """Gives one unit of the last place that decides: that of the rounding, else one finer than the ends'."""
    if scale.places is not None:
        return Fraction(10) ** -scale.places
    decimals = [len((shortest_text(end) or "").partition(".")[2]) for end in ends]
    return Fraction(1, 10 ** max(LEAST_PLACES, 1 + max(decimals, default=0)))


def _seen(scale: Scale, number: Fraction, lang: Language) -> str:
    """Gives what a number is rounded to before it is banded."""
    if scale.places is None:
        return ""
    rounded = round_number(number, scale.places, scale.mode)
    return f"→ {exact_words(rounded, lang)}  " if isinstance(rounded, Fraction) else ""


def _answer(scale: Scale, number: Fraction, lang: Language) -> str:
    found = scale.classify(number)
    return reason_words(found.reason, lang) if isinstance(found, Refusal) else clean(found.category)
