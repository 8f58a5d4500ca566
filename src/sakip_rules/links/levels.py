"""The tree of a framework's levels: which stand under which, and what each is known by."""

from __future__ import annotations

from typing import Final

from sakip_rules.links.order import in_order
from sakip_rules.models import FrameworkRule, Level

HEADLINE: Final = "capaian"


def below(rule: FrameworkRule) -> dict[str, tuple[str, ...]]:
    """Gives for every level those that stand directly under it, in the order of the file."""
    tree: dict[str, list[str]] = {name: [] for name in rule.levels}
    for name, level in rule.levels.items():
        for above in dict.fromkeys(level.under):
            if above in tree:
                tree[above].append(name)
    return {name: tuple(names) for name, names in tree.items()}


def root_of(rule: FrameworkRule) -> str:
    """Gives the one level that stands under no other."""
    return next(name for name, level in rule.levels.items() if not level.under)


def levels_from_below(rule: FrameworkRule) -> list[str]:
    """Gives every level after those under it; raises `CircleError`."""
    tree = below(rule)
    return in_order(rule.levels, lambda name: tree[name])


def headline(level: Level) -> str | None:
    """Gives the name of a level's headline value."""
    if level.result is not None:
        return level.result
    return HEADLINE if HEADLINE in {*level.inputs, *level.steps} else None
