"""How pages write: tables, numbers, and how surely a rule is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from sakip_rules.explainer.search import confidences
from sakip_rules.languages import Language, say
from sakip_rules.models import AnyRule
from sakip_rules.numbers import Number, decimal_text, round_number, shortest_text
from sakip_rules.vocabulary import Mode
from sakip_rules.wording.terms import CONFIDENCE_WORDS
from sakip_rules.wording.values import NEAR_PLACES, number_pair

_PIPE: Final = re.compile(r"(?<!\\)\|")


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Gives a Markdown table; its cells may hold mark-up."""
    names = list(heads)
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cell(part) for part in line)} |\n" for line in lines)


def cell(text: str) -> str:
    """Gives a text that cannot break out of its cell."""
    return _PIPE.sub(r"\\|", " ".join(text.split()))


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


def confidence_range(rule: AnyRule, lang: Language) -> str:
    """Gives the surest and, if it is another, the least sure basis of a rule."""
    known = confidences(rule)
    return " – ".join(say(CONFIDENCE_WORDS[word], lang) for word in dict.fromkeys((known[0], known[-1])))
