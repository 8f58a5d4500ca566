"""Changes a rule in every small way, runs its own examples, and says which changes they let pass."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from sakip_rules.catalogue import RuleCatalogue, last_day_of
from sakip_rules.checker import Checked
from sakip_rules.checker.references import uses_of
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Place, SakipRulesError
from sakip_rules.examples.runner import resolvers, run_rule_examples
from sakip_rules.loader import LoadedRule, RuleFile
from sakip_rules.models import RULE_CLASSES
from sakip_rules.mutation.edits import Slip, applied
from sakip_rules.mutation.slips import slips_of
from sakip_rules.mutation.telling import telling_input
from sakip_rules.resolver import Resolver

Fate = Literal["refused", "killed", "alike", "survived"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change and its fate.

    `refused`: the checker sees it; `killed`: an example sees it; `alike`: no input that was tried
    tells it from the original; `survived`: `example` would have caught it, and no example does.
    """

    slip: Slip
    place: Place | None
    fate: Fate
    example: str | None = None


@dataclass(frozen=True, slots=True)
class RuleMutants:
    """All changes of one rule."""

    rule: str
    file: str
    mutants: tuple[Mutant, ...] = field(default=())

    def count(self, fate: Fate) -> int:
        """How many changes had a fate."""
        return sum(mutant.fate == fate for mutant in self.mutants)

    @property
    def survivors(self) -> list[Mutant]:
        """The changes that no example of the rule notices, though an input tells them apart."""
        return [mutant for mutant in self.mutants if mutant.fate == "survived"]


def mutate_rule(checked: Checked, item: LoadedRule) -> RuleMutants:
    """Gives the fate of every small change of a rule without errors."""
    rule = item.rule
    if not rule.examples:
        return RuleMutants(rule.reference, item.file)
    data: dict[str, Any] = item.document.plain()
    bench = _Bench(checked, item)
    mutants = [bench.fate(data, made) for made in slips_of(rule, data)]
    return RuleMutants(rule.reference, item.file, tuple(mutants))


class _Bench:
    """One rule among the rules that it refers to, where it is changed and tried."""

    def __init__(self, checked: Checked, item: LoadedRule) -> None:
        self.item = item
        self.rule = item.rule
        self.day = last_day_of(self.rule.valid_from.year)
        self.needed = [one for one in _needed(checked, item) if one.file != item.file]
        self.unusable = checked.unusable
        self.original = Resolver(self.checked(item), self.day).plan_of(item)

    def checked(self, item: LoadedRule) -> Checked:
        checked = Checked(RuleCatalogue([*self.needed, item]))
        checked.unusable |= self.unusable
        return checked

    def fate(self, data: dict[str, Any], made: Slip) -> Mutant:
        place = self.item.document.place(made.path)
        try:
            rule = RULE_CLASSES[self.rule.kind].model_validate(applied(data, made))
        except ValidationError:
            return Mutant(made, place, "refused")
        changed = dataclasses.replace(self.item, rule=rule, diagnostics=[])
        checked = self.checked(changed)
        found = check_rule(changed, checked)
        if any(one.severity == "error" for one in found):
            return Mutant(made, place, "refused")
        if any(not outcome.passed for outcome in run_rule_examples(changed, resolvers(checked))):
            return Mutant(made, place, "killed")
        try:
            plan = Resolver(checked, self.day).plan_of(changed)
        except SakipRulesError:
            return Mutant(made, place, "refused")
        example = telling_input(self.rule, data, self.original, plan)
        return Mutant(made, place, "alike" if example is None else "survived", example)


def _needed(checked: Checked, item: LoadedRule) -> list[RuleFile]:
    """A rule and all files of every rule that it refers to, directly or through others."""
    found: dict[str, RuleFile] = {item.file: item}
    stack: list[RuleFile] = [item]
    while stack:
        taken = stack.pop()
        for use in uses_of(taken.rule) if isinstance(taken, LoadedRule) else ():
            for other in checked.catalogue.files(use.reference.id):
                if other.file not in found:
                    found[other.file] = other
                    stack.append(other)
    return list(found.values())
