"""What a formula rule looks like from outside: what it must be given, and what it gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from sakip_rules.expression import NUMBER, UNKNOWN, Entry, Scope
from sakip_rules.links import shapes
from sakip_rules.links.references import CALLED, TABLES, Links
from sakip_rules.loader import LoadedRule
from sakip_rules.models import Body, FormulaRule, Input, Reference
from sakip_rules.plans import InputPlan


@dataclass(frozen=True, slots=True)
class Signature:
    """The inputs of a rule by name, which may be left out, and the type and unit of its result."""

    name: str
    inputs: Mapping[str, Entry]
    collections: Mapping[str, Scope]
    optional: frozenset[tuple[str, ...]]
    """The paths of inputs that have a default, columns of collections too."""
    result: Entry
    states_rounding: bool

    @property
    def names(self) -> set[str]:
        """The names of all inputs."""
        return {*self.inputs, *self.collections}


def signature_of(item: LoadedRule, links: Links) -> Signature:
    """Gives the signature of a formula rule on the day of the links."""
    rule = item.rule
    if not isinstance(rule, FormulaRule):
        raise TypeError(rule.reference)
    optional: set[tuple[str, ...]] = set()
    scope = _inputs_of(rule, links, (), optional)
    return Signature(
        rule.reference,
        scope.names,
        scope.collections,
        frozenset(optional),
        Entry(NUMBER, rule.unit),
        rule.rounding is not None,
    )


def _inputs_of(body: Body, links: Links, path: tuple[str, ...], optional: set[tuple[str, ...]]) -> Scope:
    """Gives the inputs of a body, rows below included; fills in which of them have a default."""
    names: dict[str, Entry] = {}
    collections: dict[str, Scope] = {}
    for name, declared in body.inputs.items():
        if declared.each is not None:
            collections[name] = _inputs_of(declared.each, links, (*path, name), optional)
            continue
        names[name] = entry_of(name, declared, links)
        if declared.default is not None:
            optional.add((*path, name))
    return Scope(names, collections)


def entry_of(name: str, declared: Input, links: Links) -> Entry:
    """Gives the type and unit of an input; unknown where its choices cannot be read."""
    plan = input_plan(name, declared, links)
    return Entry(UNKNOWN) if plan is None else shapes.entry_of(plan)


def input_plan(name: str, declared: Input, links: Links) -> InputPlan | None:
    """Gives an input with the CODEs that its references give it; nothing where one cannot be used."""
    plan = shapes.bare_input(name, declared)
    if isinstance(declared.choices, Reference):
        item = links.get(declared.choices, CALLED)
        if item is None:
            return None
        plan = dataclasses.replace(plan, choices=shapes.choices_of(item))
    if declared.codes is not None:
        item = links.get(declared.codes, TABLES)
        if item is None:
            return None
        plan = dataclasses.replace(plan, codes=shapes.code_table(item))
    return plan
