"""Whether a plan that was read can be computed: names, order and types, as the checker has them in files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from sakip_rules.diagnostics import Diagnostic, quoted
from sakip_rules.expression import (
    NUMBER,
    RANGE,
    TRUTH,
    Alias,
    Entry,
    Fault,
    Formula,
    Scope,
    Type,
    analyse,
    join_types,
)
from sakip_rules.expression.faults import fault
from sakip_rules.expression.tree import YEAR
from sakip_rules.languages import Pair
from sakip_rules.links.inputs import entry_of
from sakip_rules.plans import (
    AliasPlan,
    AnyPlan,
    CallPlan,
    Computation,
    FrameworkPlan,
    InputPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
)
from sakip_rules.tables import Table
from sakip_rules.values import Absent, Range

RESULT = "result"

How: TypeAlias = Computation | CallPlan | RowsPlan


class PlanFaultError(Exception):
    """What is wrong with the plan of a rule."""

    def __init__(self, why: Pair) -> None:
        super().__init__(why)
        self.why = why


def of_fault(found: Fault) -> PlanFaultError:
    """Gives what is wrong with a plan because of a mistake in a formula of it."""
    told = Diagnostic(found.key, None, "error", found.texts)
    return PlanFaultError((told.message("id"), told.message("en")))


def check_plan(plan: AnyPlan) -> None:
    """Raises `PlanFaultError` for a rule or framework that could not be computed."""
    if isinstance(plan, RulePlan):
        scope = _record(plan.record, Scope({}))
        _must(not plan.result.calls, RESULT)
        _step(plan.result, scope)
        _checks(plan.record, _with(scope, {RESULT: Entry(NUMBER)}))
    elif isinstance(plan, FrameworkPlan):
        _levels(plan)


def _levels(plan: FrameworkPlan) -> None:
    scopes: dict[str, Scope] = {}
    for name, level in plan.levels.items():
        _must(name == level.name and scopes.keys() >= set(level.below), name)
        around = Scope({YEAR: Entry(NUMBER)}, {below: scopes[below] for below in level.below}, in_level=True)
        scopes[name] = _record(level.record, around)
        _checks(level.record, scopes[name])
        _must(level.result is None or level.result in scopes[name].names, name)
    _must(plan.root in scopes, plan.root)


def _must(condition: bool, name: str) -> None:  # noqa: FBT001 - it is the whole question
    if not condition:
        raise PlanFaultError(
            (
                f"{quoted(name)} tidak dapat dihitung: nama, urutan, atau jenisnya salah.",
                f"{quoted(name)} cannot be computed: its names, their order or types are wrong.",
            )
        )


def _record(record: RecordPlan, around: Scope) -> Scope:
    """Gives what the formulas of a record see, once its steps can be computed one after another."""
    collections: dict[str, Scope] = dict(around.collections)
    names = dict(around.names)
    for name, declared in record.inputs.items():
        _must(name == declared.name and name not in {*names, *collections}, name)
        if declared.each is None:
            names[name] = _input(declared)
        else:
            collections[name] = _record(declared.each, Scope({}))
            _checks(declared.each, collections[name])
    for step in record.steps:
        _must(step.name not in {*names, *collections}, step.name)
        if isinstance(step.how, RowsPlan):
            collections[step.name] = Scope(step.how.columns)
        else:
            names[step.name] = Entry(step.type, step.unit)
    aliases = {alias: _alias(used) for alias, used in record.aliases.items()}
    scope = Scope(names, collections, aliases, in_level=around.in_level)
    later = {step.name for step in record.steps}
    for step in record.steps:
        _must(not later.intersection(_used(step.how)), step.name)
        _step(step, scope)
        later.discard(step.name)
    return scope


def _input(declared: InputPlan) -> Entry:
    """The type and unit of an input, which its default has, too."""
    entry = entry_of(declared)
    match declared.default:
        case None | Absent():
            given = entry.type
        case bool():
            given = TRUTH
        case Fraction():
            given = NUMBER
        case Range():
            given = RANGE
        case _:
            given = _code(str(declared.default))
    _must(_fits(given, entry.type), declared.name)
    return entry


def _code(code: str) -> Type:
    return Type("choice", frozenset({code}), literal=True)


def _alias(plan: AliasPlan) -> Alias:
    if isinstance(plan, ScalePlan):
        codes = frozenset(band.code for band in plan.scale.bands if band.code is not None)
        lacking = tuple(band.category for band in plan.scale.bands if band.code is None)
        return Alias("scale", Entry(Type("choice", codes, lacking=lacking, is_category=True)), unit=plan.unit)
    found, table = Entry(NUMBER, plan.unit), plan.table
    if not isinstance(table, Table):
        return Alias("curve", found)
    keys = range(len(table.keys))
    return Alias("table", found, tuple(frozenset(codes[key] for codes in table.cells) for key in keys))


def _with(scope: Scope, names: Mapping[str, Entry]) -> Scope:
    return dataclasses.replace(scope, names={**scope.names, **names})


def _checks(record: RecordPlan, scope: Scope) -> None:
    for check in record.checks:
        _must(_formula(check.expect, scope) == TRUTH, check.expect.text)


def _step(step: StepPlan, scope: Scope) -> None:
    how = step.how
    for call in step.calls:
        for name, bound in call.bindings:
            _must(name in call.rule.record.inputs, name)
            _must(_is_bound(call.rule.record.inputs[name], bound, scope), name)
    if isinstance(how, CallPlan):
        _must(step.type == NUMBER, step.name)
    elif isinstance(how, RowsPlan):
        for _, cells in how.rows:
            _must([name for name, _ in cells] == list(how.columns), step.name)
            for name, cell in cells:
                _must(_fits(_value(cell, scope), how.columns[name].type), name)
    else:
        _must(_fits(_computed(how, scope), step.type), step.name)


def _is_bound(wanted: InputPlan, bound: Computation | str, scope: Scope) -> bool:
    if wanted.each is not None:
        is_rows = isinstance(bound, str) and bound in scope.collections
        return is_rows and _has_columns(scope.collections[str(bound)], wanted.each)
    if not isinstance(bound, str):
        found = _value(bound, scope)
    else:
        found = scope.names[bound].type if bound in scope.names else _code(bound)
    return _fits(found, entry_of(wanted).type)


def _has_columns(rows: Scope, wanted: RecordPlan) -> bool:
    """Says whether rows that are bound whole have, of each column they have, the type that is wanted."""
    for name, declared in wanted.inputs.items():
        if declared.each is not None:
            if name in rows.names or not _has_columns(rows.collections.get(name, Scope({})), declared.each):
                return False
        elif name in rows.collections or not _fits(
            rows.names.get(name, entry_of(declared)).type, entry_of(declared).type
        ):
            return False
    return True


def _value(how: Computation, scope: Scope) -> Type | None:
    """The type of a computation outside a step: no case of it calls a rule."""
    calls = [case for case in how if isinstance(case.then, CallPlan)] if isinstance(how, tuple) else []
    _must(not calls, RESULT)
    return _computed(how, scope)


def _computed(how: Computation, scope: Scope) -> Type | None:
    """The type that a formula, or all of some cases, gives; nothing where all are absent values."""
    if isinstance(how, Formula):
        return _formula(how, scope)
    found: list[Type] = []
    for case in how:
        if case.when is not None:
            _must(_formula(case.when, scope) == TRUTH, case.when.text)
        if not isinstance(case.then, Absent):
            found.append(NUMBER if isinstance(case.then, CallPlan) else _formula(case.then, scope))
    # CODEs are joined last: they belong to the lists of the other cases, all of them.
    joined: Type | None = None
    for kind in sorted(found, key=lambda kind: kind.literal):
        joined = kind if joined is None else join_types(joined, kind)
        if joined is None:
            raise of_fault(fault("type-mismatch.cases", 0, 0))
    return joined


def _formula(formula: Formula, scope: Scope) -> Type:
    """The type of a formula; a word that is no name here is a CODE."""
    words = {read.field for read in formula.reads.names if len(read.path) == 1}
    codes = frozenset(words - scope.names.keys() - scope.collections.keys())
    analysis = analyse(formula, dataclasses.replace(scope, codes=codes))
    for found in analysis.faults[:1]:
        raise of_fault(found)
    return analysis.type


def _fits(found: Type | None, wanted: Type) -> bool:
    if found is None or {found.kind, wanted.kind} == {"number", "range"}:
        return True
    return found.kind == wanted.kind and found.codes <= wanted.codes


def _used(how: How) -> Iterator[str]:
    """The names of the record itself that must be computed before."""
    if isinstance(how, CallPlan):
        for _, bound in how.bindings:
            yield from [bound] if isinstance(bound, str) else _used(bound)
    elif isinstance(how, RowsPlan):
        for _, cells in how.rows:
            for _, cell in cells:
                yield from _used(cell)
    elif isinstance(how, Formula):
        yield from how.reads.of_record()
    else:
        for part in (part for case in how for part in (case.when, case.then)):
            yield from _used(part) if isinstance(part, Formula | CallPlan) else ()
