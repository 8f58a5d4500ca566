"""What is said of names."""

from string import Formatter

import pytest

from sakip_rules.diagnostics import diagnose
from sakip_rules.diagnostics.texts.names import NAMES


def places(text: str) -> set[str]:
    """The names of the places that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", NAMES)
def test_both_languages_use_the_same_words(key: str) -> None:
    """A message and a hint in Indonesian and English hold the same places for names; none is empty."""
    for indonesian, english in NAMES[key]:
        assert places(indonesian) == places(english)
        assert indonesian
        assert english


def test_every_code_of_the_group_has_words() -> None:
    """The codes of section 12, group names."""
    assert {key.partition(".")[0] for key in NAMES} == {
        *("unknown-name", "name-clash", "rule-has-errors", "rule-changed"),
        *("unknown-rule", "unknown-code", "code-missing"),
        *("reference-cycle", "unbound-input", "unused-name"),
    }


def test_the_nearest_name_is_the_hint() -> None:
    """The whole diagnostic, as a reader sees it."""
    near = ("Maksud Anda `pmks_dibantu`?", "Did you mean `pmks_dibantu`?")
    found = diagnose("unknown-name", None, name="`pmks_dibanti`", near=near)
    assert (found.message("id"), found.hint("id")) == (
        "Nama `pmks_dibanti` tidak dikenal di sini.",
        "Maksud Anda `pmks_dibantu`?",
    )
    assert found.hint("en") == "Did you mean `pmks_dibantu`?"
