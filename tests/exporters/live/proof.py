"""Recalculates live workbooks in LibreOffice: `python -m tests.exporters.live.proof`.

The report of 2020, perturbed copies of it, formulas over all years of a record, and examples of every bundled
rule that a sheet can state: with `--examples 3` two copies and three examples of each, else all, and then
IronCalc is asked, too, and the guide must count them right. Each formula must give what the engine gives.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bundled import bundled
from tests.exporters.workbook import test_history
from tests.perturbed import perturbed
from tests.rule_sheets import RuleSheets, book_of, bundled_sheets, wrong
from tests.spreadsheets import Held, cells_of, differences, recalculated_by_libreoffice

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "examples" / "dinsos-lumajang-2020.yaml"
GUIDES = [ROOT / "docs" / folder / "panduan" / "lembar-kerja.md" for folder in (".", "en")]
COPIES = range(100, 104)


def main(examples: int | None) -> int:
    """Says how it went, and gives 1 where a formula or the guide is wrong."""
    if shutil.which("soffice") is None:
        sys.stdout.write("LibreOffice is not on this machine: apt-get install libreoffice-calc-nogui\n")
        return 1
    sheets = bundled_sheets(examples)
    with tempfile.TemporaryDirectory() as folder:
        copies = COPIES if examples is None else COPIES[:2]
        books = {**reports(copies), "examples": book_of(sheets), "years": test_history.live(Path(folder))}
        found = recalculated_by_libreoffice(books, Path(folder))
    failed = 0
    for name, book in books.items():
        failed += told(f"{name}, LibreOffice", differences(cells_of(book), found[name]), len(found[name]))
    if examples is None:
        failed += told("examples, IronCalc", wrong(sheets), len(sheets.formulas())) + counted(sheets)
    return int(failed > 0)


def reports(copies: range) -> dict[str, bytes]:
    """Gives the live workbooks of the report of 2020 and of copies of it."""
    report = bundled().read_report(EXAMPLE)
    data = {"2020": report} | {f"copy {seed}": perturbed(report, seed) for seed in copies}
    return {name: live(LiveReport(copy, *evaluate_every_year(copy))) for name, copy in data.items()}


def live(report: LiveReport) -> bytes:
    """Gives the live workbook of a report."""
    made = export("live", "xlsx", report, Look("id"))
    assert isinstance(made, bytes)
    return made


def counted(sheets: RuleSheets) -> int:
    """Says where the guide counts the rules otherwise, and gives in how many files."""
    causes = sheets.causes()
    found = Counter(cause for one in causes.values() for cause in one)
    numbers = [len(sheets.rules), len(sheets.rules) - len(causes), found["number"], found["absent-rows"]]
    failed = 0
    for guide in GUIDES:
        table = re.findall(r"^\| [^|]+ \| (\d+) \|$", guide.read_text("utf-8"), re.MULTILINE)
        if [int(number) for number in table] != numbers or sum(found.values()) != len(causes):
            failed += told(guide.name, {"counted": (str(numbers), str(found))}, 1)
    return failed


def told(what: str, found: Mapping[Any, tuple[Held, Held]], of: int) -> int:
    """Says what is wrong, the first of it by name, and gives how much; where nothing was tried, too."""
    sys.stdout.write(f"{what}: {len(found)} of {of} wrong\n")
    for place, (got, wanted) in list(found.items())[:10]:
        sys.stdout.write(f"  {place}: {got!r}, wanted {wanted!r}\n")
    return len(found) if of else 1


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--examples", type=int)
    sys.exit(main(options.parse_args().examples))
