"""What a report of many indicators costs, by compiled levels and by the reference alone, in turns.

Run `python benchmarks/reports.py`: it prints the ratio of whole calls, from data of a program to the values
and categories of all records, and the milliseconds of each.
"""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from timing import side_by_side

from sakip_rules import Catalogue
from sakip_rules.api import Report
from sakip_rules.evaluator import evaluate_report

EACH = 10
"""Indicators of an objective."""


def report(indicators: int) -> dict[str, Any]:
    """Gives a report of so many indicators, as a program has it."""
    objectives = [
        {
            "id": f"s{place}",
            "serapan": "98.37",
            "indikator": [indicator(place * EACH + own) for own in range(EACH)],
        }
        for place in range(indicators // EACH)
    ]
    head = {"report": "Banyak", "organization": "Dinas", "year": 2020}
    return {**head, "framework": "lumajang/kerangka-pengukuran", "sasaran": objectives}


def indicator(place: int) -> dict[str, Any]:
    """Gives one indicator, with the data of its rule."""
    data = {"pmks_ditangani": 100 + place % 37, "pmks_seluruhnya": 300 + place % 91}
    target = f"{25 + place % 13}.{place % 10}{place * 7 % 10}"
    return {"id": f"i{place}", "rule": "lumajang/penanganan-pmks", "target": target, "data": data}


def seen(report: Report) -> list[tuple[object, object]]:
    """Gives what a program shows of all records."""
    return [
        (figure.value, figure.category) for record in report.records for figure in record.figures.values()
    ]


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--indicators", type=int, default=1_000, help="how many (default: 1000)")
    options.add_argument("--rounds", type=int, default=9, help="rounds of the comparison (default: 9)")
    chosen = options.parse_args()
    rules, data = Catalogue.bundled(), report(chosen.indicators)

    def compiled() -> object:
        return seen(rules.evaluate_report(data))

    def reference() -> object:
        read = rules.read_report(data)
        return seen(Report(rules, read.written, evaluate_report(read)))

    if compiled() != reference():
        raise SystemExit("the two ways of computing differ")
    found = side_by_side({"compiled": compiled, "reference": reference}, chosen.rounds)
    ratio = found["compiled"].ratio(found["reference"])
    sys.stdout.write(f"compiled / reference: {ratio.middle:.2f} ({ratio.low:.2f} – {ratio.high:.2f})\n")
    for name, measured in found.items():
        sys.stdout.write(f"{name}: {measured.typical * 1000:.0f} ms\n")


if __name__ == "__main__":
    main()
