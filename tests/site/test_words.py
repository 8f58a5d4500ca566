"""The words of the theme."""

from __future__ import annotations

import re
from pathlib import Path

from sakip_rules.languages import LANGUAGES
from sakip_rules.site.words import read_data, words_in

THEME = Path(__file__).parent.parent.parent / "src" / "sakip_rules" / "site" / "theme"


def test_every_word_is_said_in_both_languages() -> None:
    """No text is left out in a language."""
    said = read_data("words.yaml")
    assert {key for key, pair in said.items() if set(pair) != set(LANGUAGES)} == set()
    assert {key for key, pair in said.items() if not all(pair.values())} == set()


def test_the_templates_use_words_that_there_are() -> None:
    """A word that is missing would show as nothing at all."""
    used = {
        word
        for template in THEME.glob("*.html")
        for word in re.findall(r"\b(?:words|english)\.(\w+)", template.read_text("utf-8"))
    }
    assert used - words_in("id").keys() == set()
    assert len(used) >= 20
