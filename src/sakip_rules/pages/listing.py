"""The list of every rule: what is law, what is practice, what is memory, what is merely claimed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.explainer.search import ListedRule, confidences
from sakip_rules.exporters.markdown import escaped
from sakip_rules.languages import Language, Pair, say
from sakip_rules.models import AnyRule
from sakip_rules.pages.data import intro, read, words_of
from sakip_rules.pages.topics import by_topic
from sakip_rules.pages.writing import confidence_range, table
from sakip_rules.vocabulary import CONFIDENCES
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS, KIND_WORDS

SECTIONS: Final[dict[str, Pair]] = {
    "quoted": ("Hukum: teksnya sendiri telah dibaca", "Law: its own words were read"),
    "partly": (
        "Sebagian hukum: sebagian dasarnya dibaca, sebagian diterapkan, diingat, atau diklaim",
        "Partly law: some of its bases were read, others are applied, recalled or claimed",
    ),
    "applied": (
        "Praktik: sebuah laporan atau program menerapkannya",
        "Practice: a report or a program applies it",
    ),
    "recalled": (
        "Ingatan: umum diketahui, teksnya belum dibaca",
        "Memory: commonly known, the text was not read",
    ),
    "claimed": ("Hanya klaim", "Merely claimed"),
}
FOLDER: Final[Pair] = ("rumus", "formulas")
_NONE: Final[Pair] = ("Tidak ada.\n", "None.\n")
_SUM: Final[Pair] = ("jumlah aturan", "rules")
_MEANINGS: Final[tuple[Pair, ...]] = (
    ("keyakinan", "confidence"),
    ("artinya", "it means"),
    ("paling pasti pada", "surest of"),
    ("paling tidak pasti pada", "least sure of"),
)
_HEADS: Final[tuple[Pair, ...]] = (
    ("aturan", "rule"),
    ("judul", "title"),
    ("jenis", "kind"),
    ("versi", "versions"),
    ("keyakinan", "confidence"),
    ("dasar hukum", "legal basis"),
)
_CITED: Final[tuple[Pair, ...]] = (("dokumen", "document"), ("disebut untuk", "cited for"))


def page(catalogue: RuleCatalogue, lang: Language) -> str:
    """Gives the page of all rules, each with a link to the page of its topic."""
    pages = {
        listed.rule.id: f"{say(FOLDER, lang)}/{topic.name}.md"
        for topic, rules in by_topic(catalogue)
        for listed in rules
    }
    every = sorted(
        (listed for _, rules in by_topic(catalogue) for listed in rules), key=lambda listed: listed.rule.id
    )
    parts = [intro("listing", lang), _meanings(every, lang)]
    for section, title in SECTIONS.items():
        kept = [listed for listed in every if section_of(listed.rule) == section]
        shown = _rules(kept, pages, lang) if kept else say(_NONE, lang)
        parts += [f"\n## {say(title, lang)}\n", shown]
    return "\n".join([*parts, _claimed(every, lang)])


def section_of(rule: AnyRule) -> str:
    """Gives where a rule stands: under its surest basis, and apart where only a part of them was read."""
    known = confidences(rule)
    return "partly" if known[0] == "quoted" and len(known) > 1 else known[0]


def _meanings(every: list[ListedRule], lang: Language) -> str:
    """What each confidence means, and how many rules have it as their surest and as their least sure."""
    known = [listed.confidences for listed in every]
    rows = [
        [
            f"**{say(CONFIDENCE_WORDS[word], lang)}**",
            say(CONFIDENCE_MEANINGS[word], lang),
            str(sum(kept[0] == word for kept in known)),
            str(sum(kept[-1] == word for kept in known)),
        ]
        for word in CONFIDENCES
    ]
    heads = (say(head, lang) for head in _MEANINGS)
    return table(heads, [*rows, [say(_SUM, lang), "", str(len(known)), str(len(known))]])


def _rules(kept: list[ListedRule], pages: Mapping[str, str], lang: Language) -> str:
    heads = (say(head, lang) for head in _HEADS)
    return table(heads, (_line(listed, pages[listed.rule.id], lang) for listed in kept))


def _line(listed: ListedRule, page_of_rule: str, lang: Language) -> list[str]:
    newest = listed.rule
    return [
        f"[`{newest.id}`]({page_of_rule})",
        escaped(say(newest.title.pair, lang)),
        say(KIND_WORDS[newest.kind], lang),
        "; ".join(_version(rule, newest, lang) for rule in listed.versions),
        confidence_range(newest, lang),
        "; ".join(dict.fromkeys(escaped(basis.document) for basis in newest.legal_basis)),
    ]


def _version(rule: AnyRule, newest: AnyRule, lang: Language) -> str:
    text = f"{rule.version} {period(rule, lang)}"
    known = confidence_range(rule, lang)
    return text if known == confidence_range(newest, lang) else f"{text} ({known})"


def _claimed(every: list[ListedRule], lang: Language) -> str:
    """The documents that are cited for rules whose text was not found in them."""
    documents: dict[str, list[str]] = {}
    for listed in every:
        for basis in listed.rule.legal_basis:
            if basis.confidence == "claimed":
                documents.setdefault(basis.document, []).append(f"`{listed.rule.id}`")
    words = read("texts")["listing"]["claimed"]
    title, text = words_of(words["title"], lang), words_of(words["text"], lang)
    heads = (say(head, lang) for head in _CITED)
    cited = ([escaped(name), ", ".join(rules)] for name, rules in sorted(documents.items()))
    return f"\n## {title}\n\n{text}\n\n" + table(heads, cited)
