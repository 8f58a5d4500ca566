"""The page about absent values."""

from tests.pages.language.places import view
from tests.pages.seen import words

from sakip_rules.pages.language.absent import PATH, absent_page
from sakip_rules.vocabulary import REASONS, WORDS


def test_every_word_and_reason_is_told() -> None:
    """The words of the language and all reasons of the engine, each with what it means."""
    seen = words(absent_page(view(PATH)).body)
    assert all(word in seen for word in (*WORDS, *REASONS))
    assert "not_due belum waktunya akan ada, waktunya belum tiba dilewati" in seen


def test_its_rule_was_run() -> None:
    """One missing row holds the mean back, one that does not apply is passed over: the mean of 80 is 80."""
    seen = words(absent_page(view(PATH, "en")).body)
    assert "mean of 80 and 60: 70.00 one is missing: missing" in seen
    assert "one does not apply, the other counts: 80.00" in seen
    assert "a ceiling of zero: not computable: division by zero" in seen
