"""What a rule rests on: each document with its words, a link, and how surely the rule follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, joined, link, tag
from sakip_rules.pages.addresses import document_path
from sakip_rules.wording.terms import CONFIDENCE_MEANINGS, CONFIDENCE_WORDS

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule, LegalBasis
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.vocabulary import Confidence

_PRINTED: Final[Pair] = ("Tercetak", "Printed")
_CORRECTED: Final[Pair] = ("seharusnya", "should be")


def badge(confidence: Confidence, view: RuleView) -> Markup:
    """Gives a confidence as a badge: never told by its colour alone."""
    words = view.say(CONFIDENCE_WORDS[confidence])
    meaning = view.say(CONFIDENCE_MEANINGS[confidence])
    return tag("span", words, class_=f"badge badge--{confidence}", title=meaning)


def basis_list(rule: AnyRule, view: RuleView) -> Markup:
    """Gives the legal basis of a rule."""
    return tag("ul", *(_document(basis, view) for basis in rule.legal_basis), class_="basis")


def _document(basis: LegalBasis, view: RuleView) -> Markup:
    section = f", {basis.section}" if basis.section is not None else ""
    meaning = view.say(CONFIDENCE_MEANINGS[basis.confidence])
    name = link(view.place.href(document_path(basis.document)), basis.document)
    return tag(
        "li",
        tag("p", tag("strong", name), section, " ", badge(basis.confidence, view)),
        tag("p", meaning, class_="facts"),
        tag("blockquote", basis.quote, class_="quote", lang="id") if basis.quote is not None else NOTHING,
        tag("p", view.prose(basis.note), class_="note") if basis.note is not None else NOTHING,
        tag("p", link(basis.url, basis.url)) if basis.url is not None else NOTHING,
    )


def errata_list(rule: AnyRule, view: RuleView) -> Markup:
    """Gives the misprints in the sources of a rule; nothing without any."""
    lines = [
        tag(
            "li",
            tag("strong", erratum.where),
            f": {view.say(_PRINTED)} ",
            tag("q", erratum.printed),
            f", {view.say(_CORRECTED)} ",
            tag("q", erratum.corrected),
            joined([". ", view.text(erratum.note)]) if erratum.note is not None else NOTHING,
        )
        for erratum in rule.errata
    ]
    return tag("ul", *lines, class_="errata") if lines else NOTHING
