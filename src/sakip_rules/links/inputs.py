"""The inputs of a record on a day, and what a rule looks like from outside because of them."""

from __future__ import annotations

from collections.abc import Mapping

from sakip_rules.dataclass import dataclass, replace
from sakip_rules.expression import NUMBER, RANGE, TRUTH, UNKNOWN, Entry, Scope, Type
from sakip_rules.links.references import Links
from sakip_rules.links.shapes import choices_of, code_table, pair
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.models import Body, FormulaRule, Input, Reference
from sakip_rules.plans import InputPlan
from sakip_rules.vocabulary import POLARITIES


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the inputs of one record take: values, and the rows of collections with inputs of their own."""

    plans: Mapping[str, InputPlan]
    """Of values, with their defaults; an input whose choices or codes cannot be read has none."""
    rows: Mapping[str, Inputs]
    declared: Mapping[str, Input]
    """As the file has them, collections too."""
    wrong: Mapping[str, LiteralError]
    """Defaults that are no value of their input."""

    @property
    def scope(self) -> Scope:
        """The types and units under which formulas see them."""
        names = {
            name: entry_of(self.plans[name]) if name in self.plans else Entry(UNKNOWN)
            for name in self.declared
            if name not in self.rows
        }
        return Scope(names, {name: rows.scope for name, rows in self.rows.items()})

    @property
    def optional(self) -> frozenset[tuple[str, ...]]:
        """The paths of those that have a default, columns of collections too."""
        own = {(name,) for name, declared in self.declared.items() if declared.default is not None}
        return frozenset(own.union(*(_below(name, rows.optional) for name, rows in self.rows.items())))


def _below(name: str, paths: frozenset[tuple[str, ...]]) -> set[tuple[str, ...]]:
    return {(name, *path) for path in paths}


def inputs_of(body: Body, links: Links) -> Inputs:
    """Gives the inputs of a body on the day of the links; files nest 32 deep, so rows about ten."""
    plans: dict[str, InputPlan] = {}
    rows: dict[str, Inputs] = {}
    wrong: dict[str, LiteralError] = {}
    for name, declared in body.inputs.items():
        if declared.each is not None:
            rows[name] = inputs_of(declared.each, links)
            continue
        plan = _linked(name, declared, links)
        if plan is None:
            continue
        if declared.default is not None:
            try:
                plan = replace(plan, default=read_literal(declared.default, plan))
            except LiteralError as error:
                wrong[name] = error
        plans[name] = plan
    return Inputs(plans, rows, body.inputs, wrong)


def _linked(name: str, declared: Input, links: Links) -> InputPlan | None:
    """Gives an input without its default; nothing where a reference of it cannot be used."""
    choices = declared.choices if isinstance(declared.choices, tuple) else ()
    codes = None
    if isinstance(declared.choices, Reference):
        listed = links.alias(declared.choices)
        if listed is None:
            return None
        choices = choices_of(listed)
    if declared.codes is not None:
        table = links.table(declared.codes)
        if table is None:
            return None
        codes = code_table(table)
    title, from_rule = pair(declared.title, name), declared.from_ == "rule"
    return InputPlan(name, title, declared.type, declared.unit, choices, codes, from_rule=from_rule)


def entry_of(plan: InputPlan) -> Entry:
    """Gives the type and unit under which formulas see an input."""
    match plan.type:
        case "truth":
            return Entry(TRUTH)
        case "choice":
            return Entry(Type("choice", frozenset(plan.choices)))
        case "polarity":
            return Entry(Type("choice", frozenset(POLARITIES)))
        case "range":
            return Entry(RANGE, plan.unit)
    return Entry(NUMBER, plan.unit)


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


__all__ = ["Inputs", "Signature", "entry_of", "inputs_of", "signature_of"]
