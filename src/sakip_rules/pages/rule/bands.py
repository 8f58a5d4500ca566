"""A scale in tables: what each band is printed as and takes in, and what numbers around its ends get."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.stretches import Stretch, stretches
from sakip_rules.links.shapes import scale_of
from sakip_rules.markup import NOTHING, Markup, joined, table, tag
from sakip_rules.numbers import Refusal, shortest_text
from sakip_rules.pages.addresses import slug
from sakip_rules.pages.rule.view import facts_of
from sakip_rules.pictures.scale import colour
from sakip_rules.scales import Band, Scale, ends_of
from sakip_rules.wording.rules import band_words, interval_words, rounded_first_words
from sakip_rules.wording.terms import GAPS_WORDS
from sakip_rules.wording.values import exact_words, reason_words, unit_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.languages import Pair
    from sakip_rules.models import ScaleRule
    from sakip_rules.pages.rule.view import RuleView

LEAST_PLACES: Final = 2

_HEADS: Final[tuple[Pair, ...]] = (
    ("kategori", "category"),
    ("kode", "code"),
    ("tercetak", "printed"),
    ("yang masuk", "takes in"),
)
_AROUND: Final[tuple[Pair, ...]] = (
    ("sedikit di bawahnya", "just below"),
    ("tepat", "exactly"),
    ("sedikit di atasnya", "just above"),
)
_DOMAIN: Final[Pair] = ("berlaku untuk nilai", "for values")
_OR: Final[Pair] = (" atau ", " or ")
_EVERY: Final[Pair] = ("setiap nilai", "every value")
_AROUND_TITLE: Final[Pair] = ("Di sekitar batas", "Around the boundaries")


def scale_facts(rule: ScaleRule, view: RuleView) -> Markup:
    """Gives what holds for a whole scale: unit, domain, rounding, what holes get."""
    scale = scale_of(rule)
    facts = [unit_name(rule.unit, view.lang)]
    if rule.domain is not None:
        facts.append(f"{view.say(_DOMAIN)} {interval_words(scale.domain, view.lang)}")
    if rule.rounding is not None:
        facts.append(rounded_first_words(rule.rounding, view.lang))
    if rule.gaps is not None:
        facts.append(view.say(GAPS_WORDS[rule.gaps]))
    return facts_of(facts)


def bands_table(rule: ScaleRule, view: RuleView) -> Markup:
    """Gives each band: its category and code, its printed words, and the numbers that get it."""
    scale = scale_of(rule)
    line = stretches(scale)
    rows = [
        _band(place, band, line, view, is_first=_is_first(place, scale.bands))
        for place, band in enumerate(scale.bands, 1)
    ]
    heads = [view.say(head) for head in _HEADS]
    return table(heads, rows, class_="bands")


def _is_first(place: int, bands: Sequence[Band]) -> bool:
    """Whether no band before it has the same category: a category has one place on a page."""
    return band_anchor(bands[place - 1]) not in map(band_anchor, bands[: place - 1])


def _band(place: int, band: Band, line: Sequence[Stretch], view: RuleView, *, is_first: bool) -> list[str]:
    name = tag("span", band.category, id=band_anchor(band) if is_first else None)
    key = tag("span", str(place), class_="swatch", style=f"--band:#{colour(band, place - 1)}")
    return [joined([key, " ", name]), band.code or "", _printed(band, view), takes_in(band, line, view)]


def _printed(band: Band, view: RuleView) -> str:
    """The words of the regulation, with the interval that the rule states for them."""
    said = band_words(band, view.lang)
    stated = "" if band.span is None else interval_words(band.span, view.lang)
    return said if stated in ("", said) else f"{said} ({stated})"


def band_anchor(band: Band) -> str:
    """Gives the id of a band on its page."""
    return f"rentang-{slug(band.code or band.category)}"


def takes_in(band: Band, line: Sequence[Stretch], view: RuleView) -> str:
    """Gives all numbers that get a band, after holes are filled and numbers are rounded."""
    own = [part.span for part in line if part.answer == band]
    if band.span is None or not own:
        return "–"
    return view.say(_OR).join(interval_words(span, view.lang) or view.say(_EVERY) for span in own)


def boundaries_table(rule: ScaleRule, view: RuleView) -> Markup:
    """Gives what the numbers just below, at and just above every boundary get."""
    scale = scale_of(rule)
    turns = boundaries(scale)
    step = _step(scale, turns)
    rows = [[_answered(scale, turn + step * side, view) for side in (-1, 0, 1)] for turn in turns]
    heads = [view.say(head) for head in _AROUND]
    if not rows:
        return NOTHING
    shown = table(heads, rows, rows_have_heads=False, class_="bands")
    return joined([tag("h3", view.say(_AROUND_TITLE)), shown])


def boundaries(scale: Scale) -> list[Fraction]:
    """Gives the numbers at which the answer of a scale changes."""
    return ends_of(part.span for part in stretches(scale))


def _step(scale: Scale, turns: list[Fraction]) -> Fraction:
    """A unit finer than anything that decides."""
    decimals = [len((shortest_text(turn) or "").partition(".")[2]) for turn in turns]
    finest = max([LEAST_PLACES - 1, *decimals, scale.places or 0])
    return Fraction(1, 10 ** (finest + 1))


def _answered(scale: Scale, number: Fraction, view: RuleView) -> Markup:
    found = scale.classify(number)
    said = reason_words(found.reason, view.lang) if isinstance(found, Refusal) else found.category
    shown = tag("span", exact_words(number, view.lang), class_="number")
    return joined([shown, " ", tag("em" if isinstance(found, Refusal) else "strong", said)])
