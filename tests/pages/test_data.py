"""The data of the pages: files of the package, read as text."""

import pytest

from sakip_rules.pages.data import one_of, read, words_of


@pytest.mark.parametrize("name", ["texts", "topics", "published", "readings", "regulations"])
def test_numbers_of_the_data_stay_as_written(name: str) -> None:
    """Every scalar is text: 0.10 keeps its decimals, and no number becomes binary."""

    def scalars(part: object) -> list[object]:
        if isinstance(part, dict):
            return [scalar for value in part.values() for scalar in scalars(value)]
        return [scalar for value in part for scalar in scalars(value)] if isinstance(part, list) else [part]

    found = scalars(read(name))
    assert len(found) >= 10
    assert {type(scalar) for scalar in found} == {str}


def test_a_text_is_one_for_both_languages_or_one_each() -> None:
    """Names of sources need no translation."""
    assert words_of("BPS", "en") == words_of("BPS", "id") == "BPS"
    assert words_of({"id": "angka", "en": "figure"}, "en") == "figure"


def test_a_word_of_the_data_is_of_its_list() -> None:
    """A misspelled mode is an error where it is read."""
    assert one_of(("up", "down"), "down") == "down"
    with pytest.raises(ValueError, match="not in tuple"):
        one_of(("up", "down"), "sideways")
