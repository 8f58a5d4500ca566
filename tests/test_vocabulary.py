"""Each list of words stands once: the language reference, the files and the engine know the same."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from sakip_rules import vocabulary
from sakip_rules.explainer.lines import About, Style
from sakip_rules.models import RULE_CLASSES, schema
from sakip_rules.numbers.rounding import _STEPS_UP

SOURCE = Path(vocabulary.__file__).parent
LISTS = {name: words for name, words in vars(vocabulary).items() if isinstance(words, tuple)}


def test_no_list_holds_a_word_twice() -> None:
    """A list is in an order, and each of its words has one place."""
    assert LISTS
    for words in LISTS.values():
        assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    "name", ["KINDS", "CONFIDENCES", "POLARITIES", "MODES", "WORDS", "REASONS", "FORMULA_KINDS", "STATUSES"]
)
def test_no_other_module_lists_the_words_again(name: str) -> None:
    """Elsewhere a word stands beside what is said or done about it, never in a bare list of all of them."""
    written = ", ".join(f'"{word}"' for word in LISTS[name])
    for path in SOURCE.rglob("*.py"):
        if path.name != "vocabulary.py":
            assert written not in " ".join(path.read_text("utf-8").split()), path


def enums(schema: Any) -> Iterator[tuple[str, ...]]:
    """Every closed list of words in a JSON Schema."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield tuple(word for word in schema["enum"] if word is not None)
        schema = list(schema.values())
    for part in schema if isinstance(schema, list) else ():
        yield from enums(part)


def test_the_schemas_of_outputs_have_the_same_words() -> None:
    """What programs are told to expect is what the engine gives: kinds, confidences, statuses, severities."""
    files = sorted((SOURCE / "exporters" / "schema").glob("*.json"))
    listed = {words for file in files for words in enums(json.loads(file.read_text("utf-8")))}
    for name in ("KINDS", "CONFIDENCES", "STATUSES", "SEVERITIES", "VERDICTS"):
        assert LISTS[name] in listed, name
    of_absent_figures = LISTS["STATUSES"][1:]
    of_lines = {get_args(Style), get_args(About)}
    of_inputs = (*get_args(vocabulary.InputType), "rows")
    assert listed <= {*LISTS.values(), of_absent_figures, of_inputs, *of_lines}


def test_every_kind_has_a_shape_and_every_mode_a_rounding() -> None:
    """The order of kinds is that in which an editor offers them."""
    assert tuple(RULE_CLASSES) == vocabulary.KINDS
    assert schema.rule_schema()["properties"]["kind"]["enum"] == list(vocabulary.KINDS)
    assert set(_STEPS_UP) == set(vocabulary.MODES)


def test_the_words_are_those_of_the_language_reference() -> None:
    """Reasons and absent values of section 2.3, polarities of section 2.1."""
    reasons = """
        division-by-zero outside-domain no-case scale-gap not-in-table
        undefined-cell range-target check-failed precision too-large
    """
    assert sorted(vocabulary.REASONS) == sorted(reasons.split())
    assert sorted(vocabulary.DATA_WORDS) == ["missing", "not_applicable", "not_due"]
    assert sorted(vocabulary.WORDS) == sorted(["not_computable", *vocabulary.DATA_WORDS])
    assert sorted(vocabulary.POLARITIES) == ["closer_is_better", "higher_is_better", "lower_is_better"]
