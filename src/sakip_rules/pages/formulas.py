"""One page a topic: each of its rules in words, as `sakip explain` gives it."""

from __future__ import annotations

import re
from typing import Final

from sakip_rules.catalogue import NotFound, RuleCatalogue
from sakip_rules.explainer.described import describe_rule
from sakip_rules.explainer.lines import render
from sakip_rules.explainer.search import ListedRule
from sakip_rules.exporters.markdown import escaped
from sakip_rules.languages import Language, say
from sakip_rules.models import AnyRule, FormulaRule, ScaleRule
from sakip_rules.pages.data import intro
from sakip_rules.pages.topics import Topic

WIDTH: Final = 100


def page(topic: Topic, rules: list[ListedRule], catalogue: RuleCatalogue, lang: Language) -> str:
    """Gives the page of a topic, the newest version of each rule first."""
    parts = [f"# {escaped(say(topic.title, lang))}\n", f"{intro('formulas', lang).format(name=topic.name)}\n"]
    for listed in rules:
        for rule in reversed(listed.versions):
            lines = describe_rule(rule, listed.versions, lang, width=WIDTH, scale=_scale(rule, catalogue))
            parts += [
                f"## {escaped(say(rule.title.pair, lang))} ({rule.version})\n",
                _verbatim(render(lines, width=WIDTH)),
            ]
    return "\n".join(parts)


def _verbatim(text: str) -> str:
    """A block of text as it stands; its fence is longer than any in the text."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
    return f"{fence}text\n{text}\n{fence}\n"


def _scale(rule: AnyRule, catalogue: RuleCatalogue) -> ScaleRule | None:
    """The scale that gives a formula rule its category, as it was on the rule's first day."""
    if not isinstance(rule, FormulaRule) or rule.scale is None:
        return None
    meant = catalogue.find(rule.scale, rule.valid_from)
    scale = None if isinstance(meant, NotFound) else meant.rule
    return scale if isinstance(scale, ScaleRule) else None
