"""What pages about more than one rule have alike: their head, and how they list rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.explainer.search import confidences
from sakip_rules.markup import NOTHING, Markup, joined, prose, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.data import read, words_of
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.rule.basis import badge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.models import AnyRule
    from sakip_rules.pages.paper import PageKind
    from sakip_rules.pages.rule.view import RuleView


def headed_page(
    kind: PageKind,
    title: str,
    about: str,
    content: Sequence[Markup],
    view: RuleView,
    *,
    heading: str = "",
    **facts: str | Sequence[str],
) -> MadePage:
    """Gives a page under its title, or a heading that says it with code in it, and a sentence."""
    head = tag(
        "header",
        tag("h1", prose(heading or title)),
        tag("p", prose(about), class_="answer") if about else NOTHING,
    )
    body = joined([head, *content])
    return MadePage(path_in(view.lang, view.place.path), kind, title, about or title, body, facts)


def texts_of(page: str, view: RuleView) -> tuple[str, str]:
    """Gives the title and the text at the top of a page."""
    stated = read("texts")[page]
    return words_of(stated["title"], view.lang), words_of(stated["text"], view.lang)


def badges(rule: AnyRule, view: RuleView) -> Markup:
    """Gives how surely a rule is known: its surest and, if it is another, its least sure basis."""
    known = confidences(rule)
    return joined((badge(word, view) for word in dict.fromkeys((known[0], known[-1]))), " – ")
