"""Checks of a table: its shape, its points, and the conditions on its cells."""

from __future__ import annotations

from sakip_rules.checker import shapes
from sakip_rules.checker.constants import decide_checks
from sakip_rules.checker.findings import Findings
from sakip_rules.checker.formulas import check_truth
from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import quoted
from sakip_rules.expression import NUMBER, Entry, Scope, Type
from sakip_rules.models import TableRule
from sakip_rules.numbers import read_plain
from sakip_rules.values import Row, Rows, Value

ROWS = "rows"
VALUE = "value"


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
        number = read_plain(code)
        if before is not None and number is not None and number <= before:
            findings.at_key("points-not-ascending", (ROWS, code), code=quoted(code))
        before = number


def _check_conditions(rule: TableRule, findings: Findings) -> None:
    cells = shapes.cells_of(rule)
    columns = {key: {path[index] for path in cells} for index, key in enumerate(rule.keys)}
    interpolates = rule.interpolate is not None
    fields = {
        key: Entry(NUMBER if interpolates else Type("choice", frozenset(codes)))
        for key, codes in columns.items()
    }
    scope_of_rows = Scope({**fields, VALUE: Entry(NUMBER, rule.unit)})
    codes = frozenset() if interpolates else frozenset(c for found in columns.values() for c in found)
    scope = Scope({}, {ROWS: scope_of_rows}, {}, codes)
    for index, check in enumerate(rule.checks):
        path = ("checks", index, "expect")
        check_truth(check.expect, path, scope, findings, lambda _analysis: None)
    rows = [_row(rule, path, number) for path, number in cells.items() if number is not None]
    decide_checks(rule.checks, (), {ROWS: Rows(tuple(rows))}, codes, findings)


def _row(rule: TableRule, path: tuple[str, ...], number: Value) -> Row:
    keys: dict[str, Value] = dict(zip(rule.keys, path, strict=True))
    if rule.interpolate is not None:
        keys = {key: read_plain(str(code)) or number for key, code in keys.items()}
    return Row(None, {**keys, VALUE: number})
