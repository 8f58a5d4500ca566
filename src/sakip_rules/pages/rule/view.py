"""What the sections of a rule's page are written with: where it stands, and what its references mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sakip_rules.markup import NOTHING, Markup, joined, link, prose, safe_html, tag
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.languages import Language, Pair
    from sakip_rules.models import AnyRule, Reference, Text
    from sakip_rules.pages.addresses import PagePlace


@dataclass(frozen=True, slots=True)
class RuleView:
    """The page of a rule as its sections see it."""

    place: PagePlace
    find: Callable[[Reference], AnyRule | None]
    """Gives the rule that a reference means on the first day of this one, if there is one."""
    path_of: Callable[[AnyRule], str | None]
    """Gives the page of a rule, by its path without the language."""

    @property
    def lang(self) -> Language:
        """The language of the page."""
        return self.place.lang

    def say(self, pair: Pair) -> str:
        """Gives a text in the page's language."""
        return self.place.say(pair)

    def text(self, text: Text | None) -> str:
        """Gives a text of a rule in the page's language, empty where there is none."""
        return "" if text is None else safe(text.pair, self.lang)

    def prose(self, text: Text) -> Markup:
        """Gives a longer text of a rule, with the names in it as code."""
        return prose(safe(text.pair, self.lang))

    def rule(self, reference: Reference) -> Markup:
        """Gives the rule that a reference means: its title, its reference, and a link where it has a page."""
        meant = self.find(reference)
        code = tag("code", str(reference))
        path = None if meant is None else self.path_of(meant)
        if meant is None or path is None:
            return code
        return joined([link(self.place.href(path), safe(meant.title.pair, self.lang)), " (", code, ")"])

    def named(self, rule: AnyRule, text: str | None = None) -> Markup:
        """Gives the title of a rule, or another text, with a link where it has a page."""
        shown, path = safe(rule.title.pair, self.lang) if text is None else text, self.path_of(rule)
        return safe_html(shown) if path is None else link(self.place.href(path), shown)

    def link_to(self, rule: AnyRule) -> Markup:
        """Gives the title of a rule with its id, and a link where it has a page."""
        return joined([self.named(rule), " (", tag("code", rule.id), ")"])

    def title_of(self, reference: Reference) -> Pair | None:
        """Gives the title of the rule that a reference means."""
        meant = self.find(reference)
        return None if meant is None else meant.title.pair


def section(key: str, heading: str, *content: str) -> Markup:
    """Gives a section under its stable id; nothing where it has no content."""
    inner = joined(content)
    return tag("section", tag("h2", heading), inner, id=key) if inner else NOTHING


def facts_of(parts: list[str]) -> Markup:
    """Gives short facts as one line, those that there are."""
    known = [tag("span", part) for part in parts if part]
    return tag("p", joined(known, " · "), class_="facts") if known else NOTHING
