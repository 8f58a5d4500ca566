"""A report by compiled levels beside the reference: every figure, JSON, and what is computed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from sakip_rules.compiled import reports
from sakip_rules.compiled.reports import CompiledFramework, QuickReport, compile_framework
from sakip_rules.evaluator import evaluate_report
from sakip_rules.exporters.report.json import report_object
from sakip_rules.plans import ScalePlan
from sakip_rules.reader import ReportData
from sakip_rules.results import Figure, NodeYear, ReportTree


class Reporting:
    """Compares, and counts what came of it; what the reference gives for a report is asked once."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()
        self._known: dict[int, ReportTree] = {}

    def differences(self, report: ReportData, framework: CompiledFramework | None = None) -> Iterator[str]:
        """Gives what compiled levels and rules give otherwise than the reference."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reports, "RULE_WORTH", 1)
            quick = QuickReport(framework or compile_framework(report.framework), report)
            mine = evaluate_report(report, quick)
        self.counted["declined"] += quick.declined
        self.counted["computed"] += quick.computed
        if not quick.computed:
            return  # all of it is the reference's
        if id(report) not in self._known:
            self._known[id(report)] = evaluate_report(report)
        its = self._known[id(report)]
        for one, other in zip(mine.root.walk(), its.root.walk(), strict=True):
            for year, wanted in zip(one.years, other.years, strict=True):
                self.counted.update(type(figure.value).__name__ for figure in wanted.figures.values())
                yield from (f"{one.path} {year.year}: {each}" for each in _of_year(year, wanted))
        if report_object(mine) != report_object(its):
            yield "JSON differs"
        for one, other in zip(mine.root.walk(), its.root.walk(), strict=True):
            if [_whole(year) for year in one.years] != [_whole(year) for year in other.years]:
                yield f"{one.path}: computed again it differs"


def _of_year(mine: NodeYear, its: NodeYear) -> Iterator[str]:
    """What differs of what is shown."""
    if (mine.year, mine.diagnostics) != (its.year, its.diagnostics):
        yield f"{mine.diagnostics}, not {its.diagnostics}"
    wanted, shown = its.figures, mine.figures
    if list(shown) != list(wanted):
        yield f"{list(shown)}, not {list(wanted)}"
    for name, figure in wanted.items():
        if _facts(shown[name]) != _facts(figure):
            yield f"{name}: {_facts(shown[name])}, not {_facts(figure)}"


def _whole(year: NodeYear) -> list[Any]:
    """All that was computed: the rows that aggregates left out too."""
    figures = [*year.record.figures.values(), *(year.indicator.all_figures() if year.indicator else ())]
    return [(_facts(figure), figure.trace and figure.trace.rows) for figure in figures]


def _facts(figure: Figure) -> tuple[Any, ...]:
    """All of a figure but its trace."""
    scale = figure.scale.source if isinstance(figure.scale, ScalePlan) else None
    return (*figure[:8], scale, figure.category, figure.diagnostics, figure.computed)
