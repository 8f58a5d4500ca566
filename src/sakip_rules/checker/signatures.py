"""What a formula rule looks like from outside: what it must be given, and what it gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from sakip_rules.catalogue import rule_of
from sakip_rules.checker import shapes
from sakip_rules.checker.references import CALLED, Links
from sakip_rules.expression import NUMBER, Entry, Scope
from sakip_rules.loader import LoadedRule
from sakip_rules.models import Body, FormulaRule, Input, Reference


@dataclass(frozen=True, slots=True)
class Signature:
    """The inputs of a rule by name, which may be left out, and the type and unit of its result."""

    name: str
    inputs: Mapping[str, Entry]
    defaults: frozenset[str]
    collections: Mapping[str, Scope]
    optional_columns: frozenset[tuple[str, ...]]
    result: Entry
    states_rounding: bool


def signature_of(item: LoadedRule, links: Links) -> Signature:
    """Gives the signature of a formula rule on the day of the links."""
    rule = rule_of(item)
    if not isinstance(rule, FormulaRule):
        raise TypeError(rule.reference)
    optional: set[tuple[str, ...]] = set()
    scope = inputs_of(rule, links, (), optional)
    defaults = frozenset(name for name, entry in rule.inputs.items() if entry.default is not None)
    return Signature(
        rule.reference,
        scope.names,
        defaults,
        scope.collections,
        frozenset(optional),
        Entry(NUMBER, rule.unit),
        rule.rounding is not None,
    )


def inputs_of(body: Body, links: Links, path: tuple[str, ...], optional: set[tuple[str, ...]]) -> Scope:
    """Gives the inputs of a body, rows below included; fills in which columns have a default."""
    names: dict[str, Entry] = {}
    collections: dict[str, Scope] = {}
    for name, declared in body.inputs.items():
        if declared.each is not None:
            collections[name] = inputs_of(declared.each, links, (*path, name), optional)
            continue
        names[name] = _entry(name, declared, links)
        if declared.default is not None:
            optional.add((*path, name))
    return Scope(names, collections)


def _entry(name: str, declared: Input, links: Links) -> Entry:
    plan = shapes.bare_input(name, declared)
    if isinstance(declared.choices, Reference):
        item = links.get(declared.choices, CALLED)
        plan = dataclasses.replace(plan, choices=shapes.choices_of(item) if item else ())
    return shapes.entry_of(plan)
