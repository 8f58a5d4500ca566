"""Every bundled rule that a sheet can state; and how many the guide says there are."""

import re
from pathlib import Path

from tests.rule_sheets import bundled_sheets, wrong

GUIDES = [
    Path(__file__).parents[3] / "docs" / folder / "panduan" / "lembar-kerja.md" for folder in (".", "en")
]


def test_the_first_example_of_every_rule_gives_the_engine_s_digits() -> None:
    """Recalculated from its formulas alone; all examples are tried every night, and counted for the guide."""
    sheets = bundled_sheets(1)
    assert wrong(sheets) == {}
    for guide in GUIDES:
        counted = re.findall(r"^\| [^|]+ \| (\d+) \|$", guide.read_text("utf-8"), re.MULTILINE)
        assert int(counted[0]) == len(sheets.rules)
        assert sum(map(int, counted[1:])) == len(sheets.rules)
