"""Every bundled rule that a sheet can state, its examples as rows; and how many the guide says there are."""

import re
from pathlib import Path

import pytest
from tests.bundled import bundled
from tests.rule_sheets import bundled_sheets, wrong
from tests.spreadsheets import cells_of, differences, recalculated

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.examples.runner import resolvers
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.models import FrameworkRule
from sakip_rules.reader.report import read_example_report

GUIDES = [
    Path(__file__).parents[3] / "docs" / folder / "panduan" / "lembar-kerja.md" for folder in (".", "en")
]


@pytest.mark.broad
def test_the_first_example_of_every_rule_gives_the_engine_s_digits() -> None:
    """Recalculated from its formulas alone; all examples are tried every night, and counted for the guide."""
    sheets = bundled_sheets(1)
    assert wrong(sheets) == {}
    for guide in GUIDES:
        counted = re.findall(r"^\| [^|]+ \| (\d+) \|$", guide.read_text("utf-8"), re.MULTILINE)
        assert int(counted[0]) == len(sheets.rules)
        assert sum(map(int, counted[1:])) == len(sheets.rules)


@pytest.mark.slow
def test_every_example_of_every_framework_gives_the_engine_s_digits() -> None:
    """As a whole workbook, in English: cases that call rules, years, records of several levels."""
    resolver_of = resolvers(bundled().checked)
    tried = 0
    for loaded in bundled().checked.usable:
        if not isinstance(loaded.rule, FrameworkRule):
            continue
        for number, example in enumerate(loaded.rule.examples):
            data = read_example_report(example, loaded, ("examples", number, "report"), resolver_of)
            workbook = export("live", "xlsx", LiveReport(data, *evaluate_every_year(data)), Look("en"))
            assert isinstance(workbook, bytes)
            assert differences(cells_of(workbook), recalculated(workbook)) == {}
            tried += 1
    assert tried > 10
