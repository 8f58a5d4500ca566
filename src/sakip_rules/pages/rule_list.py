"""The page of all rules: a list by topic, whose entries carry what a script may filter them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.search import confidences
from sakip_rules.languages import say
from sakip_rules.markup import Markup, link, tag
from sakip_rules.pages.filters import documents_of, filters
from sakip_rules.pages.headed import badges, headed_page, texts_of
from sakip_rules.pages.topics import by_topic
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import KIND_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.explainer.search import ListedRule
    from sakip_rules.languages import Pair
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources
    from sakip_rules.pages.topics import Topic

INDEX: Final = "rumus/index.md"

_COUNTED: Final[Pair] = ("{rules} aturan dalam {versions} versi", "{rules} rules in {versions} versions")


def rules_page(sources: SiteSources, view: RuleView) -> MadePage:
    """Gives the page of all rules."""
    title, text = texts_of("rules", view)
    grouped = by_topic(sources.catalogue)
    every = [listed for _, rules in grouped for listed in rules]
    versions = sum(len(listed.versions) for listed in every)
    counted = view.say(_COUNTED).format(rules=len(every), versions=versions)
    places = {document: str(place) for place, document in enumerate(documents_of(every), start=1)}
    sections = [_topic(topic, rules, places, view) for topic, rules in grouped]
    shown = tag("div", *sections, class_="rules", data_filter="rules")
    return headed_page(
        "list", title, text, [tag("p", counted, class_="facts"), filters(grouped, view), shown], view
    )


def _topic(topic: Topic, rules: list[ListedRule], places: Mapping[str, str], view: RuleView) -> Markup:
    entries = (_rule(listed, places, view) for listed in rules)
    heading = tag("h2", say(topic.title, view.lang))
    return tag("section", heading, tag("ul", *entries), id=f"topik-{topic.name}", data_topic=topic.name)


def _rule(listed: ListedRule, places: Mapping[str, str], view: RuleView) -> Markup:
    """A rule with its years, kind and confidence: as words, and as data to filter by.

    A document is the place of its choice in the filter, where its name stands once for three hundred entries.
    """
    rule, first = listed.rule, listed.versions[0]
    path = view.path_of(rule)
    title = safe(rule.title.pair, view.lang)
    documents = (basis.document for version in listed.versions for basis in version.legal_basis)
    facts = f"{view.say(KIND_WORDS[rule.kind])} · {_years(listed, view)} · "
    return tag(
        "li",
        title if path is None else link(view.place.href(path), title),
        " ",
        tag("span", facts, badges(rule, view), class_="facts"),
        data_kind=rule.kind,
        data_confidence=confidences(rule)[0],
        data_from=str(first.valid_from.year),
        data_to=str(rule.valid_to.year) if rule.valid_to is not None else "",
        data_regulation=" ".join(dict.fromkeys(places[document] for document in documents)),
    )


def _years(listed: ListedRule, view: RuleView) -> str:
    """The years that all versions together are for."""
    first = listed.versions[0]
    return period(first.changed(valid_to=listed.rule.valid_to), view.lang)
