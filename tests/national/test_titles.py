"""Titles of examples as a civil servant reads them: numbers with decimal commas and thousands with dots."""

import re
from pathlib import Path

import pytest
from tests.plain import plain_file

RULES = Path(__file__).parents[2] / "rules"
FOREIGN = re.compile(r"\d,000\b|(?<![\d.])\d+\.(?!\d{3}(?!\d))\d")
"""A thousand with a comma, or a dot that no group of three digits follows."""


def titles() -> list[str]:
    """The title of every example of every bundled rule, in Indonesian."""
    examples = [
        example for file in sorted(RULES.rglob("*.yaml")) for example in plain_file(file).get("examples", [])
    ]
    return [title["id"] if isinstance(title := example["title"], dict) else title for example in examples]


def test_numbers_in_titles_of_examples_are_written_as_in_indonesian() -> None:
    """3 deaths of 4.000 births are not of 4,000, which is four."""
    assert [title for title in titles() if FOREIGN.search(title)] == []


@pytest.mark.parametrize(
    ("title", "foreign"),
    [
        ("3 kematian dari 4,000 kelahiran hidup", True),
        ("tepat di tengah, 82.5", True),
        ("naik menjadi 85.1255", True),
        ("3 kematian dari 4.000 kelahiran hidup", False),
        ("496.792 dari 565.190, tercetak 87,90", False),
        ("contoh PermenPANRB 12/2015", False),
    ],
)
def test_a_foreign_number_would_be_noticed(title: str, foreign: bool) -> None:
    """The pattern knows both ways of writing."""
    assert bool(FOREIGN.search(title)) is foreign
