"""Checks of a record: its inputs, steps and checks, for a rule, for rows, and for a level.

`RecordCheck` goes through a body once, inputs first and then steps in the order in which they are
computed, and builds the scope that formulas see on the way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sakip_rules.checker.calls import Calls
from sakip_rules.checker.checked import CheckedRecord
from sakip_rules.checker.constants import Constants, check_conditions
from sakip_rules.checker.context import RuleContext
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.formulas import NO_CALLS, FormulaCheck, Judged
from sakip_rules.checker.unused import mark_used
from sakip_rules.checker.weights import check_weights
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import NUMBER, ROWS, TRUTH, UNKNOWN, Entry, Scope, Type, units
from sakip_rules.expression.tree import YEAR
from sakip_rules.links.bodies import step_needs
from sakip_rules.links.inputs import Inputs
from sakip_rules.links.order import Needs, circle_through, components
from sakip_rules.models import Body, FixedRow, FormulaField, Level, Reference, Step
from sakip_rules.results import settle
from sakip_rules.values import Value

NO_NAMES: Final[Mapping[str, Entry]] = MappingProxyType({})
TRIED_LISTS: Final = 20
"""How many lists of CODEs are tried on a step whose type only last year's value of itself could tell."""


class RecordCheck:
    """The checks of one body; `names` and `collections` grow as inputs and steps are done."""

    def __init__(
        self, body: Body, inputs: Inputs, path: Path, context: RuleContext, *, prefix: Path = ()
    ) -> None:
        self.body = body
        self.inputs = inputs
        self.path = path
        self.context = context
        self.findings = context.findings
        self.prefix = prefix
        self.names: dict[str, Entry] = {}
        self.collections: dict[str, Scope] = {}
        self.rows: dict[str, CheckedRecord] = {}
        self.order: list[str] = []
        """The names of the steps, each after those that it uses."""
        self.in_level = isinstance(body, Level)
        if self.in_level:
            self.names[YEAR] = Entry(NUMBER)
        self.formulas = FormulaCheck(context.findings)
        self.constants = Constants(context.codes, context.calls, context.meter)
        self.calls = Calls(self, context)

    @property
    def scope(self) -> Scope:
        """What a formula of this record may see so far."""
        return Scope(self.names, self.collections, self.context.aliases, self.context.codes, self.in_level)

    @property
    def outward(self) -> Scope:
        """What a record above may see of this one: its inputs and steps, but not its year."""
        names = {name: entry for name, entry in self.names.items() if name != YEAR}
        return Scope(names, self.collections)

    @property
    def checked(self) -> CheckedRecord:
        """What was found: types, units, order."""
        fixed = {name for name, step in self.body.steps.items() if step.rows is not None}
        steps = {name: Entry(ROWS) if name in fixed else self.names[name] for name in self.order}
        columns = {name: self.collections[name].names for name in fixed}
        return CheckedRecord(self.inputs, self.rows, steps, columns)

    def run(self) -> None:
        """Checks inputs and steps."""
        self.names |= self.inputs.scope.names
        for name, error in self.inputs.wrong.items():
            at = (*self.path, "inputs", name, "default", *error.path)
            self.findings.add(error.key, at, **error.texts)
        for name, declared in self.body.inputs.items():
            if declared.each is not None:
                self.collection(name, declared.each)
        self.steps()

    def run_checks(self, more: Mapping[str, Entry] = NO_NAMES) -> None:
        """Checks the conditions of the record, which may see more names than its formulas."""
        scope = self.scope.with_names(more)
        conditions = check_conditions(self.body.checks, self.path, scope, self.formulas, self.constants)
        check_weights(self.formulas.read, conditions, self.body, self.findings)
        mark_used(self.formulas, self.prefix, self.context.used)

    # inputs

    def collection(self, name: str, each: Body) -> None:
        """Checks the rows of a collection. Files nest 32 deep, so rows stand about ten deep in rows."""
        path, prefix = (*self.path, "inputs", name, "each"), (*self.prefix, name)
        below = RecordCheck(each, self.inputs.rows[name], path, self.context, prefix=prefix)
        below.run()
        below.run_checks()
        self.collections[name] = below.outward
        self.rows[name] = below.checked

    # steps

    def steps(self) -> None:
        """Checks steps in the order of computing; a circle is a finding.

        What stands in a circle may be anything at first. One through `tahun_lalu` is none, but has no
        order to learn types in either: a second round then sees what the first has learnt.
        """
        needs = self._needs(last_year=False)
        parts = components(self.body.steps, needs)
        for names, is_circle in parts:
            if is_circle:
                path = quoted(" → ".join(circle_through(names[0], set(names), needs)))
                self.findings.at_key("reference-cycle", (*self.path, "steps", names[0]), path=path)
        self.order = [name for names, _ in parts for name in names]
        if self.in_level:
            parts = components(self.body.steps, self._needs(last_year=True))
        circular = [name for names, is_circle in parts if is_circle for name in names]
        self._assume_unknown(circular)
        order = [name for names, _ in parts for name in names]
        self._round(order)
        if circular:
            self._round(order)
        if self._settle_types(circular):
            self._round(order)

    def _round(self, order: Sequence[str]) -> None:
        """Checks every step; what names give to rules is judged anew, by the types that they have by now."""
        self.calls.by_name.clear()
        for name in order:
            self.step(name, self.body.steps[name])

    def _needs(self, *, last_year: bool) -> Needs:
        steps = self.body.steps
        needs = {
            name: step_needs(step, steps, self._inputs_of, last_year=last_year)
            for name, step in steps.items()
        }
        return needs.__getitem__

    def _inputs_of(self, rule: Reference) -> Sequence[str]:
        signature = self.context.signature(rule)
        return signature.names if signature else ()

    def _assume_unknown(self, names: list[str]) -> None:
        for name in names:
            rows = self.body.steps[name].rows
            if rows is None:
                self.names[name] = Entry(UNKNOWN)
            else:
                columns = {column: Entry(UNKNOWN) for _, cells in rows for column in cells}
                self.collections[name] = Scope(columns)

    def _settle_types(self, names: list[str]) -> bool:
        """Gives types to steps that their own value of last year has left without; says if there were any.

        `tahun_lalu.a if given(tahun_lalu.a) else x` is of the type that, taken for `a`, comes out again.
        """
        unknown = [name for name in names if self.names.get(name, Entry(NUMBER)).type == UNKNOWN]
        for name in unknown:
            formula = self.body.steps[name].formula
            fitting = (kind for kind in self._kinds() if formula and self._gives(name, formula, kind))
            self.names[name] = Entry(next(fitting, UNKNOWN), self.names[name].unit)
        return bool(unknown)

    def _kinds(self) -> list[Type]:
        """The types that a step of this record could have."""
        entries = [*self.names.values(), *(alias.result for alias in self.context.aliases.values())]
        choices = (entry.type for entry in entries if entry.type.kind == "choice")
        return [NUMBER, TRUTH, *list(dict.fromkeys(choices))[:TRIED_LISTS]]

    def _gives(self, name: str, formula: FormulaField, kind: Type) -> bool:
        """Says whether a formula gives a type if the step that it is for has that type."""
        trial = FormulaCheck(Findings(self.findings.document))
        scope = self.scope.with_names({name: Entry(kind)})
        judged = trial.computation(formula, (), scope)
        return judged.is_sound and judged.entry.type == kind

    def step(self, name: str, step: Step) -> None:
        """Checks one step, when all that it uses is known."""
        path = (*self.path, "steps", name)
        if step.rows is not None:
            self.fixed_rows(name, step.rows, path)
            return
        called = self.calls.check(step, path)
        if step.formula is not None:
            judged = self.computed(step.formula, (*path, "formula"), step.unit, called)
            if judged.is_sound:
                self._learn(name, step, self.constants.value(step.formula))
            entry = judged.entry
        else:
            entry = called[()]
        self.names[name] = Entry(entry.type, units.declared_or(entry.unit, step.unit))
        self.attributes(step, self.names[name], path)

    def _learn(self, name: str, step: Step, value: Value | None) -> None:
        """Keeps the carried value of a step that needs no data."""
        if value is not None:
            rounding = step.rounding or (self.context.rounding if self.in_level else None)
            self.constants.known[name] = settle(value, rounding)[1]

    def computed(
        self, formula: FormulaField, path: Path, declared: str | None, called: Mapping[Path, Entry] = NO_CALLS
    ) -> Judged:
        """A formula with the unit that is declared for it; `called` is what rules in its cases give."""
        judged = self.formulas.computation(formula, path, self.scope, called)
        entry = judged.entry
        if entry.type.kind == "range":
            entry = Entry(NUMBER, entry.unit)
        is_told = any(units.differ(one.unit, declared) for one in called.values())
        if not is_told and units.clashes_with_declared(entry.unit, declared):
            inferred = quoted(str(entry.unit))
            self.findings.add(
                "unit-mismatch.percent", path, inferred=inferred, declared=quoted(str(declared))
            )
        return Judged(entry, judged.is_sound)

    def attributes(self, step: Step, entry: Entry, path: Path) -> None:
        """Rounding and scale are for numbers; value and scale have one unit."""
        if entry.type.kind in ("number", "unknown"):
            self.scale_unit(step.scale, entry.unit, (*path, "scale"))
            return
        for key in ("rounding", "scale"):
            if getattr(step, key) is not None:
                self.findings.at_key("type-mismatch.attribute", (*path, key), key=quoted(key))

    def scale_unit(self, scale: Reference | None, unit: str | None, path: Path) -> None:
        """A value and its scale have one unit."""
        rule = self.context.links.scale(scale)
        other = rule.unit if rule is not None else None
        if units.differ(unit, other):
            texts = {"one": quoted(str(unit)), "other": quoted(str(other))}
            self.findings.add("unit-mismatch.scale", path, **texts)

    # fixed rows

    def fixed_rows(self, name: str, rows: tuple[FixedRow, ...], path: Path) -> None:
        """A collection written in the rule: a column has the type and unit of its cells."""
        columns: dict[str, list[Entry]] = {}
        kinds: dict[str, str] = {}
        unsound: set[tuple[int, str]] = set()
        for index, (row_id, cells) in enumerate(rows):
            for column, cell in cells.items():
                at = (*path, "rows", index if row_id is None else row_id, column)
                judged = self.formulas.computation(cell, at, self.scope)
                fits = self._fits_column(column, judged.entry.type, kinds, at)
                if not judged.is_sound or not fits:
                    unsound.add((index, column))
                columns.setdefault(column, []).append(judged.entry)
        self.collections[name] = Scope({column: _column(cells) for column, cells in columns.items()})
        self.constants.known[name] = self.constants.rows(rows, unsound)

    def _fits_column(self, column: str, given: Type, kinds: dict[str, str], at: Path) -> bool:
        """A cell gives a number, or a choice, as the first cell of its column does."""
        kind = _kind_of_cell(given)
        fits = kind == "unknown" or kind == kinds.setdefault(column, kind) in ("number", "choice")
        if not fits:
            self.findings.add("type-mismatch.cell", at)
        return fits


def _kind_of_cell(given: Type) -> str:
    """A bare range in a cell is its number."""
    return "number" if given.kind == "range" else given.kind


def _column(cells: list[Entry]) -> Entry:
    """The type of a column, and its unit if all cells have one."""
    kinds = {_kind_of_cell(entry.type) for entry in cells}
    if kinds == {"choice"}:
        types = [entry.type for entry in cells]
        codes = frozenset(code for found in types for code in found.codes)
        lacking = tuple(dict.fromkeys(category for found in types for category in found.lacking))
        are_categories = all(found.is_category for found in types)
        return Entry(Type("choice", codes, all(found.literal for found in types), lacking, are_categories))
    if kinds != {"number"}:
        return Entry(UNKNOWN)
    unit = units.joined(entry.unit for entry in cells)
    return Entry(NUMBER, None if unit == units.LITERAL else unit)


__all__ = ["RecordCheck"]
