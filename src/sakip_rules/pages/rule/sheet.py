"""The page of one version of a rule, its sections in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.search import confidences
from sakip_rules.markup import NOTHING, Markup, joined, link, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.rule.basis import badge, basis_list, errata_list
from sakip_rules.pages.rule.calculator import calculator_section
from sakip_rules.pages.rule.described import formula_section, record_sections
from sakip_rules.pages.rule.printed import figures_table
from sakip_rules.pages.rule.program import program
from sakip_rules.pages.rule.relations import relations
from sakip_rules.pages.rule.versions import versions_list
from sakip_rules.pages.rule.view import section
from sakip_rules.pages.rule.worked import examples_section
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import KIND_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources

_EXAMPLES: Final[Pair] = ("Contoh", "Examples")
_BASIS: Final[Pair] = ("Dasar hukum", "Legal basis")
_ERRATA: Final[Pair] = ("Salah cetak di sumbernya", "Misprints in the source")
_VERSIONS: Final[Pair] = ("Versi", "Versions")
_AROUND: Final[Pair] = ("Kaitan", "Related rules")
_PUBLISHED: Final[Pair] = ("Angka terbitan yang dihitung dengannya", "Published figures computed with it")
_PROGRAM: Final[Pair] = ("Untuk pemrogram", "For programmers")
_CALLED: Final[Pair] = ("disebut juga", "also called")
_OLDER: Final[Pair] = ("Ini versi lama. Versi terbaru:", "This is an older version. The newest one:")
_NUMBER: Final = re.compile(r"\d+[^ ]*/\d{4}")


def rule_page(subject: RuleSubject, sources: SiteSources, view: RuleView) -> MadePage:
    """Gives the page of a version of a rule, with a section to compute in."""
    rule = subject.rule
    title = safe(rule.title.pair, view.lang)
    versions = [loaded.rule for loaded in subject.versions]
    head, formula, *others = stated_sections(rule, versions, view)
    examples = section("contoh", view.say(_EXAMPLES), examples_section(subject, sources, view))
    calculator = calculator_section(subject, sources, view)
    around = [
        section("kait", view.say(_AROUND), relations(subject, sources, view)),
        section("terbit", view.say(_PUBLISHED), figures_table(sources.figures.get(rule.reference, []), view)),
        section("program", view.say(_PROGRAM), program(subject, view)),
    ]
    body = joined([_older(subject, view), head, formula, calculator, examples, *others, *around])
    about = view.text(rule.description) or title
    return MadePage(path_in(view.lang, subject.path), "rule", title, about, body, _search_facts(subject))


def stated_sections(rule: AnyRule, versions: Sequence[AnyRule], view: RuleView) -> Iterator[Markup]:
    """Gives the sections that hold what the file of a rule states, from the model alone."""
    yield _head(rule, view)
    yield formula_section(rule, view)
    yield record_sections(rule, view)
    yield section("dasar", view.say(_BASIS), basis_list(rule, view))
    yield section("salah-cetak", view.say(_ERRATA), errata_list(rule, view))
    yield section("versi", view.say(_VERSIONS), versions_list(rule, versions, view))


def _head(rule: AnyRule, view: RuleView) -> Markup:
    facts = [
        tag("span", view.say(KIND_WORDS[rule.kind])),
        tag("span", period(rule, view.lang)),
        tag("code", rule.reference),
        *(badge(word, view) for word in confidences(rule)),
    ]
    called = f"{view.say(_CALLED)} {', '.join(rule.also_called)}" if rule.also_called else ""
    return tag(
        "header",
        tag("h1", safe(rule.title.pair, view.lang)),
        tag("p", view.prose(rule.description), class_="answer") if rule.description is not None else NOTHING,
        tag("p", joined(facts, " · "), class_="facts"),
        tag("p", called, class_="facts") if called else NOTHING,
    )


def _older(subject: RuleSubject, view: RuleView) -> Markup:
    """On the page of an older version, the way to the newest."""
    if subject.is_newest:
        return NOTHING
    newest = subject.versions[-1].rule
    path = view.path_of(newest)
    shown = f"{newest.version} ({period(newest, view.lang)})"
    way = shown if path is None else link(view.place.href(path), shown)
    return tag("p", view.say(_OLDER), " ", way, class_="older")


def _search_facts(subject: RuleSubject) -> dict[str, str | list[str]]:
    rule = subject.rule
    documents = list(dict.fromkeys(basis.document for basis in rule.legal_basis))
    facts: dict[str, str | list[str]] = {
        "rule": rule.reference,
        "rule_kind": rule.kind,
        "confidence": confidences(rule)[0],
        "also_called": list(rule.also_called),
        "regulations": documents,
        "search": [number for document in documents for number in _NUMBER.findall(document)],
    }
    if not subject.is_newest:
        facts["older"] = subject.versions[-1].rule.reference
    return facts
