"""Several reports as one tidy CSV: the columns of one, and before them the name of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.exporters.formula_guard import guarded
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.tidy import COLUMNS, cells
from sakip_rules.results import ReportTree

if TYPE_CHECKING:
    from sakip_rules.exporters.subjects import NamedReport


def export(reports: Sequence[NamedReport], look: Look) -> str:
    """Gives the figures of all reports that could be computed, below one header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("report", *COLUMNS))
    for report in reports:
        if isinstance(report.outcome, ReportTree):
            writer.writerows([guarded(report.name), *row] for row in cells(report.outcome, look.lang))
    return out.getvalue()
