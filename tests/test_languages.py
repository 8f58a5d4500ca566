from sakip_rules.languages import LANGUAGES, say


def test_a_text_is_said_in_the_language_asked_for() -> None:
    """Indonesian stands first, and nothing is changed in the text."""
    assert [say(("satu\x1b", "one"), lang) for lang in LANGUAGES] == ["satu\x1b", "one"]
