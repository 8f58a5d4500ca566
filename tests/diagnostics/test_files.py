"""The texts of diagnostics about files, and what holds for the texts of all groups."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from sakip_rules import diagnostics
from sakip_rules.diagnostics.texts import TEXTS
from sakip_rules.diagnostics.texts.data import DATA
from sakip_rules.diagnostics.texts.files import FILES
from sakip_rules.diagnostics.texts.formulas import FORMULAS
from sakip_rules.diagnostics.texts.names import NAMES
from sakip_rules.diagnostics.texts.results import RESULTS
from sakip_rules.diagnostics.texts.rules import RULES

SOURCES = Path(diagnostics.__file__).parent.parent


FILE_CODES = (
    *(
        "yaml-syntax",
        "unknown-key",
        "duplicate-key",
        "missing-key",
        "bad-value",
        "yaml-not-allowed",
        "id-path",
    ),
    *("bad-date", "translation-missing", "formula-cut", "file-too-large", "control-character"),
)


def names(text: str) -> set[str]:
    """The places of a text that words fill."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_say_the_same(key: str) -> None:
    """Message and hint exist in both languages, or hints in none, and hold the same words."""
    for indonesian, english in TEXTS[key]:
        assert names(indonesian) == names(english)
        assert bool(indonesian) == bool(english)
    assert all(TEXTS[key][0])


def test_no_key_stands_in_two_groups() -> None:
    """No text hides another one of the same key."""
    assert len(TEXTS) == sum(len(group) for group in (FILES, NAMES, FORMULAS, RULES, DATA, RESULTS))


def test_the_codes_of_files() -> None:
    """The group of files has the codes of the language reference, and no others."""
    assert {key.partition(".")[0] for key in FILES} == set(FILE_CODES)


def test_every_text_of_files_is_used_and_every_used_one_is_there() -> None:
    """Models and loader name exactly the texts that exist."""
    pattern = re.compile(f'"((?:{"|".join(FILE_CODES)})(?:\\.[a-z0-9-]+)?)"')
    sources = [
        path.read_text() for folder in ("models", "loader") for path in (SOURCES / folder).glob("*.py")
    ]
    used = {key for source in sources for key in pattern.findall(source)}
    assert used | {"id-path.id", "id-path.version"} == set(FILES)
