"""The first page: what rules there are, page by page."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.explainer.search import ListedRule
from sakip_rules.exporters.markdown import escaped
from sakip_rules.languages import Language, Pair, say
from sakip_rules.pages.data import intro, read, words_of
from sakip_rules.pages.listing import FOLDER
from sakip_rules.pages.topics import by_topic
from sakip_rules.pages.writing import table
from sakip_rules.vocabulary import CONFIDENCES
from sakip_rules.wording.terms import CONFIDENCE_WORDS

_HEADS: Final[tuple[Pair, ...]] = (("kelompok", "group"), ("aturan", "rules"), ("versi", "versions"))
_SUM: Final[Pair] = ("jumlah", "sum")


def page(catalogue: RuleCatalogue, others: Collection[str], lang: Language) -> str:
    """Gives the overview: each topic with its rules and their surest confidences; `others` are linked to."""
    texts, folder = read("texts")["overview"], say(FOLDER, lang)
    links = [words_of(link, lang) for name, link in texts["links"].items() if name in others]
    heads = [say(head, lang) for head in _HEADS]
    heads += [say(CONFIDENCE_WORDS[word], lang) for word in CONFIDENCES]
    grouped = by_topic(catalogue)
    rows = [
        [f"[{escaped(say(topic.title, lang))}]({folder}/{topic.name}.md)", *_counts(rules)]
        for topic, rules in grouped
    ]
    every = [found for _, rules in grouped for found in rules]
    parts = [
        intro("overview", lang),
        "".join(f"{link}\n" for link in links),
        words_of(texts["text"], lang),
        table(heads, [*rows, [say(_SUM, lang), *_counts(every)]]),
    ]
    return "\n".join(parts)


def _counts(rules: list[ListedRule]) -> list[str]:
    surest = [found.confidences[0] for found in rules]
    return [
        str(len(rules)),
        str(sum(len(found.versions) for found in rules)),
        *(str(surest.count(word)) for word in CONFIDENCES),
    ]
