"""The records of a rule, the names in them, and which steps need which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from sakip_rules.diagnostics import Path
from sakip_rules.expression import Formula, FormulaFaultError, parse
from sakip_rules.expression.tree import Name
from sakip_rules.models import (
    AbsentValue,
    Body,
    CaseCall,
    FormulaField,
    FormulaRule,
    FrameworkRule,
    RecordRule,
    Reference,
    Step,
)


def bodies_of(rule: RecordRule) -> Iterator[tuple[Body, Path]]:
    """Gives every record of a rule with its path: the rule's own or the levels, and rows below."""
    stack: list[tuple[Body, Path]] = []
    match rule:
        case FormulaRule():
            stack.append((rule, ()))
        case FrameworkRule():
            stack += [(level, ("levels", name)) for name, level in reversed(rule.levels.items())]
        case _:
            assert_never(rule)
    while stack:
        body, path = stack.pop()
        yield body, path
        for name, declared in reversed(body.inputs.items()):
            if declared.each is not None:
                stack.append((declared.each, (*path, "inputs", name, "each")))


def names_of(rule: RecordRule) -> Iterator[tuple[str, Path]]:
    """Gives every NAME of a rule with its path: aliases, levels, inputs, steps, columns."""
    for alias in rule.uses:
        yield alias, ("uses", alias)
    if isinstance(rule, FrameworkRule):
        for level in rule.levels:
            yield level, ("levels", level)
    for body, path in bodies_of(rule):
        for name in body.inputs:
            yield name, (*path, "inputs", name)
        for name, step in body.steps.items():
            yield name, (*path, "steps", name)
            row_id, cells = step.rows[0] if step.rows else (None, {})
            for column in cells:
                yield column, (*path, "steps", name, "rows", 0 if row_id is None else row_id, column)


def formula_texts(field: FormulaField | AbsentValue | None) -> list[str]:
    """Gives the texts of all formulas in a formula field: one, or those of its cases."""
    if isinstance(field, str):
        return [field]
    if not isinstance(field, tuple):
        return []
    parts = [part for case in field for part in (case.when, case.outcome)]
    bound = [text for part in parts if isinstance(part, CaseCall) for text in part.with_.values()]
    return [*(part for part in parts if isinstance(part, str)), *bound]


class StepCall(NamedTuple):
    """A rule that a step calls: where in the step, which rule, and what its inputs are bound to."""

    path: Path
    rule: Reference
    with_: Mapping[str, FormulaField]


def calls_of(step: Step) -> list[StepCall]:
    """Gives the rules that a step calls: that which computes it, or those of its cases."""
    if step.rule is not None:
        return [StepCall((), step.rule, step.with_)]
    cases = step.formula if isinstance(step.formula, tuple) else ()
    return [
        StepCall(("formula", place, case.key), case.outcome.rule, case.outcome.with_)
        for place, case in enumerate(cases)
        if isinstance(case.outcome, CaseCall)
    ]


def parsed(texts: Iterable[str]) -> list[Formula]:
    """Gives the trees of the formulas that can be parsed."""
    trees: list[Formula] = []
    for text in texts:
        try:
            trees.append(parse(text))
        except FormulaFaultError:
            continue
    return trees


def bare_name(formula: FormulaField) -> str | None:
    """Gives the name that a formula is, if it is nothing else."""
    roots = [tree.root for tree in parsed([formula] if isinstance(formula, str) else [])]
    return next((root.name for root in roots if isinstance(root, Name)), None)


def step_needs(
    step: Step,
    steps: Mapping[str, Step],
    inputs_of: Callable[[Reference], Sequence[str]],
    *,
    last_year: bool = False,
) -> list[str]:
    """Gives the steps that a step uses; `inputs_of` gives the inputs of a rule that it calls."""
    fields = [*step.with_.values(), *(cell for _, cells in step.rows or () for cell in cells.values())]
    if step.formula is not None:
        fields.append(step.formula)
    texts = [text for field in fields for text in formula_texts(field)]
    used = [used for formula in parsed(texts) for used in formula.reads.of_record(last_year=last_year)]
    calls = calls_of(step)
    by_name = [entry for call in calls for entry in inputs_of(call.rule) if entry not in call.with_]
    return [used_name for used_name in (*used, *by_name) if used_name in steps]
