"""The form that narrows the list of rules: a script shows it; without a script the list is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.search import confidences
from sakip_rules.languages import say
from sakip_rules.markup import Markup, tag, void
from sakip_rules.pages.addresses import slug
from sakip_rules.vocabulary import CONFIDENCES, KINDS
from sakip_rules.wording.terms import CONFIDENCE_WORDS, KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.explainer.search import ListedRule
    from sakip_rules.languages import Pair
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.topics import Topic

_LABELS: Final[dict[str, Pair]] = {
    "topic": ("Topik", "Topic"),
    "kind": ("Jenis", "Kind"),
    "confidence": ("Keyakinan", "Confidence"),
    "regulation": ("Peraturan atau dokumen", "Regulation or document"),
    "year": ("Berlaku pada tahun", "In force in the year"),
    "words": ("Kata", "Words"),
    "alphabet": ("Urut A–Z", "In order A–Z"),
}
_ALL: Final[Pair] = ("semua", "all")
_CLEAR: Final[Pair] = ("Kosongkan", "Clear")
_COUNT: Final[Pair] = ("{count} aturan", "{count} rules")


def filters(grouped: list[tuple[Topic, list[ListedRule]]], view: RuleView) -> Markup:
    """Gives the form, hidden until a script shows it, with every choice that fits some rule."""
    rules = [listed for _, listed_rules in grouped for listed in listed_rules]
    kinds = {listed.rule.kind for listed in rules}
    known = {confidences(listed.rule)[0] for listed in rules}
    surest = [word for word in CONFIDENCES if word in known]
    alphabet = void("input", type="checkbox", name="alphabet", value="1")
    return tag(
        "form",
        _field("words", void("input", type="search", name="words"), view),
        _choice("topic", ((topic.name, say(topic.title, view.lang)) for topic, _ in grouped), view),
        _choice("kind", ((kind, view.say(KIND_WORDS[kind])) for kind in KINDS if kind in kinds), view),
        _choice("confidence", ((word, view.say(CONFIDENCE_WORDS[word])) for word in surest), view),
        _choice("regulation", ((slug(document), document) for document in documents_of(rules)), view),
        _field("year", void("input", type="number", name="year", min="1900", max="2100"), view),
        tag("label", alphabet, " ", view.say(_LABELS["alphabet"])),
        tag("button", view.say(_CLEAR), type="reset"),
        tag("p", role="status"),
        class_="filters",
        data_count=view.say(_COUNT),
        hidden=True,
    )


def documents_of(rules: Iterable[ListedRule]) -> list[str]:
    """Gives the documents that one may choose, in their order: entries say theirs by its place, from 1 on."""
    named = {basis.document for listed in rules for rule in listed.versions for basis in rule.legal_basis}
    return sorted(named, key=str.casefold)


def _choice(name: str, options: Iterable[tuple[str, str]], view: RuleView) -> Markup:
    every = tag("option", view.say(_ALL), value="")
    listed = (tag("option", words, value=value) for value, words in options)
    return _field(name, tag("select", every, *listed, name=name), view)


def _field(name: str, control: Markup, view: RuleView) -> Markup:
    return tag("label", tag("span", view.say(_LABELS[name])), " ", control)
