"""What a rule states, as a person reads it: its years, roundings, intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, say
from sakip_rules.scales import Span
from sakip_rules.wording.terms import ABSENT_WORDS, CARRY_WORDS, MODE_WORDS
from sakip_rules.wording.values import exact_words, number, reason_words, unit_name

if TYPE_CHECKING:
    from sakip_rules.models import AnyRule, Rounding, ScaleRounding
    from sakip_rules.scales import Band


def period(rule: AnyRule, lang: Language) -> str:
    """Gives the years a rule applies to: `sejak 2018`, `2018–2020`; days where it is not whole years."""
    since, until = rule.valid_from, rule.valid_to
    whole = (since.month, since.day) == (1, 1) and (until is None or (until.month, until.day) == (12, 31))
    first = str(since.year) if whole else str(since)
    if until is None:
        return f"{say(('sejak', 'since'), lang)} {first}"
    if not whole:
        return f"{first} – {until}"
    return first if since.year == until.year else f"{first}–{until.year}"


def unit_words(unit: str, lang: Language) -> str:
    """Gives a unit behind the word for it, once: `satuan persen`, `satuan kerja`."""
    word = say(("satuan", "unit"), lang)
    name = unit_name(unit, lang)
    return name if name.partition(" ")[0] == word else f"{word} {name}"


def rounding_words(rounding: Rounding, lang: Language) -> str:
    """Gives a rounding in words: places, mode, and what later steps see."""
    mode, seen = say(MODE_WORDS[rounding.mode], lang), say(CARRY_WORDS[rounding.carry], lang)
    return f"{say(('dibulatkan', 'rounded'), lang)} {_places(rounding, lang)}, {mode}; {seen}"


def rounded_first_words(rounding: ScaleRounding, lang: Language) -> str:
    """Gives the rounding of a scale in words: it rounds before it looks for the band."""
    mode, places = say(MODE_WORDS[rounding.mode], lang), _places(rounding, lang)
    words = (f"nilai dibulatkan {places} dahulu ({mode})", f"values are rounded {places} first ({mode})")
    return say(words, lang)


def _places(rounding: ScaleRounding, lang: Language) -> str:
    """Gives to how many decimals a value is rounded, or to which multiples."""
    places = rounding.places
    if places < 0:
        multiple = number("1" + "0" * -places, lang)
        return say((f"ke kelipatan {multiple}", f"to multiples of {multiple}"), lang)
    return say((f"{places} desimal", f"to {places} places"), lang)


def band_words(band: Band, lang: Language) -> str:
    """Gives the interval of a band: the regulation's printed words, else the ends with their signs."""
    if band.words is not None:
        return clean(band.words)
    if band.status is not None:
        words = say(ABSENT_WORDS[band.status], lang)
        return words if band.reason is None else f"{words}: {reason_words(band.reason, lang)}"
    return interval_words(band.span or Span(), lang)


def interval_words(span: Span, lang: Language) -> str:
    """Gives the ends that there are with signs: `> 75 dan ≤ 100`."""
    if span.low is not None and span.low == span.high:
        return f"= {exact_words(span.low, lang)}"
    low = [] if span.low is None else [f"{'≥' if span.low_closed else '>'} {exact_words(span.low, lang)}"]
    high = [] if span.high is None else [f"{'≤' if span.high_closed else '<'} {exact_words(span.high, lang)}"]
    return say((" dan ", " and "), lang).join(low + high)
