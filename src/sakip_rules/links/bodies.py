"""The records of a rule, the names in them, and which steps need which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from sakip_rules.diagnostics import Path
from sakip_rules.expression import Formula, FormulaFaultError, parse
from sakip_rules.models import AbsentValue, Body, FormulaField, FormulaRule, FrameworkRule, RecordRule, Step


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
    parts = [part for case in field for part in (case.when, case.then, case.otherwise)]
    return [part for part in parts if isinstance(part, str)]


def parsed(texts: Iterable[str]) -> list[Formula]:
    """Gives the trees of the formulas that can be parsed."""
    trees: list[Formula] = []
    for text in texts:
        try:
            trees.append(parse(text))
        except FormulaFaultError:
            continue
    return trees


def step_needs(
    name: str,
    step: Step,
    steps: Mapping[str, Step],
    called_inputs: Mapping[str, Iterable[str]],
    *,
    last_year: bool = False,
) -> list[str]:
    """Gives the steps that a step uses; `called_inputs` are the inputs of the rules that steps call."""
    fields = [*step.with_.values(), *(cell for _, cells in step.rows or () for cell in cells.values())]
    if step.formula is not None:
        fields.append(step.formula)
    texts = [text for field in fields for text in formula_texts(field)]
    used = [used for formula in parsed(texts) for used in formula.reads.of_record(last_year=last_year)]
    by_name = [entry for entry in called_inputs.get(name, ()) if entry not in step.with_]
    return [used_name for used_name in (*used, *by_name) if used_name in steps]
