"""The first page: what rules there are, page by page."""

from __future__ import annotations

from sakip_rules import Catalogue
from sakip_rules.languages import Language
from sakip_rules.models import AnyRule
from sakip_rules.vocabulary import CONFIDENCES
from tables.groups import GROUPS, grouped
from tables.wording import confidence_word, confidences, intro, say, table


def page(rules: Catalogue, lang: Language) -> str:
    """The overview: each group with its rules, its indicators, and its surest confidences."""
    heads = [
        say(lang, "kelompok", "group"),
        say(lang, "aturan", "rules"),
        say(lang, "versi", "versions"),
        *(confidence_word(one, lang) for one in CONFIDENCES),
    ]
    titles = {group.name: group.title[lang] for group in GROUPS}
    folder = say(lang, "rumus", "formulas")
    found = grouped(rules.rules)
    rows = [
        [f"[{titles[name]}]({folder}/{name}.md)", *_counts(list(known.values()))]
        for name, known in found.items()
    ]
    everything = [known for group in found.values() for known in group.values()]
    return (
        intro("overview", lang)
        + "\n"
        + table(heads, [*rows, [say(lang, "jumlah", "sum"), *_counts(everything)]])
    )


def _counts(known: list[list[AnyRule]]) -> list[str]:
    surest = [confidences(rules[-1])[0] for rules in known]
    return [
        str(len(known)),
        str(sum(len(rules) for rules in known)),
        *(str(surest.count(one)) for one in CONFIDENCES),
    ]
