"""How pages write numbers."""

from __future__ import annotations

import re
from fractions import Fraction

from sakip_rules.languages import Language, say
from sakip_rules.numbers import Number, decimal_text, round_number, shortest_text
from sakip_rules.vocabulary import Mode
from sakip_rules.wording.values import NEAR_PLACES, number_pair


def spoken(text: str, lang: Language) -> str:
    """Gives a decimal text as readers of the language expect it."""
    return say(number_pair(text), lang)


def localised(text: str, lang: Language) -> str:
    """Gives a text that holds decimal numbers, with the decimal mark of the language."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text) if lang == "id" else text


def exact(value: Number, lang: Language) -> str:
    """Gives a number with all its decimals, or six of them and an ellipsis."""
    text = shortest_text(value) if isinstance(value, Fraction) else None
    if text is not None and len(text.partition(".")[2]) <= NEAR_PLACES:
        return spoken(text, lang)
    return spoken(with_places(value, NEAR_PLACES, "down"), lang) + "…"


def with_places(value: Number, places: int, mode: Mode = "half_up") -> str:
    """Gives a number rounded to so many decimals, with a decimal point.

    Raises `ValueError` for an interval whose ends round apart.
    """
    rounded = round_number(value, places, mode)
    if rounded is None:
        raise ValueError(f"{value} does not round to one number")
    return decimal_text(rounded, places)
