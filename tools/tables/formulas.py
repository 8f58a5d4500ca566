"""One page a group of rules: each rule in words, as `sakip explain` gives it."""

from __future__ import annotations

from sakip_rules import Catalogue
from sakip_rules.explainer import describe_rule, render
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.models import AnyRule, FormulaRule, Reference, ScaleRule
from tables.groups import GROUPS, grouped
from tables.wording import texts

WIDTH = 100


def pages(rules: Catalogue, lang: Language) -> dict[str, str]:
    """The page of each group, by its file name."""
    titles = {group.name: group.title[lang] for group in GROUPS}
    return {
        f"{name}.md": _page(name, titles[name], found, rules, lang)
        for name, found in grouped(rules.rules).items()
    }


def _page(name: str, title: str, found: dict[str, list[AnyRule]], rules: Catalogue, lang: Language) -> str:
    other = texts()["formulas"][lang].format(name=name)
    parts = [f"# {title}\n", f"{other}\n"]
    for known in found.values():
        for rule in reversed(known):
            heading = f"## {rule.title.pair[LANGUAGES.index(lang)]} ({rule.version})\n"
            text = render(
                describe_rule(rule, known, lang, width=WIDTH, scale=_scale(rule, rules)), width=WIDTH
            )
            parts += [heading, f"```text\n{text}\n```\n"]
    return "\n".join(parts)


def _scale(rule: AnyRule, rules: Catalogue) -> ScaleRule | None:
    """The scale that gives a formula rule its category, as it was on the rule's first day."""
    if not isinstance(rule, FormulaRule) or rule.scale is None:
        return None
    reference = Reference.parse(str(rule.scale))
    found = rules.rules.find(reference, rule.valid_from) if reference is not None else None
    scale = getattr(found, "rule", None)
    return scale if isinstance(scale, ScaleRule) else None
