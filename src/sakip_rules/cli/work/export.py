"""`sakip export`: rules as checked plans, for JavaScript and PHP."""

from __future__ import annotations

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import WrongUsageError
from sakip_rules.cli.work.opening import find_rule, open_rules
from sakip_rules.diagnostics import quoted
from sakip_rules.languages import Language
from sakip_rules.models import Reference


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
    references = [_reference(name) for name in names]
    catalogue = open_rules(rules)
    plans = [find_rule(catalogue, reference, on).plan for reference in references]
    deliver("plan", plans, form, look_for(output, lang), output)
    return 0


def _reference(text: str) -> Reference:
    reference = Reference.parse(text)
    if reference is None:
        raise WrongUsageError(
            (
                f"{quoted(text)} bukan acuan aturan; tulis pemilik/nama, atau pemilik/nama@x.y.z.",
                f"{quoted(text)} is no reference of a rule; write owner/name, or owner/name@x.y.z.",
            )
        )
    return reference
