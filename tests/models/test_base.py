"""Texts in one or two languages."""

from __future__ import annotations

from sakip_rules.models import Text


def test_text_in_one_language() -> None:
    """A bare text is Indonesian, and stands for the English that is not there."""
    text = Text.model_validate("Nilai")
    assert (text.id, text.en, text.of("en"), text.pair) == ("Nilai", None, "Nilai", ("Nilai", "Nilai"))


def test_text_in_two_languages() -> None:
    """A map gives both languages."""
    text = Text.model_validate({"id": "Nilai", "en": "Value"})
    assert (text.of("id"), text.of("en")) == ("Nilai", "Value")
