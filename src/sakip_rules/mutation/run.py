"""Changes a rule in every small way, runs its own examples, and says which changes they let pass."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic_core import ValidationError

from sakip_rules.catalogue import RuleCatalogue, last_day_of
from sakip_rules.checker import Checked
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Place, SakipRulesError
from sakip_rules.examples.runner import resolvers, run_rule_examples
from sakip_rules.links.references import uses_of
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


def mutate_rule(checked: Checked, loaded: LoadedRule) -> RuleMutants:
    """Gives the fate of every small change of a rule without errors."""
    rule = loaded.rule
    if not rule.examples:
        return RuleMutants(rule.reference, loaded.file)
    data: dict[str, Any] = loaded.document.plain()
    bench = _Bench(checked, loaded)
    mutants = [bench.fate(data, made) for made in slips_of(rule, data)]
    return RuleMutants(rule.reference, loaded.file, tuple(mutants))


class _Bench:
    """One rule among the rules that it refers to, where it is changed and tried."""

    def __init__(self, checked: Checked, loaded: LoadedRule) -> None:
        self.loaded = loaded
        self.rule = loaded.rule
        self.day = last_day_of(self.rule.valid_from.year)
        self.needed = [other for other in _needed(checked, loaded) if other.file != loaded.file]
        self.unusable = checked.unusable
        files = {other.file for other in self.needed}
        self.rules = {key: known for key, known in checked.rules.items() if key[0] in files}
        self.original = Resolver(self.checked(loaded), self.day).plan_of(loaded)

    def checked(self, loaded: LoadedRule) -> Checked:
        checked = Checked(RuleCatalogue([*self.needed, loaded]))
        checked.unusable |= self.unusable
        checked.rules |= self.rules
        return checked

    def fate(self, data: dict[str, Any], made: Slip) -> Mutant:
        place = self.loaded.document.place(made.path)
        try:
            rule = RULE_CLASSES[self.rule.kind].read(applied(data, made))
        except ValidationError:
            return Mutant(made, place, "refused")
        # What was wrong with the file before, if only a warning, is not the doing of the change.
        changed = dataclasses.replace(self.loaded, rule=rule, diagnostics=[])
        checked = self.checked(changed)
        found = check_rule(changed, checked)
        if any(diagnostic.severity == "error" for diagnostic in found):
            return Mutant(made, place, "refused")
        if any(not outcome.passed for outcome in run_rule_examples(changed, resolvers(checked))):
            return Mutant(made, place, "killed")
        try:
            plan = Resolver(checked, self.day).plan_of(changed)
        except SakipRulesError:
            return Mutant(made, place, "refused")
        example = telling_input(self.rule, data, self.original, plan)
        return Mutant(made, place, "alike" if example is None else "survived", example)


def _needed(checked: Checked, loaded: LoadedRule) -> list[RuleFile]:
    """A rule and all files of every rule that it refers to, directly or through others."""
    needed: dict[str, RuleFile] = {loaded.file: loaded}
    stack: list[RuleFile] = [loaded]
    while stack:
        taken = stack.pop()
        for use in uses_of(taken.rule) if isinstance(taken, LoadedRule) else ():
            for other in checked.catalogue.files(use.reference.id):
                if other.file not in needed:
                    needed[other.file] = other
                    stack.append(other)
    return list(needed.values())
