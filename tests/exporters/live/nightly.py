"""Recalculates live workbooks in LibreOffice: `python -m tests.exporters.live.nightly`.

The report of 2020, some perturbed copies of it, formulas over all years of a record, every example of every
bundled rule that a sheet can state; the examples in IronCalc, too. Each formula must give what the engine
gives; the guide must count them right.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bundled import bundled
from tests.exporters.workbook import test_history
from tests.perturbed import perturbed
from tests.rule_sheets import book_of, bundled_sheets, wrong
from tests.spreadsheets import Held, cells_of, differences, recalculated_by_libreoffice

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "dinsos-lumajang-2020.yaml"
GUIDES = [ROOT / "docs" / folder / "panduan" / "lembar-kerja.md" for folder in (".", "en")]
COPIES = range(100, 104)


def main() -> int:
    """Says how it went, and gives 1 where a formula or the guide is wrong."""
    report = bundled().read_report(EXAMPLE)
    sheets = bundled_sheets()
    books = {"2020": live(LiveReport(report, *evaluate_every_year(report)))}
    for seed in COPIES:
        copy = perturbed(report, seed)
        books[f"copy {seed}"] = live(LiveReport(copy, *evaluate_every_year(copy)))
    books["examples"] = book_of(sheets)
    with tempfile.TemporaryDirectory() as folder:
        books["years"] = test_history.live(Path(folder))
    failed = told("examples, IronCalc", wrong(sheets))
    for name, book in books.items():
        with tempfile.TemporaryDirectory() as folder:
            found = recalculated_by_libreoffice(book, Path(folder))
        failed += told(f"{name}, LibreOffice", differences(cells_of(book), found))
    causes = sheets.causes()
    counted = Counter(cause for found in causes.values() for cause in found)
    numbers = [len(sheets.rules), len(sheets.rules) - len(causes), counted["number"], counted["absent-rows"]]
    for guide in GUIDES:
        table = re.findall(r"^\| [^|]+ \| (\d+) \|$", guide.read_text("utf-8"), re.MULTILINE)
        if [int(number) for number in table] != numbers or sum(counted.values()) != len(causes):
            failed += told(guide.name, {"counted": (str(numbers), str(counted))})
    return int(failed > 0)


def live(report: LiveReport) -> bytes:
    """Gives the live workbook of a report."""
    made = export("live", "xlsx", report, Look("id"))
    assert isinstance(made, bytes)
    return made


def told(what: str, found: Mapping[Any, tuple[Held, Held]]) -> int:
    """Says what is wrong, the first of it by name, and gives how much."""
    sys.stdout.write(f"{what}: {len(found)} wrong\n")
    for place, (got, wanted) in list(found.items())[:10]:
        sys.stdout.write(f"  {place}: {got!r}, wanted {wanted!r}\n")
    return len(found)


if __name__ == "__main__":
    sys.exit(main())
