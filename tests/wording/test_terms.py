import re
from collections.abc import Mapping
from typing import get_args

import pytest

from sakip_rules import vocabulary
from sakip_rules.api.bundle import bundled_folder
from sakip_rules.languages import Pair, say
from sakip_rules.results import Origin
from sakip_rules.wording import terms

UNIT = re.compile(r"\bunit: ([^,}\n]+)")
LISTS = {
    "ABSENT_WORDS": vocabulary.Word,
    "REASON_WORDS": vocabulary.Reason,
    "POLARITY_WORDS": vocabulary.Polarity,
    "VERDICT_WORDS": vocabulary.Verdict,
    "KIND_WORDS": vocabulary.RuleKind,
    "CONFIDENCE_WORDS": vocabulary.Confidence,
    "CONFIDENCE_MEANINGS": vocabulary.Confidence,
    "TYPE_WORDS": vocabulary.InputType,
    "MEASURES_WORDS": vocabulary.Measures,
    "MODE_WORDS": vocabulary.Mode,
    "CARRY_WORDS": vocabulary.Carry,
    "GAPS_WORDS": vocabulary.Gaps,
    "OUTSIDE_WORDS": vocabulary.Outside,
}
PART = {"ORIGIN_WORDS": Origin, "UNIT_SIGNS": None, "UNIT_NAMES": None, "LEFT_WORDS": None}
"""Only figures without a formula say where they come from; two units have a sign, the usual ones a name; two
faster ways share some of the reasons why they leave something to the reference."""


def tables() -> dict[str, Mapping[str, Pair]]:
    """Every table of words."""
    return {name: table for name, table in vars(terms).items() if isinstance(table, dict) and name.isupper()}


SAME = {"rupiah", "km", "km2", "SPM", "PSKS"}
"""Units with one name in both languages: money, length, documents and people with a name of their own."""


def test_every_unit_of_the_bundled_rules_has_its_english() -> None:
    """A page in English prints no Indonesian word behind a number."""
    units = {
        unit for file in bundled_folder().rglob("*.yaml") for unit in UNIT.findall(file.read_text("utf-8"))
    }
    assert len(units) > 40
    assert units - terms.UNIT_NAMES.keys() - SAME == set()
    assert all(say(pair, "id") == unit for unit, pair in terms.UNIT_NAMES.items())


def test_every_table_says_all_words_of_its_list() -> None:
    """No word of a closed list is shown to people as a bare code; a new table names its list here."""
    assert tables().keys() == LISTS.keys() | PART.keys()
    for name, words in LISTS.items():
        assert tables()[name].keys() == set(get_args(words)), name
    assert tables()["ORIGIN_WORDS"].keys() < set(get_args(Origin))


@pytest.mark.parametrize("name", LISTS)
def test_two_words_of_a_list_are_never_told_alike(name: str) -> None:
    """In neither language can one word be taken for another."""
    pairs = list(tables()[name].values())
    for language in (0, 1):
        assert len({pair[language] for pair in pairs}) == len(pairs)
