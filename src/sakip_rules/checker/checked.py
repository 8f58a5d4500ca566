"""A checked catalogue: what is wrong with each file, and the types, units and order that were found."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TypeAlias

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.dataclass import dataclass
from sakip_rules.expression import Entry
from sakip_rules.links.inputs import Inputs
from sakip_rules.links.references import Meaning
from sakip_rules.links.shapes import alias_plan
from sakip_rules.links.verdict import Verdict
from sakip_rules.models import AliasRule, FormulaRule, FrameworkRule
from sakip_rules.plans import AliasPlan, Source


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """A record whose formulas were checked: what its inputs take, and what its steps give."""

    inputs: Inputs
    rows: Mapping[str, CheckedRecord]
    """The rows of the collections among the inputs."""
    steps: Mapping[str, Entry]
    """Each step after those that it uses, with its type, and its unit where that is certain."""
    columns: Mapping[str, Mapping[str, Entry]]
    """For steps that are fixed rows, what each column holds."""


@dataclass(frozen=True, slots=True)
class CheckedFormula:
    """A formula rule whose record was checked."""

    rule: FormulaRule
    record: CheckedRecord


@dataclass(frozen=True, slots=True)
class CheckedFramework:
    """A framework whose levels were checked: each after those below it."""

    rule: FrameworkRule
    levels: Mapping[str, CheckedRecord]


CheckedRule: TypeAlias = CheckedFormula | CheckedFramework


class Checked(Verdict):
    """The verdict on a catalogue, and what was found of each rule with formulas.

    `rules` has a rule once for everything that its references mean on some day.
    """

    def __init__(self, catalogue: RuleCatalogue) -> None:
        super().__init__(catalogue)
        self.rules: dict[tuple[str, Meaning], CheckedRule] = {}
        self.chains: dict[str, int] = {}
        """For each file, how many references the longest chain below it has."""
        self._alias_plans: dict[str, AliasPlan] = {}

    @classmethod
    def after(cls, before: Checked, catalogue: RuleCatalogue, again: Container[str]) -> Checked:
        """Gives what an earlier check found of all files but those that are to be checked again."""
        checked = cls(catalogue)
        checked.keep(before, again)
        checked.chains = {**before.chains}  # those of files that are checked again are measured anew
        checked.rules = {key: rule for key, rule in before.rules.items() if key[0] not in again}
        return checked

    def alias_plan(self, rule: AliasRule, source: Source) -> AliasPlan:
        """Gives the scale or table of a file, which refers to nothing: made once for all days."""
        if source.reference not in self._alias_plans:
            self._alias_plans[source.reference] = alias_plan(rule, source)
        return self._alias_plans[source.reference]


__all__ = ["Checked", "CheckedFormula", "CheckedFramework", "CheckedRecord", "CheckedRule"]
