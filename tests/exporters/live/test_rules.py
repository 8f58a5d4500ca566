"""Every bundled rule that a sheet can state, its examples as rows; and how many the guide says there are."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.rule_sheets import RuleSheets, bundled_sheets, wrong

GUIDES = [
    Path(__file__).parents[3] / "docs" / folder / "panduan" / "lembar-kerja.md" for folder in (".", "en")
]


@cache
def every_example() -> RuleSheets:
    """Every example of every rule but frameworks."""
    return bundled_sheets()


def test_the_first_examples_of_every_rule_give_the_engine_s_digits() -> None:
    """Recalculated from their formulas alone; all examples are tried every night."""
    assert wrong(bundled_sheets(1)) == {}


@pytest.mark.slow
def test_the_guide_counts_what_a_sheet_can_state() -> None:
    """Rules by the cause of the first cell that is a value, as the table of the guide has them."""
    sheets = every_example()
    causes = sheets.causes()
    counted = Counter(cause for found in causes.values() for cause in found)
    assert counted == {"number": 1, "absent-rows": 1}
    numbers = [len(sheets.rules), len(sheets.rules) - len(causes), counted["number"], counted["absent-rows"]]
    for guide in GUIDES:
        table = re.findall(r"^\| [^|]+ \| (\d+) \|$", guide.read_text("utf-8"), re.MULTILINE)
        assert [int(number) for number in table] == numbers
