"""Several reports as JSON: a line for each, in the order in which they were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import errors_object, to_line
from sakip_rules.exporters.report.json import report_object
from sakip_rules.results import ReportTree

if TYPE_CHECKING:
    from sakip_rules.exporters.subjects import NamedReport


def export(reports: Sequence[NamedReport], look: Look) -> str:
    """Gives a line of JSON for each report; what is wrong with one stands in its place."""
    outcomes = (report.outcome for report in reports)
    return "".join(
        to_line(
            report_object(outcome, look.lang)
            if isinstance(outcome, ReportTree)
            else errors_object(outcome.diagnostics, look.lang)
        )
        for outcome in outcomes
    )
