"""What a formula rule looks like from outside: what it must be given, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sakip_rules.expression import NUMBER, Entry, Scope
from sakip_rules.links.inputs import Inputs
from sakip_rules.models import FormulaRule


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
    names: tuple[str, ...]
    """The names of all inputs, in the order of the file."""


def signature_of(rule: FormulaRule, inputs: Inputs) -> Signature:
    """Gives the signature of a rule whose inputs are known."""
    scope = inputs.scope
    return Signature(
        name=rule.reference,
        inputs=scope.names,
        collections=scope.collections,
        optional=inputs.optional,
        result=Entry(NUMBER, rule.unit),
        states_rounding=rule.rounding is not None,
        names=tuple(rule.inputs),
    )
