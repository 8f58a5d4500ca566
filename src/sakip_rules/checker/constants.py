"""Checks that need no data, decided when the file is checked: that is how weights are held to 100."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sakip_rules.checker.findings import Findings
from sakip_rules.checker.order import CircleError, formula_texts, in_order, names_used, parsed
from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import quoted
from sakip_rules.expression import (
    BudgetSpentError,
    Context,
    ExactEvaluator,
    Fault,
    Formula,
    FormulaFaultError,
    parse,
)
from sakip_rules.expression.faults import fault
from sakip_rules.expression.tree import Aggregate, Dotted, Name, postorder
from sakip_rules.models import Body, Check, FixedRow, Step
from sakip_rules.models import Formula as FormulaField
from sakip_rules.results import carried
from sakip_rules.values import Row, Rows, Value


def constants_of(body: Body, codes: frozenset[str]) -> dict[str, Value]:
    """Gives the carried values of constant steps, and the constant columns of fixed rows."""
    found: dict[str, Value] = {}
    for name in _steps_in_order(body.steps):
        step = body.steps[name]
        if step.rows is not None:
            found[name] = _constant_columns(step.rows, found, codes)
        elif step.formula is not None:
            value = _constant(step.formula, found, codes)
            if value is not None:
                found[name] = carried(value, step.rounding)
    return found


def _steps_in_order(steps: Mapping[str, Step]) -> list[str]:
    def needs(name: str) -> list[str]:
        step = steps[name]
        cells = [cell for _, row in step.rows or () for cell in row.values()]
        fields = [step.formula, *cells] if step.formula is not None else cells
        texts = [text for entry in fields for text in formula_texts(entry)]
        return [used for tree in parsed(texts) for used in names_used(tree) if used in steps]

    try:
        return in_order(steps, needs)
    except CircleError:
        return []


def _constant(field: FormulaField, known: Mapping[str, Value], codes: frozenset[str]) -> Value | None:
    """Gives the value of a formula all of whose names are constant; `None` if data decide."""
    trees = parsed(formula_texts(field))
    if len(trees) != len(formula_texts(field)):
        return None
    if not all(_is_known(tree, known, codes) for tree in trees):
        return None
    if isinstance(field, str):
        return evaluate(trees[0], known)
    for case in field:
        condition = True if case.when is None else evaluate(parse(case.when), known)
        if condition is not True and condition is not False:
            return None
        if condition:
            outcome = case.then if case.when is not None else case.otherwise
            return evaluate(parse(outcome), known) if isinstance(outcome, str) else None
    return None


def _is_known(tree: Formula, known: Mapping[str, Value], codes: frozenset[str]) -> bool:
    for node in tree.nodes:
        if isinstance(node, Name) and node.name not in known and node.name not in codes:
            return False
        if isinstance(node, Dotted) and not _has_column(known.get(node.path[0]), node.path[1:]):
            return False
    return True


def _has_column(rows: Value | None, path: tuple[str, ...]) -> bool:
    if not isinstance(rows, Rows) or len(path) != 1:
        return False
    return all(path[0] in row.values for row in rows.rows)


def _constant_columns(rows: tuple[FixedRow, ...], known: Mapping[str, Value], codes: frozenset[str]) -> Rows:
    """The rows with those columns only whose cells are all constant."""
    computed = [
        (row_id, {name: _constant(cell, known, codes) for name, cell in cells.items()})
        for row_id, cells in rows
    ]
    names = [name for name in computed[0][1] if all(cells[name] is not None for _, cells in computed)]
    return Rows(
        tuple(Row(row_id, {name: _present(cells[name]) for name in names}) for row_id, cells in computed)
    )


def _present(value: Value | None) -> Value:
    assert value is not None  # noqa: S101 - only columns without None are asked for
    return value


def evaluate(tree: Formula, known: Mapping[str, Value]) -> Value | None:
    """Gives the value of a formula of constants; `None` if it costs too much or cannot be computed."""
    try:
        return ExactEvaluator(Context(known)).value(tree)
    except (BudgetSpentError, TypeError, KeyError, AttributeError):
        return None


def decide_checks(
    checks: Iterable[Check],
    path: Path,
    known: Mapping[str, Value],
    codes: frozenset[str],
    findings: Findings,
) -> None:
    """Makes an error of every check that is false without data, whatever its severity."""
    for index, check in enumerate(checks):
        value = _constant(check.expect, known, codes)
        if value is False:
            texts = {"message": check.message.pair, "expect": quoted(check.expect)}
            findings.add("check-failed.constant", (*path, "checks", index, "expect"), **texts)


def check_weights(
    formula_fields: Iterable[tuple[Path, FormulaField]],
    body: Body,
    findings: Findings,
) -> None:
    """Warns of weights over fixed rows whose sum no check holds to anything."""
    fixed = {name for name, step in body.steps.items() if step.rows is not None}
    summed = set(_summed_columns(body.checks))
    for path, field in formula_fields:
        for text, at in _texts_with_paths(field, path):
            for found in _unchecked(text, fixed, summed):
                findings.add_fault(at, found, warning=True)


def _texts_with_paths(field: FormulaField, path: Path) -> list[tuple[str, Path]]:
    if isinstance(field, str):
        return [(field, path)]
    keys = ("when", "then", "otherwise")
    parts = [(getattr(case, key), (*path, i, key)) for i, case in enumerate(field) for key in keys]
    return [(text, at) for text, at in parts if isinstance(text, str)]


def _unchecked(text: str, fixed: set[str], summed: set[tuple[str, ...]]) -> list[Fault]:
    try:
        tree = parse(text)
    except FormulaFaultError:
        return []
    faults = []
    for node in tree.nodes:
        if not isinstance(node, Aggregate) or node.weight is None or node.rows[0] not in fixed:
            continue
        weights = {part.path for part in postorder(node.weight) if isinstance(part, Dotted)}
        if not weights & summed:
            name = ".".join(min(weights, default=node.rows))
            faults.append(fault("weights-unchecked", node.start, node.end, name=quoted(name)))
    return faults


def _summed_columns(checks: Iterable[Check]) -> list[tuple[str, ...]]:
    trees = parsed(check.expect for check in checks)
    sums = [
        node
        for tree in trees
        for node in tree.nodes
        if isinstance(node, Aggregate) and node.function == "sum"
    ]
    return [p.path for node in sums for p in postorder(node.argument) if isinstance(p, Dotted)]


__all__ = ["check_weights", "constants_of", "decide_checks", "evaluate"]
