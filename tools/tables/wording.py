"""How the generated pages write: tables, numbers, years, and the words for how surely a rule is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.models import AnyRule
from sakip_rules.numbers import Number, decimal_text, indonesian, round_number, shortest_text
from sakip_rules.vocabulary import CONFIDENCES, Confidence, Mode
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS

NEAR_PLACES = 6


def say(lang: Language, indonesian_text: str, english_text: str) -> str:
    """The text of a language."""
    return indonesian_text if lang == "id" else english_text


@cache
def texts() -> dict[str, Any]:
    """The texts of words.yaml."""
    text = (Path(__file__).parent / "words.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes text only
    return found


def intro(page: str, lang: Language) -> str:
    """What stands at the top of a page."""
    return str(texts()["intro"][page][lang])


def words_of(entry: object, lang: Language) -> str:
    """A text of the data: one for both languages, or one each."""
    return str(entry[lang] if isinstance(entry, dict) else entry)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cell(part) for part in line)} |\n" for line in lines)


def cell(text: str) -> str:
    """A text that cannot break out of a cell."""
    return " ".join(text.split()).replace("|", "\\|")


def spoken(text: str, lang: Language) -> str:
    """A decimal text as readers of the language expect it."""
    return indonesian(text) if lang == "id" else text


def localised(text: str, lang: Language) -> str:
    """A text that holds decimal numbers, with the decimal mark of the language."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text) if lang == "id" else text


def exact(value: Number, lang: Language) -> str:
    """A number with all its decimals, or six of them and an ellipsis."""
    text = shortest_text(value) if isinstance(value, Fraction) else None
    if text is not None and len(text.partition(".")[2]) <= NEAR_PLACES:
        return spoken(text, lang)
    return spoken(with_places(value, NEAR_PLACES, "down"), lang) + "…"


def with_places(value: Number, places: int, mode: Mode = "half_up") -> str:
    """A number rounded to so many decimals, with a decimal point."""
    rounded = round_number(value, places, mode)
    if rounded is None:
        raise ValueError(f"{value} does not round to one number")
    return decimal_text(rounded, places)


def confidences(rule: AnyRule) -> list[Confidence]:
    """The confidences of a rule's legal basis, each once, the surest first."""
    return sorted({basis.confidence for basis in rule.legal_basis}, key=CONFIDENCES.index)


def confidence_word(confidence: Confidence, lang: Language) -> str:
    """One word for a confidence."""
    return CONFIDENCE_WORDS[confidence][LANGUAGES.index(lang)]


def confidence_words(confidence: Confidence, lang: Language) -> str:
    """What a confidence means."""
    return CONFIDENCE_MEANINGS[confidence][LANGUAGES.index(lang)]


def confidence_range(rule: AnyRule, lang: Language) -> str:
    """The surest and, if it is another, the least sure basis of a rule."""
    found = confidences(rule)
    kept = [found[0], *([found[-1]] if len(found) > 1 else [])]
    return " – ".join(confidence_word(one, lang) for one in kept)
