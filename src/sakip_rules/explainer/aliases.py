"""What the scales and tables gave that a formula calls by their aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.reckoning import shown_at
from sakip_rules.expression import Formula
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.tree import Aggregate, Call
from sakip_rules.languages import Language, say
from sakip_rules.plans import ScalePlan
from sakip_rules.wording.terms import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.plans import AliasPlan
    from sakip_rules.vocabulary import RuleKind


def alias_lines(
    formula: Formula, aliases: Mapping[str, AliasPlan], parts: Parts, depth: int, lang: Language
) -> Iterator[Line]:
    """Gives each call of an alias with what it was asked and gave; of one within rows which file it means."""
    within = {inner for node in formula.nodes if isinstance(node, Aggregate) for inner in node.inner}
    calls = [node for node in formula.nodes if isinstance(node, Call) and node.function in aliases]
    told: set[str] = set()
    for call in calls:
        if call not in within:
            told.add(call.function)
            asked = ", ".join(shown_at(part, parts.value(part), lang) for part in call.arguments)
            given = shown_at(call, parts.value(call), lang)
            yield Line(
                depth,
                f"{call.function}: {asked} → {given} ({_named(aliases[call.function], lang)})",
                about="alias",
            )
    for alias in formula.reads.aliases:
        if alias not in told:
            yield Line(depth, f"{alias}: {_named(aliases[alias], lang)}", about="alias")


def _named(plan: AliasPlan, lang: Language) -> str:
    kind: RuleKind = "scale" if isinstance(plan, ScalePlan) else "table"
    return f"{say(KIND_WORDS[kind], lang)} {plan.source.reference}"
