"""The two languages in which the library speaks, and a text in both."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

Pair: TypeAlias = tuple[str, str]
"""A text in Indonesian and English."""


def say(pair: Pair, lang: Language) -> str:
    """Gives the text of a pair in a language, as it stands: a stranger's text is made safe by `clean`."""
    return pair[lang == "en"]
