import pytest

from sakip_rules.languages import LANGUAGES, preferred, say


def test_a_text_is_said_in_the_language_asked_for() -> None:
    """Indonesian stands first, and nothing is changed in the text."""
    assert [say(("satu\x1b", "one"), lang) for lang in LANGUAGES] == ["satu\x1b", "one"]


@pytest.mark.parametrize(
    ("word", "lang"), [("en", "en"), ("EN_us", "en"), ("id", "id"), ("", "id"), ("fr", "id"), (None, "id")]
)
def test_the_environment_says_what_is_spoken(
    word: str | None, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As locales are written; Indonesian where nothing that is known is said."""
    monkeypatch.delenv("SAKIP_LANG", raising=False)
    if word is not None:
        monkeypatch.setenv("SAKIP_LANG", word)
    assert preferred() == lang
