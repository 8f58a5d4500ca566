"""`sakip audit`: printed figures beside recomputed ones."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.cli.work.opening import deliver, open_rules
from sakip_rules.cli.work.terminal import paint_for, width
from sakip_rules.explainer.lines import unpainted
from sakip_rules.exporters.findings import audit_dict, audit_markdown, audit_table
from sakip_rules.exporters.json import to_text
from sakip_rules.exporters.table import WIDTH
from sakip_rules.languages import Language

if TYPE_CHECKING:
    from sakip_rules.audit import Audit


def run(
    *, report: str, form: str, every: bool, output: str | None, folders: Sequence[str], lang: Language
) -> int:
    """Prints the findings; 1 if a figure is not the same."""
    audit = open_rules(folders).audit_report(report)
    deliver(_formatted(audit, form, lang, every=every, output=output), output)
    return int(any(finding.verdict != "same" for finding in audit.findings))


def _formatted(audit: Audit, form: str, lang: Language, *, every: bool, output: str | None) -> str:
    if form == "json":
        return to_text(audit_dict(audit, lang))
    if form == "markdown":
        return audit_markdown(audit, lang)
    if output is not None:
        return audit_table(audit, lang, width=WIDTH, every=every, paint=unpainted)
    return audit_table(audit, lang, width=width(), every=every, paint=paint_for(sys.stdout))
