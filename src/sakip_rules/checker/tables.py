"""Checks of a table: its shape, its points, and the conditions on its cells."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sakip_rules.checker.constants import Constants, check_conditions
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.formulas import FormulaCheck
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import NUMBER, Entry, Meter, Scope, Type
from sakip_rules.links import shapes
from sakip_rules.models import TableRule
from sakip_rules.values import Row, Rows, Value

ROWS: Final = "rows"
VALUE: Final = "value"
Cells = dict[tuple[str, ...], Fraction | None]


def check_table(rule: TableRule, findings: Findings) -> None:
    """Checks that every map has the same keys, that points ascend, and what the table expects."""
    if rule.interpolate is None:
        _check_ragged(rule, findings)
    else:
        _check_points(rule, findings)
    _check_conditions(rule, findings)


def _check_ragged(rule: TableRule, findings: Findings) -> None:
    """Every map on one depth has the same keys as the first."""
    first: dict[int, set[str]] = {}
    stack: list[tuple[Path, object]] = [((ROWS,), rule.rows)]
    while stack:
        path, node = stack.pop()
        if not isinstance(node, dict):
            continue
        keys = set(node)
        expected = first.setdefault(len(path), keys)
        if keys != expected:
            names = ", ".join(quoted(name) for name in sorted(keys ^ expected)[:6])
            findings.at_key("table-ragged", path, names=names)
        stack.extend(((*path, key), node[key]) for key in reversed(list(node)))


def _check_points(rule: TableRule, findings: Findings) -> None:
    before = None
    for code in rule.rows:
        number = rule.point(code)
        if before is not None and number <= before:
            findings.at_key("points-not-ascending", (ROWS, code), code=quoted(code))
        before = number


def _check_conditions(rule: TableRule, findings: Findings) -> None:
    """The conditions on the cells need no data: each is decided here."""
    if not rule.checks:
        return
    cells = shapes.cells_of(rule)
    codes = frozenset(code for path in cells for code in path)
    scope = Scope({}, {ROWS: _scope_of_rows(rule, cells)}, {}, codes)
    constants = Constants(codes, {}, Meter())
    rows = [_row(rule, path, number) for path, number in cells.items() if number is not None]
    constants.known[ROWS] = Rows(tuple(rows))
    check_conditions(rule.checks, (), scope, FormulaCheck(findings), constants)


def _scope_of_rows(rule: TableRule, cells: Cells) -> Scope:
    """The fields of the collection `rows`: the keys, and `value`."""
    fields = {VALUE: Entry(NUMBER, rule.unit)}
    for index, key in enumerate(rule.keys):
        codes = frozenset(path[index] for path in cells)
        fields[key] = Entry(NUMBER if rule.interpolate else Type("choice", codes))
    return Scope(fields)


def _row(rule: TableRule, path: tuple[str, ...], number: Fraction) -> Row:
    keys: dict[str, Value] = dict(zip(rule.keys, path, strict=True))
    if rule.interpolate is not None:
        keys = {rule.keys[0]: rule.point(path[0])}
    return Row(None, {**keys, VALUE: number})
