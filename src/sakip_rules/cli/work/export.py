"""`sakip export`: rules as checked plans, for JavaScript and PHP."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.opening import find_rule, open_rules, reference_of
from sakip_rules.languages import Language


def run(
    *,
    names: tuple[str, ...],
    on: str | None,
    form: str,
    output: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Writes the plans of rules."""
    catalogue = open_rules(rules)
    references = [reference_of(catalogue, name) for name in names]
    plans = [find_rule(catalogue, reference, on).plan for reference in references]
    deliver("plan", plans, form, look_for(output, lang), output)
    return 0
