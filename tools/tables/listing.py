"""The list of every rule: what is law, what is practice, what is memory, what is merely claimed."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_rules import Catalogue
from sakip_rules.languages import LANGUAGES, Language
from sakip_rules.models import AnyRule
from sakip_rules.vocabulary import CONFIDENCES
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import KIND_WORDS
from tables.groups import group_of, versions
from tables.wording import (
    confidence_range,
    confidence_word,
    confidence_words,
    confidences,
    intro,
    say,
    table,
    texts,
    words_of,
)

TITLES = {
    "quoted": {"id": "Hukum: teksnya sendiri telah dibaca", "en": "Law: its own words were read"},
    "partly": {
        "id": "Sebagian hukum: sebagian dasarnya dibaca, sebagian diterapkan, diingat, atau diklaim",
        "en": "Partly law: some of its bases were read, others are applied, recalled or claimed",
    },
    "applied": {
        "id": "Praktik: sebuah laporan atau program menerapkannya",
        "en": "Practice: a report or a program applies it",
    },
    "recalled": {
        "id": "Ingatan: umum diketahui, teksnya belum dibaca",
        "en": "Memory: commonly known, the text was not read",
    },
    "claimed": {"id": "Hanya klaim", "en": "Merely claimed"},
}


def page(rules: Catalogue, lang: Language) -> str:
    """The page of all rules."""
    found = versions(rules.rules)
    parts = [intro("listing", lang), _meanings(found.values(), lang)]
    for section, title in TITLES.items():
        kept = [known for known in found.values() if section_of(known[-1]) == section]
        shown = _rules(kept, lang) if kept else say(lang, "Tidak ada.\n", "None.\n")
        parts += [f"\n## {title[lang]}\n", shown]
    return "\n".join([*parts, _claimed(found.values(), lang)])


def section_of(rule: AnyRule) -> str:
    """Where a rule stands: under its surest basis, and apart where only a part of its bases was read."""
    known = confidences(rule)
    return "partly" if known[0] == "quoted" and len(known) > 1 else known[0]


def _meanings(found: Iterable[list[AnyRule]], lang: Language) -> str:
    """What each confidence means, and how many rules have it as their surest and as their least sure."""
    known = [confidences(one[-1]) for one in found]
    heads = [
        say(lang, "keyakinan", "confidence"),
        say(lang, "artinya", "it means"),
        say(lang, "paling pasti pada", "surest of"),
        say(lang, "paling tidak pasti pada", "least sure of"),
    ]
    rows = [
        [
            f"**{confidence_word(one, lang)}**",
            confidence_words(one, lang),
            str(sum(kept[0] == one for kept in known)),
            str(sum(kept[-1] == one for kept in known)),
        ]
        for one in CONFIDENCES
    ]
    return table(heads, [*rows, [say(lang, "jumlah aturan", "rules"), "", str(len(known)), str(len(known))]])


def _rules(found: Iterable[list[AnyRule]], lang: Language) -> str:
    heads = (
        ("aturan", "rule"),
        ("judul", "title"),
        ("jenis", "kind"),
        ("versi", "versions"),
        ("keyakinan", "confidence"),
        ("dasar hukum", "legal basis"),
    )
    place = LANGUAGES.index(lang)
    return table((head[place] for head in heads), (_line(known, lang) for known in found))


def _line(known: list[AnyRule], lang: Language) -> list[str]:
    newest, place = known[-1], LANGUAGES.index(lang)
    return [
        f"[`{newest.id}`]({say(lang, 'rumus', 'formulas')}/{group_of(newest.id).name}.md)",
        newest.title.pair[place],
        KIND_WORDS[newest.kind][place],
        "; ".join(_version(rule, newest, lang) for rule in known),
        confidence_range(newest, lang),
        "; ".join(dict.fromkeys(basis.document for basis in newest.legal_basis)),
    ]


def _version(rule: AnyRule, newest: AnyRule, lang: Language) -> str:
    text = f"{rule.version} {period(rule, lang)}"
    known = confidence_range(rule, lang)
    return text if known == confidence_range(newest, lang) else f"{text} ({known})"


def _claimed(found: Iterable[list[AnyRule]], lang: Language) -> str:
    """The documents that are cited for rules whose text was not found in them."""
    documents: dict[str, list[str]] = {}
    for known in found:
        for basis in known[-1].legal_basis:
            if basis.confidence == "claimed":
                documents.setdefault(basis.document, []).append(f"`{known[-1].id}`")
    words = texts()["listing"]["claimed"]
    title, text = words_of(words["title"], lang), words_of(words["text"], lang)
    heads = [say(lang, "dokumen", "document"), say(lang, "disebut untuk", "cited for")]
    return f"\n## {title}\n\n{text}\n\n" + table(
        heads, ([name, ", ".join(cited)] for name, cited in sorted(documents.items()))
    )
