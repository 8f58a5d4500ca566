"""How many changes of rules had each fate."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, get_args

from sakip_rules.mutation import Fate, RuleMutants
from sakip_rules.numbers import decimal_text

FATES: Final[tuple[Fate, ...]] = get_args(Fate)


def counts(rules: Sequence[RuleMutants]) -> dict[Fate, int]:
    """How many changes had each fate."""
    return {fate: sum(rule.count(fate) for rule in rules) for fate in FATES}


def killed_percent(rules: Sequence[RuleMutants]) -> str | None:
    """The share of changes that an example could notice and one does, cut to one place."""
    total = counts(rules)
    noticed, seen = total["killed"], total["killed"] + total["survived"]
    return decimal_text(Fraction(noticed * 1000 // seen, 10), 1) if seen else None
