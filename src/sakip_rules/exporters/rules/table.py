"""A list of rules as text: two lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.columns import INDENT, beside, painted
from sakip_rules.exporters.look import Look
from sakip_rules.languages import Language, say
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import CONFIDENCE_WORDS, KIND_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.explainer.search import ListedRule
    from sakip_rules.languages import Pair

_NONE: Final[Pair] = ("Tidak ada aturan yang cocok.", "No rule fits.")


def export(rules: Sequence[ListedRule], look: Look) -> str:
    """Gives each rule with its kind, years and confidence, its title below, and how many there are."""
    if not rules:
        return f"{say(_NONE, look.lang)}\n"
    lines: list[str] = []
    for listed in rules:
        texts = beside(
            [(listed.rule.reference, "result"), (_facts(listed, look.lang), "quiet")],
            look.width,
            look.paint,
            indent=INDENT,
        )
        title = safe(listed.rule.title.pair, look.lang)
        lines += [*texts, *painted(INDENT + title, "text", look.width, look.paint)]
    count = (f"{len(rules)} aturan", f"{len(rules)} rule{'s' * (len(rules) != 1)}")
    return "\n".join([*lines, "", say(count, look.lang)]) + "\n"


def _facts(listed: ListedRule, lang: Language) -> str:
    """Gives kind, years, and every confidence of the legal basis in one word, the surest first."""
    sure = ", ".join(say(CONFIDENCE_WORDS[word], lang) for word in listed.confidences)
    return f"{say(KIND_WORDS[listed.rule.kind], lang)} · {period(listed.rule, lang)} · {sure}"
