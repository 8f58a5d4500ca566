"""`sakip audit`: printed figures beside recomputed ones."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.languages import Language


def run(
    *,
    report: str,
    form: str,
    every: bool,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints the findings; 1 if a figure is neither the same nor follows from other printed figures."""
    audit = open_rules(rules).audit_report(report)
    deliver("audit", audit, form, look_for(output, lang, every=every), output)
    return int(any(finding.verdict not in ("same", "follows") for finding in audit.findings))
