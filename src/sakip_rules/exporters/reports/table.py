"""Several reports as text for a terminal: one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.table import export as export_report
from sakip_rules.results import ReportTree

if TYPE_CHECKING:
    from sakip_rules.exporters.subjects import NamedReport


def export(reports: Sequence[NamedReport], look: Look) -> str:
    """Gives the reports that could be computed, each as it is shown alone."""
    trees = [report.outcome for report in reports if isinstance(report.outcome, ReportTree)]
    return "\n".join(export_report(tree, look) for tree in trees)
