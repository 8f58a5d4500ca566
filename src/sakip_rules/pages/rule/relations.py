"""What a rule uses, what uses it, and where its text is read in another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.links.references import uses_of
from sakip_rules.markup import NOTHING, Markup, items, joined, link, tag
from sakip_rules.pages.data import words_of
from sakip_rules.pages.readings import question_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.languages import Pair
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources

_USES: Final[Pair] = ("Memakai", "Uses")
_USED_BY: Final[Pair] = ("Dipakai oleh", "Used by")
_UNUSED: Final[Pair] = (
    "Tidak ada aturan lain di situs ini yang memakainya.",
    "No other rule on this site uses it.",
)
_READINGS: Final[Pair] = ("Tafsir lain atas teks yang sama", "Other readings of the same text")


def relations(subject: RuleSubject, sources: SiteSources, view: RuleView) -> Markup:
    """Gives the rules around a rule, each part that there is; whether another uses it is always said."""
    rule = subject.rule
    used = dict.fromkeys(use.reference for use in uses_of(rule))
    using = dict.fromkeys(loaded.rule.id for loaded in sources.referring.get(rule.id, ()))
    known = [sources.newest[other] for other in using if other in sources.newest]
    return joined([
        _part(_USES, (view.rule(reference) for reference in used), view),
        _part(_USED_BY, map(view.link_to, known), view) or tag("p", view.say(_UNUSED)),
        _part(_READINGS, _questions(subject, sources, view), view),
    ])  # fmt: skip


def _part(heading: Pair, lines: Iterable[Markup], view: RuleView) -> Markup:
    shown = items("ul", lines, class_="relations")
    return joined([tag("h3", view.say(heading)), shown]) if shown else NOTHING


def _questions(subject: RuleSubject, sources: SiteSources, view: RuleView) -> list[Markup]:
    return [
        link(view.place.href(question_path(question)), words_of(question["title"], view.lang))
        for question in sources.questions_about(subject.rule)
    ]
