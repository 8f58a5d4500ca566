"""A value as a cell holds it: a number, a text, a truth; and how a number is shown."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.workbook.limits import LARGEST
from sakip_rules.exporters.workbook.names import code_text
from sakip_rules.languages import Language, say
from sakip_rules.numbers import Interval, decimal_text, shortest_text
from sakip_rules.numbers.printing import DISPLAY_PLACES
from sakip_rules.values import Absent, Category, Range, Rows, Value
from sakip_rules.wording.terms import ABSENT_WORDS
from sakip_rules.wording.values import value_words

if TYPE_CHECKING:
    from sakip_rules.results import Figure

Held: TypeAlias = Decimal | str | bool | None
LONGEST_TEXT: Final = 32_000
"""A cell takes a little more."""
MOST_PLACES: Final = 6
"""Of a given number with more decimals the rest is not shown; the cell holds it."""
_DIGITS: Final = Context(prec=17)
"""A cell keeps a binary number, which so many digits tell from all others."""


def held(value: Value | str | None, lang: Language) -> Held:
    """Gives what a cell holds of a value; a number that fifteen digits cannot hold is a text."""
    made: Held
    match value:
        case None | bool():
            made = value
        case Fraction():
            made = _number(value)
        case Interval():
            made = _number((value.low + value.high) / 2)
        case Absent():
            made = say(ABSENT_WORDS[value.word], lang)
        case Category():
            made = plain(value.code if value.code is not None else value.label)
        case Range() | Rows():
            made = value_words(value, None, lang)
        case str():
            made = plain(code_text(value, lang))
    return made


def plain(text: str) -> str:
    """Gives a stranger's text as a cell takes it."""
    return clean(text)[:LONGEST_TEXT]


def _number(value: Fraction) -> Decimal | str:
    if abs(value) >= LARGEST:
        return shortest_text(value) or decimal_text(value, DISPLAY_PLACES)
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def places_of(figure: Figure | None, value: Value | str | None) -> int:
    """Gives with how many decimals a figure is shown: as it is rounded, as it is given, else with two."""
    if (
        figure is not None
        and figure.unit == "rupiah"
        and isinstance(value, Fraction)
        and value.denominator == 1
    ):
        return 0
    if figure is not None and figure.rounding is not None:
        return max(figure.rounding.places, 0)
    if isinstance(value, Fraction):
        text = shortest_text(value)
        if text is not None and (figure is None or figure.origin != "computed"):
            return min(len(text.partition(".")[2]), MOST_PLACES)
        if value.denominator == 1 and abs(value) >= 1000:  # noqa: PLR2004 - an amount
            return 0
    return DISPLAY_PLACES
