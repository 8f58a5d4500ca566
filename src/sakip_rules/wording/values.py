"""A value as a person reads it: numbers, truths, ranges, categories, and why there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean, quoted
from sakip_rules.languages import LANGUAGES, Language, Pair, say
from sakip_rules.numbers import (
    Interval,
    bits,
    decimal_text,
    fraction_text,
    indonesian,
    round_number,
    shortest_text,
)
from sakip_rules.values import Absent, Category, Range, Rows
from sakip_rules.wording.terms import ABSENT_WORDS, POLARITY_WORDS, REASON_WORDS, UNIT_NAMES, UNIT_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip_rules.numbers import Number
    from sakip_rules.results import Figure
    from sakip_rules.values import Value

EXACT_BITS: Final = 200
"""Longer fractions are not shown to people: nobody reads them."""

NEAR_PLACES: Final = 6
SMALLEST_PLACES: Final = 40
"""Of a number below 1 so many decimals are looked at for its first digits."""


def safe(pair: Pair, lang: Language) -> str:
    """Gives a stranger's text in a language, safe to show."""
    return clean(say(pair, lang))


def number(text: str, lang: Language) -> str:
    """Gives a decimal text as people of a language print it: `1.234,5` or `1,234.5`."""
    printed = indonesian(text)
    return printed.translate(_SWAPPED) if lang == "en" else printed


def number_pair(text: str) -> Pair:
    """Gives a decimal text, or `p/q`, for a message: as Indonesians print it, and as a program takes it."""
    return (indonesian(text), text) if "/" not in text else (text, text)


def value_pair(value: Value) -> Pair:
    """Gives a value for a message, in both languages."""
    return value_words(value, None, "id"), value_words(value, None, "en")


_SWAPPED: Final = str.maketrans(",.", ".,")


def exact_words(value: Fraction, lang: Language) -> str:
    """Gives an exact number: decimals where they end, else `p/q ≈ d`; nothing if too long to read."""
    if bits(value) > EXACT_BITS:
        return ""
    decimal = shortest_text(value)
    if decimal is not None:
        return number(decimal, lang)
    return f"{fraction_text(value)} ≈ {number(decimal_text(value, NEAR_PLACES), lang)}"


def near_words(value: Number, lang: Language) -> str:
    """Gives a number as a calculator takes it: whole where it is short, else its first digits and `…`."""
    exact = value.low if isinstance(value, Interval) else value
    decimal = shortest_text(exact)
    if decimal is not None and len(decimal.partition(".")[2]) <= NEAR_PLACES:
        return number(decimal, lang)
    places = NEAR_PLACES
    while abs(exact) * 10 ** (places - NEAR_PLACES + 1) < 1 and places < SMALLEST_PLACES:
        places += 1
    cut = round_number(exact, places, "down")
    return f"{number(decimal_text(cut or Fraction(0), places), lang)}…"


def absent_words(absent: Absent, lang: Language) -> str:
    """Gives an absent value in words, with its reason and note."""
    said = say(ABSENT_WORDS[absent.word], lang)
    if absent.reason is not None:
        said += f": {reason_words(absent.reason, lang)}"
    if absent.note is not None:
        said += f" ({safe(absent.note, lang)})"
    return said


def reason_words(reason: str, lang: Language) -> str:
    """Gives a reason of the engine in words; one that a rule or the data made up, as it is written."""
    return safe(REASON_WORDS.get(reason, (reason, reason)), lang)


def figure_words(figure: Figure, lang: Language) -> str:
    """Gives the value of a figure as it is shown, without its unit; an absent value in words."""
    return value_words(figure.value, figure.text, lang)


def value_words(value: Value, text: str | None, lang: Language) -> str:
    """Gives a value as it is shown; `text` is its decimal text, where it is a number."""
    match value:
        case Absent():
            shown = absent_words(value, lang)
        case bool():
            shown = say(("ya", "yes") if value else ("tidak", "no"), lang)
        case Category():
            shown = clean(value.label)
        case Range():
            shown = _range(value, lang)
        case Rows():
            shown = f"{len(value.rows)} {say(('baris', 'rows'), lang)}"
        case str():
            shown = safe(POLARITY_WORDS.get(value, (value, value)), lang)
        case _:
            shown = _plain(value, lang) if text is None else number(text, lang)
    return shown


def sides_words(sides: Iterable[tuple[str, Value]]) -> Pair:
    """Gives what the sides of a comparison come to; no CODE, and no number too long to read."""
    known = [(quoted(text), value) for text, value in sides if value != text]
    indonesian, english = ("; ".join(_sides(known, lang)) for lang in LANGUAGES)
    return indonesian, english


def _sides(sides: Iterable[tuple[str, Value]], lang: Language) -> Iterator[str]:
    for text, value in sides:
        words = value_words(value, None, lang)
        if words:
            yield f"{text} = {words}"


def _plain(value: Fraction | Interval, lang: Language) -> str:
    return exact_words(value.low if isinstance(value, Interval) else value, lang)


def _range(value: Range, lang: Language) -> str:
    low = exact_words(value.low, lang)
    if value.low == value.high:
        return low
    return f"{low} {say(('sampai', 'to'), lang)} {exact_words(value.high, lang)}"


def with_unit(text: str, unit: str | None, lang: Language) -> str:
    """Gives a shown value with its unit in words behind it."""
    return f"{text} {unit_name(unit, lang)}" if unit else text


def unit_name(unit: str, lang: Language) -> str:
    """Gives a unit in words: a usual one in the language, another as its source has it."""
    return safe(UNIT_NAMES.get(unit, (unit, unit)), lang)


def short_unit(unit: str, lang: Language) -> str:
    """Gives a unit as short as it can stand behind a number."""
    return safe(UNIT_SIGNS[unit], lang) if unit in UNIT_SIGNS else unit_name(unit, lang)
