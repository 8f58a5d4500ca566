"""A page for each document that rules rest on: what was read of it, which rules, what came before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, items, joined, link, table, tag
from sakip_rules.pages.addresses import document_path
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.headed import headed_page, texts_of
from sakip_rules.pages.readings import question_path
from sakip_rules.vocabulary import CONFIDENCES
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule, LegalBasis
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources
    from sakip_rules.vocabulary import Confidence

INDEX: Final = "peraturan/index.md"
_NUMBERED: Final = re.compile(r"(\S+)/(\d{4})")

_HEADS: Final[tuple[Pair, ...]] = (
    ("dokumen", "document"),
    ("nama lengkap", "full name"),
    ("aturan", "rules"),
)
_BEFORE: Final[Pair] = ("Sebelumnya", "Before it")
_AFTER: Final[Pair] = ("Sesudahnya", "After it")
_CHAIN: Final[Pair] = (
    "Versi {side} dari aturan di halaman ini berdasar pada dokumen lain:",
    "The {side} version of rules on this page rests on another document:",
)
_SIDES: Final[dict[str, Pair]] = {"before": ("sebelumnya", "earlier"), "after": ("berikutnya", "next")}
_HEADINGS: Final[dict[Confidence, Pair]] = {
    "quoted": ("Yang dibaca", "What was read"),
    "applied": ("Yang diterapkan laporan atau program", "What reports or programs apply"),
    "recalled": ("Yang diingat, belum dibaca", "What is recalled, not read"),
    "claimed": ("Yang disebut, tetapi tidak ditemukan", "What is cited, but was not found"),
}
_QUESTIONS: Final[Pair] = ("Yang ditafsirkan berbeda", "What is read differently")
_NUMBER: Final[Pair] = ("{name} Nomor {number} Tahun {year}", "{name} Number {number} of {year}")


@dataclass(slots=True)
class Regulation:
    """A document, the rules that rest on it, and the documents of their earlier and later versions."""

    document: str
    bases: list[tuple[AnyRule, LegalBasis]] = field(default_factory=list)
    before: dict[str, None] = field(default_factory=dict)
    after: dict[str, None] = field(default_factory=dict)

    @property
    def rules(self) -> list[AnyRule]:
        """The versions of rules that name it, each once."""
        return list({rule.reference: rule for rule, _ in self.bases}.values())


def regulations(versions: Iterable[Sequence[AnyRule]]) -> list[Regulation]:
    """Gives every document of the versions of rules, by name."""
    known: dict[str, Regulation] = {}
    for rules in versions:
        for rule in rules:
            for basis in rule.legal_basis:
                named = known.setdefault(document_path(basis.document), Regulation(basis.document))
                named.bases.append((rule, basis))
        for older, newer in pairwise(rules):
            _chain(known, older, newer)
    return sorted(known.values(), key=lambda regulation: regulation.document.casefold())


def _chain(known: dict[str, Regulation], older: AnyRule, newer: AnyRule) -> None:
    """Notes the documents that only one of two neighbouring versions names."""
    old, new = ({basis.document for basis in rule.legal_basis} for rule in (older, newer))
    for first in sorted(old - new):
        for second in sorted(new - old):
            known[document_path(first)].after[second] = None
            known[document_path(second)].before[first] = None


def full_name(document: str, view: RuleView) -> str:
    """Gives the full name of a document, where data know how its kind is called; else nothing."""
    for short, name in read("regulations").items():
        rest = document.removeprefix(short)
        if rest == document or not rest.startswith((" ", "-")):
            continue
        numbered = _NUMBERED.fullmatch(rest.strip())
        if numbered is not None:
            return view.say(_NUMBER).format(name=name, number=numbered[1], year=numbered[2])
        return f"{name} {rest.strip()}"
    return ""


def regulation_page(regulation: Regulation, sources: SiteSources, view: RuleView) -> MadePage:
    """Gives the page of a document."""
    content = [
        *(_group(word, regulation, view) for word in CONFIDENCES),
        _neighbours(_BEFORE, "before", regulation.before, view),
        _neighbours(_AFTER, "after", regulation.after, view),
        _questions(regulation, sources, view),
    ]
    name = full_name(regulation.document, view)
    numbers = [found[0] for found in _NUMBERED.finditer(regulation.document)]
    return headed_page("regulation", regulation.document, name, content, view, search=numbers)


def _group(confidence: Confidence, regulation: Regulation, view: RuleView) -> Markup:
    """The rules that follow from a document with one confidence: which part of it, and what is noted."""
    bases = [(rule, basis) for rule, basis in regulation.bases if basis.confidence == confidence]
    if not bases:
        return NOTHING
    title = view.say(CONFIDENCE_WORDS[confidence])
    meaning = view.say(CONFIDENCE_MEANINGS[confidence])
    return tag(
        "section",
        tag("h2", view.say(_HEADINGS[confidence])),
        tag("p", tag("span", title, class_=f"badge badge--{confidence}"), " ", meaning, class_="facts"),
        tag("ul", *(_basis(rule, basis, view) for rule, basis in bases), class_="basis"),
        id=f"keyakinan-{confidence}",
    )


def _basis(rule: AnyRule, basis: LegalBasis, view: RuleView) -> Markup:
    facts = [f"{rule.version} {period(rule, view.lang)}", *([basis.section] if basis.section else [])]
    return tag(
        "li",
        tag("p", view.link_to(rule)),
        tag("p", " · ".join(facts), class_="facts"),
        tag("blockquote", basis.quote, class_="quote", lang="id") if basis.quote is not None else NOTHING,
        tag("p", view.prose(basis.note), class_="note") if basis.note is not None else NOTHING,
    )


def _neighbours(heading: Pair, side: str, documents: Iterable[str], view: RuleView) -> Markup:
    lines = items("ul", (_named(document, view) for document in documents))
    if not lines:
        return NOTHING
    told = view.say(_CHAIN).format(side=view.say(_SIDES[side]))
    return joined([tag("h2", view.say(heading)), tag("p", told), lines])


def _named(document: str, view: RuleView) -> Markup:
    return link(view.place.href(document_path(document)), document)


def _questions(regulation: Regulation, sources: SiteSources, view: RuleView) -> Markup:
    asked = {
        question_path(question): words_of(question["title"], view.lang)
        for rule in regulation.rules
        for question in sources.questions_about(rule)
    }
    lines = items("ul", (link(view.place.href(path), title) for path, title in asked.items()))
    return joined([tag("h2", view.say(_QUESTIONS)), lines]) if lines else NOTHING


def regulations_page(known: Sequence[Regulation], view: RuleView) -> MadePage:
    """Gives the page of all documents."""
    title, text = texts_of("regulations", view)
    rows = ([_named(each.document, view), full_name(each.document, view), _count(each)] for each in known)
    shown = table([view.say(head) for head in _HEADS], rows, class_="regulations")
    return headed_page("list", title, text, [shown], view)


def _count(regulation: Regulation) -> str:
    return str(len({rule.id for rule in regulation.rules}))
