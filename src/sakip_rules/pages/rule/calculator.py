"""The section of a rule's page in which readers compute with numbers of their own.

The page carries plans as `sakip export --format plan` writes them; the site's script makes the form. Without
the script a sentence says so, and the rest of the page says how to compute by hand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.markup import NOTHING, Markup, tag
from sakip_rules.models import FrameworkRule, TableRule
from sakip_rules.models.rules import table_nodes
from sakip_rules.portable.writing import all_plans, plain, plans_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources
    from sakip_rules.plans import AnyPlan

_HEADING: Final[Pair] = ("Coba dengan angka Anda", "Try your own numbers")
_NO_SCRIPT: Final[Pair] = (
    "Kalkulator ini perlu JavaScript. Tanpa itu, hitung dengan rumus dan contoh di halaman ini.",
    "This calculator needs JavaScript. Without it, compute with the formula and the examples of this page.",
)
VALUE: Final = "nilai"
"""What the one number of a scale or of an interpolation is called in the form."""


def calculator_section(subject: RuleSubject, sources: SiteSources, view: RuleView) -> Markup:
    """Gives the section; a framework has none, since it needs a report."""
    if isinstance(subject.rule, FrameworkRule):
        return NOTHING
    kit = calculator_kit(subject, sources)
    return tag(
        "section",
        tag("h2", view.say(_HEADING)),
        tag("div", tag("p", view.say(_NO_SCRIPT), class_="facts"), class_="calculator__place"),
        tag("script", _embedded(kit), type="application/json"),
        id="coba",
        class_="calculator",
    )


def calculator_kit(subject: RuleSubject, sources: SiteSources) -> dict[str, Any]:
    """Gives what the script needs: plans by years, the keys of a table, numbers to begin with."""
    return {
        "periods": [
            {"label": period, "reference": plan.source.reference, "plans": plain(plans_data(plan))}
            for period, plan in _stretches(subject, sources)
        ],
        "here": subject.rule.reference,
        "keys": _keys(subject.rule),
        "example": _example(subject.rule),
    }


def _stretches(subject: RuleSubject, sources: SiteSources) -> Iterator[tuple[str, AnyPlan]]:
    """Gives the plan of each stretch of years in which neither the rule nor one that it uses changes."""
    for other in sources.versions_of(subject):
        found: list[tuple[int, AnyPlan]] = []
        for year in _years(other, sources):
            plan = sources.plan_in(other, year)
            if not found or _parts(plan) != _parts(found[-1][1]):
                found.append((year, plan))
        until = other.rule.valid_to
        ends = [*(year - 1 for year, _ in found[1:]), None if until is None else until.year]
        for (year, plan), end in zip(found, ends, strict=True):
            yield f"{year}–{'' if end is None else end}" if end != year else str(year), plan


def _years(subject: RuleSubject, sources: SiteSources) -> list[int]:
    """Gives the first year of a version, and those within it in which a rule that it uses begins."""
    first, until = subject.rule.valid_from.year, subject.rule.valid_to
    used = {plan.source.id for plan in all_plans(subject.plan)} - {subject.rule.id}
    versions = (loaded.rule for rule_id in used for loaded in sources.catalogue.versions[rule_id])
    begins = {rule.valid_from.year for rule in versions}
    last = max(begins, default=first) if until is None else until.year
    return [first, *sorted(year for year in begins if first < year <= last)]


def _parts(plan: AnyPlan) -> set[str]:
    return {part.source.reference for part in all_plans(plan)}


def _keys(rule: AnyRule) -> dict[str, list[str]]:
    """Gives the CODEs of each key of a table, in its order; nothing for a line between points."""
    if not isinstance(rule, TableRule) or rule.interpolate is not None:
        return {}
    codes: list[dict[str, None]] = [{} for _ in rule.keys]
    for path, _ in table_nodes(rule.rows):
        if path:
            codes[len(path) - 1][str(path[-1])] = None
    return {key: list(known) for key, known in zip(rule.keys, codes, strict=True)}


def _example(rule: AnyRule) -> Any:  # noqa: ANN401 - whatever the example gives
    """Gives the numbers of the first example that has a value."""
    shown = next((each for each in rule.examples if getattr(each, "status", None) is None), rule.examples[0])
    given = getattr(shown, "given", {})
    return given if isinstance(given, dict) else {VALUE: given}


def _embedded(kit: dict[str, Any]) -> Markup:
    """JSON inside a script: no `<`, so that no text can end it."""
    return Markup(json.dumps(kit, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))
