"""A framework on a page: its levels as a tree, then each level with what it is given, computes and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.links.levels import below, root_of
from sakip_rules.markup import NOTHING, Markup, items, joined, link, tag
from sakip_rules.pages.rule.lexicon import Meaning, lexicon_of_levels
from sakip_rules.pages.rule.records import checks_list, inputs_list, steps_list
from sakip_rules.pages.rule.view import facts_of
from sakip_rules.wording.rules import rounding_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.languages import Pair
    from sakip_rules.models import FormulaRule, FrameworkRule, Level, Reference
    from sakip_rules.pages.rule.lexicon import Lexicon
    from sakip_rules.pages.rule.view import RuleView

LEVEL: Final = "jenjang"

_UNDER: Final[Pair] = ("berada di bawah", "stands under")
_OR: Final[Pair] = (" atau ", " or ")
_HEADLINE: Final[Pair] = ("nilai utamanya", "its headline value is")
_GIVEN: Final[Pair] = ("Masukan", "Inputs")
_COMPUTED: Final[Pair] = ("Langkah", "Steps")
_CHECKED: Final[Pair] = ("Syarat", "Conditions")


def framework_facts(rule: FrameworkRule, view: RuleView) -> Markup:
    """Gives what holds for all levels: their rounding, and what aliases stand for."""
    rounding = [] if rule.rounding is None else [rounding_words(rule.rounding, view.lang)]
    return joined([facts_of(rounding), aliases_list(rule, view)])


def aliases_list(rule: FormulaRule | FrameworkRule, view: RuleView) -> Markup:
    """Gives the scales and tables that formulas call, each with the name that they call it by."""
    lines = (
        joined([tag("code", alias, id=alias_anchor(alias)), " = ", view.rule(reference)])
        for alias, reference in rule.uses.items()
    )
    return items("ul", lines, class_="aliases")


def alias_anchor(alias: str) -> str:
    """Gives the id of an alias on its page."""
    return f"alias-{alias}"


def aliases_in(uses: Mapping[str, Reference], view: RuleView) -> dict[str, Meaning]:
    """Gives what aliases stand for in formulas."""
    return {
        alias: Meaning(view.title_of(reference), alias_anchor(alias)) for alias, reference in uses.items()
    }


def levels_tree(rule: FrameworkRule, view: RuleView) -> Markup:
    """Gives the levels of a framework as an outline, each below those under which its records stand."""
    tree, seen, agenda = below(rule), set[str](), [(root_of(rule), 0)]
    lines: list[Markup] = []
    while agenda:
        name, depth = agenda.pop()
        shown = link(f"#{LEVEL}-{name}", _title(name, rule.levels[name], view))
        lines.append(tag("li", shown, style=f"--depth:{depth}"))
        if name not in seen:
            agenda += [(child, depth + 1) for child in reversed(tree[name])]
        seen.add(name)
    return tag("ul", *lines, class_="tree")


def _title(name: str, level: Level, view: RuleView) -> str:
    return view.text(level.title) if level.title is not None else name


def levels_list(rule: FrameworkRule, view: RuleView) -> Markup:
    """Gives every level whole."""
    aliases = aliases_in(rule.uses, view)
    names = {name: {**aliases, **known} for name, known in lexicon_of_levels(rule.levels).items()}
    return joined(_level(name, level, names[name], view) for name, level in rule.levels.items())


def _level(name: str, level: Level, names: Lexicon, view: RuleView) -> Markup:
    facts: list[str] = [tag("code", name)]
    if level.under:
        above = joined((tag("code", other) for other in level.under), view.say(_OR))
        facts.append(joined([view.say(_UNDER), " ", above]))
    if level.result is not None:
        facts.append(joined([view.say(_HEADLINE), " ", tag("code", level.result)]))
    return tag(
        "section",
        tag("h3", _title(name, level, view)),
        facts_of(facts),
        _part(_GIVEN, inputs_list(level, view, names, (name,)), view),
        _part(_COMPUTED, steps_list(level, view, names, (name,)), view),
        _part(_CHECKED, checks_list(level.checks, view, names, (name,)), view),
        id=f"{LEVEL}-{name}",
        class_="level",
    )


def _part(heading: Pair, content: Markup, view: RuleView) -> Markup:
    return joined([tag("h4", view.say(heading)), content]) if content else NOTHING
