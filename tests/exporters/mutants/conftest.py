"""Rules whose changes had certain fates."""

from collections.abc import Callable

import pytest

from sakip_rules.diagnostics import Place
from sakip_rules.mutation import Fate, Mutant, RuleMutants
from sakip_rules.mutation.edits import slip

Fated = Callable[..., RuleMutants]


def mutant(fate: Fate) -> Mutant:
    """One change with a fate."""
    made = slip("comparison", ("checks", 0, "expect"), "a <= b", "a < b")
    example = "given: {a: 1}, result: 1" if fate == "survived" else None
    return Mutant(made, Place("contoh/a/1.0.0.yaml", 12), fate, example)


@pytest.fixture
def fated() -> Fated:
    """Gives a rule whose changes had these fates."""

    def rule(*fates: Fate) -> RuleMutants:
        return RuleMutants("contoh/a@1.0.0", "contoh/a/1.0.0.yaml", tuple(map(mutant, fates)))

    return rule
