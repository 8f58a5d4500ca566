from decimal import Decimal

import pytest

from sakip_rules import DataError
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.inputs import are_named, read_inputs

KNOWN = ("realisasi", "target")


def test_values_are_text_and_collections_are_json() -> None:
    """Numbers are exact and keep their places, in JSON too; only the first `=` divides."""
    assert read_inputs(["a=1,5", "b=", "c=x=y", 'd=[{"x": 0.10}, {"x": 12}]'], KNOWN) == {
        "a": "1,5",
        "b": "",
        "c": "x=y",
        "d": [{"x": Decimal("0.10")}, {"x": Decimal(12)}],
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["12"],
            "Inputs are written name=value, not `12`. The inputs of this rule: `realisasi`, `target`.",
        ),
        (["a=1", "a=2"], "`a` is written twice."),
    ],
)
def test_what_is_no_input_is_wrong_usage(words: list[str], said: str) -> None:
    """And says what would be one."""
    with pytest.raises(WrongUsageError) as raised:
        read_inputs(words, KNOWN)
    assert raised.value.message[1] == said


@pytest.mark.parametrize(
    ("value", "key", "column"),
    [
        ("[1", "json-syntax.mark", None),
        ('{"x": 1, "x": 2}', "duplicate-key", 10),
        ("[NaN]", "json-syntax.constant", 2),
        ("{1,}", "json-syntax.key", 2),
        ("[" * 100_000, "file-too-large.nesting", None),
    ],
)
def test_what_begins_as_json_and_is_none_is_told_in_both_languages(
    value: str, key: str, column: int | None
) -> None:
    """With the place in the value as it was typed."""
    with pytest.raises(DataError) as raised:
        read_inputs([f"a={value}"], KNOWN)
    first = raised.value.diagnostics[0]
    assert first.key == key
    assert first.place is not None
    assert first.place.file == "a"
    if column is not None:
        assert (first.place.line, first.place.column, first.place.source) == (1, column, value)


@pytest.mark.parametrize(
    ("words", "named"), [([], False), (["90"], False), (["a=1"], True), (["a=1", "2"], False)]
)
def test_words_that_are_all_named(words: list[str], named: bool) -> None:
    """A scale takes `value=90` as well as `90`."""
    assert are_named(words) is named
