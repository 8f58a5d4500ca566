"""The two languages in which the library speaks, and a text in both."""

from __future__ import annotations

import os
from typing import Final, Literal, TypeAlias, get_args

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

Pair: TypeAlias = tuple[str, str]
"""A text in Indonesian and English."""


VARIABLE: Final = "SAKIP_LANG"
"""The variable of the environment that says in which language people are spoken to."""


def preferred() -> Language:
    """Gives the language that the environment asks for; Indonesian where it asks for none."""
    word = os.environ.get(VARIABLE, "").lower()[:2]
    return next((lang for lang in LANGUAGES if lang == word), "id")


def say(pair: Pair, lang: Language) -> str:
    """Gives the text of a pair in a language, as it stands: a stranger's text is made safe by `clean`."""
    return pair[lang == "en"]
