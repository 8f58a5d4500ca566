"""Checks of a record: its inputs, steps and checks, for a rule, for rows, and for a level.

`RecordCheck` goes through a body once, inputs first and then steps in the order in which they are
computed, and builds the scope that formulas see on the way.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sakip_rules.catalogue import rule_of
from sakip_rules.checker import shapes
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.formulas import check_computation, check_truth, mentioned
from sakip_rules.checker.order import CircleError, formula_texts, in_order, step_needs
from sakip_rules.checker.references import CALLED, FORMULA_KINDS, Links, Path
from sakip_rules.checker.signatures import Signature, signature_of
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import (
    NUMBER,
    UNKNOWN,
    Alias,
    Analysis,
    Entry,
    Scope,
    Type,
    parse,
)
from sakip_rules.expression import FormulaFaultError, units
from sakip_rules.expression.tree import Name
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.models import Body, FormulaRule, Input, Level, Reference, Step
from sakip_rules.models import Formula as FormulaField
from sakip_rules.plans import InputPlan

YEAR = "year"
RESULT = "result"


@dataclass(slots=True)
class RuleContext:
    """What holds in the whole rule on one day: links, aliases, visible CODEs, findings, uses."""

    links: Links
    findings: Findings
    aliases: Mapping[str, Alias] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    used: set[Path] = field(default_factory=set)
    """Paths of inputs, columns and aliases that something reads."""


class RecordCheck:
    """The checks of one body; `names` and `collections` grow as inputs and steps are done."""

    def __init__(self, body: Body, path: Path, context: RuleContext, *, prefix: Path = ()) -> None:
        self.body = body
        self.path = path
        self.context = context
        self.findings = context.findings
        self.prefix = prefix
        self.names: dict[str, Entry] = {}
        self.collections: dict[str, Scope] = {}
        self.in_level = isinstance(body, Level)
        if self.in_level:
            self.names[YEAR] = Entry(NUMBER)

    @property
    def scope(self) -> Scope:
        """What a formula of this record may see so far."""
        codes, aliases = self.context.codes, self.context.aliases
        return Scope(self.names, self.collections, aliases, codes, self.in_level)

    def seen(self, analysis: Analysis) -> None:
        """Counts what a formula uses."""
        used = self.context.used
        used.update((*self.prefix, name) for name in analysis.names)
        used.update(("uses", alias) for alias in analysis.aliases)
        for path in analysis.paths:
            parts = path[:-1] if path[-1] in ("min", "max") else path
            used.update((*self.prefix, *parts[: end + 1]) for end in range(len(parts)))

    def run(self) -> Scope:
        """Checks inputs and steps; gives the scope of the whole record."""
        for name, declared in self.body.inputs.items():
            self.input(name, declared)
        for name in self.ordered_steps():
            self.step(name, self.body.steps[name])
        return self.scope

    def run_checks(self, result: Entry | None = None) -> None:
        """Checks the conditions of the record; `result` is visible in those of a formula rule."""
        scope = self.scope if result is None else self.scope.with_names({RESULT: result})
        for index, check in enumerate(self.body.checks):
            path = (*self.path, "checks", index, "expect")
            check_truth(check.expect, path, scope, self.findings, self.seen)

    # inputs

    def input(self, name: str, declared: Input) -> None:
        path = (*self.path, "inputs", name)
        if declared.each is not None:
            below = RecordCheck(declared.each, (*path, "each"), self.context, prefix=(*self.prefix, name))
            self.collections[name] = below.run()
            below.run_checks()
            return
        plan = self.input_plan(name, declared)
        self.names[name] = shapes.entry_of(plan)
        if declared.default is not None:
            try:
                read_literal(declared.default, plan)
            except LiteralError as error:
                at = (*path, "default", *error.path)
                self.findings.add(error.key, at, **error.texts)

    def input_plan(self, name: str, declared: Input) -> InputPlan:
        """The input with the CODEs that its references give it."""
        plan = shapes.bare_input(name, declared)
        if isinstance(declared.choices, Reference):
            item = self.context.links.get(declared.choices, CALLED)
            plan = dataclasses.replace(plan, choices=shapes.choices_of(item) if item else ())
        if declared.codes is not None:
            item = self.context.links.get(declared.codes, ("table",))
            plan = dataclasses.replace(plan, codes=shapes.code_table(item) if item else {})
        return plan

    # steps

    def ordered_steps(self) -> list[str]:
        """Step names in the order of computing; a circle is a finding."""
        steps = self.body.steps
        called = {name: self.called_inputs(step) for name, step in steps.items()}
        try:
            return in_order(steps, lambda name: step_needs(name, steps[name], steps, called))
        except CircleError as circle:
            path = " → ".join(circle.path)
            self.findings.at_key("reference-cycle", (*self.path, "steps", circle.path[0]), path=quoted(path))
            self.assume_unknown()
            return list(steps)

    def assume_unknown(self) -> None:
        """Lets formulas name every step, whatever it gives: a circle has no order to learn it in."""
        for name, step in self.body.steps.items():
            if step.rows is None:
                self.names.setdefault(name, Entry(UNKNOWN))
            else:
                columns = {column: Entry(UNKNOWN) for _, cells in step.rows for column in cells}
                self.collections.setdefault(name, Scope(columns))

    def called_inputs(self, step: Step) -> tuple[str, ...]:
        item = self.context.links.get(step.rule, FORMULA_KINDS)
        rule = rule_of(item) if item else None
        return tuple(rule.inputs) if isinstance(rule, FormulaRule) else ()

    def step(self, name: str, step: Step) -> None:
        path = (*self.path, "steps", name)
        if step.rows is not None:
            self.fixed_rows(name, step, path)
            return
        if step.rule is not None:
            entry = self.call(step, path)
        else:
            field_path = (*path, "formula")
            assert step.formula is not None  # noqa: S101 - the model wants exactly one of the three
            entry = self.computed(step.formula, field_path, step.unit)
        self.names[name] = Entry(entry.type, units.declared_or(entry.unit, step.unit))
        self.attributes(step, self.names[name], path)

    def computed(self, formula: FormulaField, path: Path, declared: str | None) -> Entry:
        """A formula with the unit that is declared for its value."""
        entry = check_computation(formula, path, self.scope, self.findings, self.seen)
        if entry.type.kind == "range":
            entry = Entry(NUMBER, entry.unit)
        if units.clashes_with_declared(entry.unit, declared):
            texts = {"inferred": quoted(str(entry.unit)), "declared": quoted(str(declared))}
            self.findings.add("unit-mismatch.percent", path, **texts)
        return entry

    def attributes(self, step: Step, entry: Entry, path: Path) -> None:
        """Rounding and scale are for numbers; value and scale have one unit."""
        if entry.type.kind not in ("number", "unknown"):
            for key in ("rounding", "scale"):
                if getattr(step, key) is not None:
                    self.findings.at_key("type-mismatch.attribute", (*path, key), key=quoted(key))
            return
        self.scale_unit(step.scale, entry.unit, (*path, "scale"))

    def scale_unit(self, scale: Reference | None, unit: str | None, path: Path) -> None:
        """A value and its scale have one unit."""
        item = self.context.links.get(scale, ("scale",))
        other = getattr(rule_of(item), "unit", None) if item else None
        if units.differ(unit, other):
            texts = {"one": quoted(str(unit)), "other": quoted(str(other))}
            self.findings.add("unit-mismatch.scale", path, **texts)

    def fixed_rows(self, name: str, step: Step, path: Path) -> None:
        """A collection written in the rule: a column has the type and unit of its cells."""
        columns: dict[str, list[Entry]] = {}
        for index, (row_id, cells) in enumerate(step.rows or ()):
            for column, cell in cells.items():
                at = (*path, "rows", index if row_id is None else row_id, column)
                entry = check_computation(cell, at, self.scope, self.findings, self.seen)
                if entry.type.kind not in ("number", "range", "choice", "unknown"):
                    self.findings.add("type-mismatch.cell", at)
                columns.setdefault(column, []).append(entry)
        entries = {column: _column(cells) for column, cells in columns.items()}
        self.collections[name] = Scope(entries)

    # calls of rules

    def call(self, step: Step, path: Path) -> Entry:
        """A step that another rule computes: every input of that rule is bound."""
        item = self.context.links.get(step.rule, FORMULA_KINDS)
        if item is None:
            for name, formula in step.with_.items():
                check_computation(formula, (*path, "with", name), self.scope, self.findings, self.seen)
            self.use_all()
            return Entry(UNKNOWN)
        signature = signature_of(item, self.context.links)
        if step.rounding is not None and signature.states_rounding:
            self.findings.at_key("rounding-twice", (*path, "rounding"), rule=quoted(signature.name))
        self.bind(step, signature, path)
        if units.differ(signature.result.unit, step.unit):
            texts = {"one": quoted(str(signature.result.unit)), "other": quoted(str(step.unit))}
            self.findings.at_key("unit-mismatch", (*path, "unit"), **texts)
        return signature.result

    def use_all(self) -> None:
        """Counts everything as used: nobody knows what a rule that is not there would read."""
        used = self.context.used
        used.update((*self.prefix, name) for name in (*self.body.inputs, *self.body.steps))
        used.update((*self.prefix, name, "*") for name in self.collections)

    def bind(self, step: Step, signature: Signature, path: Path) -> None:
        for name in step.with_:
            if name not in signature.inputs and name not in signature.collections:
                near = did_you_mean(name, {*signature.inputs, *signature.collections})
                self.findings.at_key("unknown-name", (*path, "with", name), name=quoted(name), near=near)
        for name, wanted in signature.inputs.items():
            self.bind_value(name, wanted, step, signature, path)
        for name, scope in signature.collections.items():
            self.bind_collection(name, scope, step, signature, path)

    def bind_value(self, name: str, wanted: Entry, step: Step, signature: Signature, path: Path) -> None:
        at: Path = (*path, "with", name)
        if name in step.with_:
            found = self.bound_formula(step.with_[name], wanted, at)
        elif name in self.names:
            at = (*path, "rule")
            self.context.used.add((*self.prefix, name))
            found = self.names[name]
        elif name in signature.defaults:
            return
        else:
            near = did_you_mean(name, {*self.names, *self.collections})
            texts = {"name": quoted(name), "rule": quoted(signature.name), "near": near}
            self.findings.add("unbound-input", (*path, "rule"), **texts)
            return
        self.fits(found, wanted, name, at)

    def bound_formula(self, formula: FormulaField, wanted: Entry, at: Path) -> Entry:
        """A formula of `with`: it also sees the CODEs of the input it is for."""
        codes = self.context.codes | wanted.type.codes
        scope = dataclasses.replace(self.scope, codes=codes)
        return check_computation(formula, at, scope, self.findings, self.seen)

    def fits(self, found: Entry, wanted: Entry, name: str, at: Path) -> None:
        """Holds a bound value to the type and unit of its input."""
        if not _fits(found.type, wanted.type):
            self.findings.add("type-mismatch.bound", at, name=quoted(name))
        elif units.differ(found.unit, wanted.unit):
            texts = {"one": quoted(str(found.unit)), "other": quoted(str(wanted.unit))}
            self.findings.add("unit-mismatch.bound", at, name=quoted(name), **texts)

    def bind_collection(self, name: str, wanted: Scope, step: Step, signature: Signature, path: Path) -> None:
        """A collection is bound whole; its columns are found by name."""
        source, at = name, (*path, "rule")
        if name in step.with_:
            source, at = _bare_name(step.with_[name]) or "", (*path, "with", name)
        if source not in self.collections:
            self.seen(mentioned(" ".join(formula_texts(step.with_.get(name)))))
            key = "type-mismatch.collection" if name in step.with_ else "unbound-input"
            near = did_you_mean(source or name, self.collections)
            texts = {"name": quoted(name), "rule": quoted(signature.name), "near": near}
            self.findings.add(key, at, **texts)
            return
        self.context.used.add((*self.prefix, source))
        self.context.used.add((*self.prefix, source, "*"))
        self.columns(self.collections[source], wanted, signature, (name,), at)

    def columns(
        self, found: Scope, wanted: Scope, signature: Signature, path: tuple[str, ...], at: Path
    ) -> None:
        for column, entry in wanted.names.items():
            label = ".".join((*path, column))
            if column in found.names:
                self.fits(found.names[column], entry, label, at)
            elif (*path, column) not in signature.optional_columns:
                near = did_you_mean(column, found.names)
                texts = {"name": quoted(label), "rule": quoted(signature.name), "near": near}
                self.findings.add("unbound-input", at, **texts)
        for inner, scope in wanted.collections.items():
            below = found.collections.get(inner)
            if below is None:
                texts = {"name": quoted(".".join((*path, inner))), "rule": quoted(signature.name)}
                near = did_you_mean(inner, found.collections)
                self.findings.add("unbound-input", at, near=near, **texts)
            else:
                self.columns(below, scope, signature, (*path, inner), at)


def _column(cells: Iterable[Entry]) -> Entry:
    """The type of a column, and its unit if all cells have one."""
    kinds = list(cells)
    unit = units.joined(entry.unit for entry in kinds)
    choices = [entry.type for entry in kinds if entry.type.kind == "choice"]
    if len(choices) == len(kinds):
        codes = frozenset(code for kind in choices for code in kind.codes)
        return Entry(Type("choice", codes, literal=all(kind.literal for kind in choices)))
    if choices:
        return Entry(UNKNOWN)
    return Entry(NUMBER, None if unit == units.LITERAL else unit)


def _fits(found: Type, wanted: Type) -> bool:
    if "unknown" in (found.kind, wanted.kind):
        return True
    if wanted.kind == "range":
        return found.kind in ("number", "range")
    if found.kind != wanted.kind:
        return False
    return wanted.kind != "choice" or (found.codes <= wanted.codes and not found.lacking)


def _bare_name(formula: FormulaField) -> str | None:
    if not isinstance(formula, str):
        return None
    try:
        root = parse(formula).root
    except FormulaFaultError:
        return None
    return root.name if isinstance(root, Name) else None


__all__ = ["RESULT", "YEAR", "RecordCheck", "RuleContext"]
