"""Which CODEs the formulas of a rule may use, and that none of them is also a NAME."""

from __future__ import annotations

from collections.abc import Iterator

from sakip_rules.checker import shapes
from sakip_rules.checker.references import CALLED, Links, Path, uses_of
from sakip_rules.models import Body, FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.vocabulary import POLARITIES


def visible_codes(rule: FormulaRule | FrameworkRule, links: Links) -> frozenset[str]:
    """Gives the CODEs of every choice, table and scale that a rule uses (language reference 3.2)."""
    found: set[str] = set()
    for body, _ in bodies_of(rule):
        for declared in body.inputs.values():
            if isinstance(declared.choices, tuple):
                found.update(declared.choices)
            if declared.type == "polarity":
                found.update(POLARITIES)
    for reference in {use.reference for use in uses_of(rule)}:
        item = links.get(reference, CALLED)
        other = item.rule if item else None
        if isinstance(other, ScaleRule):
            found.update(shapes.codes_of_scale(other).codes)
        elif isinstance(other, TableRule):
            found.update(code for codes in shapes.codes_of_table(other) for code in codes)
    return frozenset(found)


def bodies_of(rule: FormulaRule | FrameworkRule) -> Iterator[tuple[Body, Path]]:
    """Gives every record of a rule with its path: the rule's own or the levels, and rows below."""
    stack: list[tuple[Body, Path]] = []
    if isinstance(rule, FormulaRule):
        stack.append((rule, ()))
    else:
        stack += [(level, ("levels", name)) for name, level in reversed(rule.levels.items())]
    while stack:
        body, path = stack.pop()
        yield body, path
        for name, declared in reversed(body.inputs.items()):
            if declared.each is not None:
                stack.append((declared.each, (*path, "inputs", name, "each")))


def names_of(rule: FormulaRule | FrameworkRule) -> Iterator[tuple[str, Path]]:
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
