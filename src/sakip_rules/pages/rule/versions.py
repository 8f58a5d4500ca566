"""The versions of a rule: which years each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.pages.markup import Markup, joined, link, tag
from sakip_rules.wording.rules import period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule
    from sakip_rules.pages.rule.view import RuleView

_SUPERSEDES: Final[Pair] = ("menggantikan", "supersedes")


def versions_list(rule: AnyRule, versions: Iterable[AnyRule], view: RuleView) -> Markup:
    """Gives every version with its years, this one without a link."""
    return tag("ol", *(_version(rule, version, view) for version in versions), class_="versions")


def _version(rule: AnyRule, version: AnyRule, view: RuleView) -> Markup:
    path = None if version is rule else view.path_of(version)
    name = tag("strong", version.version) if path is None else link(view.place.href(path), version.version)
    shown = [name, f" {period(version, view.lang)}"]
    if version.supersedes is not None:
        shown.append(f", {view.say(_SUPERSEDES)} {version.supersedes}")
    return tag("li", joined(shown))
