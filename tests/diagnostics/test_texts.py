"""The words of all diagnostics: what holds for every text of every group."""

from __future__ import annotations

import re
import string

import pytest

from sakip_rules.diagnostics import diagnose
from sakip_rules.diagnostics.texts import TEXTS
from sakip_rules.diagnostics.texts.data import DATA
from sakip_rules.diagnostics.texts.files import FILES
from sakip_rules.diagnostics.texts.formulas import FORMULAS
from sakip_rules.diagnostics.texts.mismatches import MISMATCHES
from sakip_rules.diagnostics.texts.names import NAMES
from sakip_rules.diagnostics.texts.programs import PROGRAMS
from sakip_rules.diagnostics.texts.reading import READING
from sakip_rules.diagnostics.texts.requests import REQUESTS
from sakip_rules.diagnostics.texts.results import RESULTS
from sakip_rules.diagnostics.texts.rules import RULES
from sakip_rules.diagnostics.texts.sheets import SHEETS
from sakip_rules.diagnostics.texts.tables import TABLES
from sakip_rules.diagnostics.texts.taken import TAKEN
from sakip_rules.diagnostics.texts.templates import TEMPLATES
from sakip_rules.diagnostics.texts.unread import UNREAD
from sakip_rules.diagnostics.texts.values import VALUES
from sakip_rules.languages import LANGUAGES, Language

# Language reference, section 12; `precision` and the other reasons are those of 2.3.
CODES = {
    *(
        "no-file",
        "unreadable",
        "no-report",
        "yaml-syntax",
        "json-syntax",
        "unknown-key",
        "duplicate-key",
        "missing-key",
        "bad-value",
        "yaml-not-allowed",
    ),
    *("id-path", "bad-date", "translation-missing", "formula-cut", "file-too-large", "control-character"),
    *("unknown-name", "name-clash", "unknown-rule", "unknown-code", "code-missing", "reference-cycle"),
    *("unbound-input", "unused-name", "rule-has-errors", "rule-changed"),
    *("formula-not-allowed", "formula-too-large", "type-mismatch", "unit-mismatch", "wrong-argument-count"),
    *("collection-outside-aggregate", "mixed-collections", "nested-aggregate", "nothing-to-aggregate"),
    "unreachable-case",
    *("scale-gap", "scale-overlap", "scale-domain", "gaps-unused", "empty-band"),
    *("table-ragged", "points-not-ascending", "check-failed", "weights-unchecked", "rounding-twice"),
    *("quote-missing", "version-gap"),
    *("bundled-hidden", "versions-overlap", "not-yet-in-force", "no-longer-in-force", "pinned-out-of-force"),
    *("level-tree", "result-missing", "example-differs", "example-missing"),
    *("ambiguous-number", "which-absent", "duplicate-id", "unknown-column", "missing-column", "given-twice"),
    *("rule-not-expected", "polarity-not-supported", "float-given", "stated-differs", "not-multiplied"),
    *("division-by-zero", "outside-domain", "no-case", "not-in-table", "undefined-cell", "range-target"),
    *("precision", "too-large", "display-hazard", "bad-request"),
    *("missing-extra", "sheet-syntax", "bad-cell", "odd-cell", "template-syntax", "template-tag"),
    *("missing-extra", "sheet-syntax", "bad-cell", "odd-cell"),
    *("table-unclear", "not-imported", "taken-as"),
}
UNFILLED = re.compile(r"\{[a-z_]+\}")
WORDS_OF_PROGRAMS = ("peta ", "string", "integer", "boolean", "parse", "token", "error", "map ")


def places(text: str) -> list[str]:
    """The places of a text that words fill."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_the_codes_are_those_of_the_language() -> None:
    """Every code of the language reference has a text, and no text has another code."""
    assert {key.partition(".")[0] for key in TEXTS} == CODES


def test_no_key_stands_in_two_groups() -> None:
    """No text hides another one of the same key."""
    groups = (
        FILES,
        NAMES,
        FORMULAS,
        RULES,
        DATA,
        PROGRAMS,
        RESULTS,
        REQUESTS,
        SHEETS,
        TEMPLATES,
        TABLES,
        TAKEN,
        UNREAD,
    )
    assert len(TEXTS) == sum(map(len, groups))
    assert READING.keys() | VALUES.keys() < FILES.keys()
    assert MISMATCHES.keys() < FORMULAS.keys()


# One test looks at all texts: one for each text and question would be three thousand, and name the same keys.


def test_both_languages_say_the_same() -> None:
    """Message and hint are there in both languages, and are filled with the same words."""
    assert [key for key, pairs in TEXTS.items() if not all(map(all, pairs))] == []
    assert [key for key, pairs in TEXTS.items() for pair in pairs if len({*map(filling, pair)}) > 1] == []


def filling(text: str) -> frozenset[str]:
    """The words that fill a text, however often and in whatever order."""
    return frozenset(places(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_place_is_left_unfilled(lang: Language) -> None:
    """A text filled with a word for each of its places has no `{place}` left, in message or hint."""
    for key, pairs in TEXTS.items():
        words = {name: "X" for pair in pairs for text in pair for name in places(text)}
        made = diagnose(key, None, **words)
        assert (key, UNFILLED.findall(made.message(lang) + made.hint(lang))) == (key, [])


def test_a_text_is_made_of_sentences() -> None:
    """Messages and hints end as sentences do, or with a word that brings its own end."""
    texts = [(key, text) for key, pairs in TEXTS.items() for pair in pairs for text in pair]
    assert [(key, text) for key, text in texts if not re.search(r"(?:[.?]|\{\w+\})$", text)] == []
    assert [(key, text) for key, text in texts if "  " in text] == []


def test_indonesian_texts_avoid_the_words_of_programs() -> None:
    """A civil servant reads them: no word of programmers outside code between backticks."""
    for key, pairs in TEXTS.items():
        said = re.sub(r"`[^`]*`", "", " ".join(pair[0] for pair in pairs)).lower()
        assert (key, [word for word in WORDS_OF_PROGRAMS if word in said]) == (key, [])


def test_code_between_backticks_is_closed() -> None:
    """Backticks come in pairs, and what fills a place brings its own."""
    texts = [(key, text) for key, pairs in TEXTS.items() for pair in pairs for text in pair]
    assert [(key, text) for key, text in texts if text.count("`") % 2] == []
