"""Types of the calls of a formula: ordinary functions, and aliases of scales and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import units
from sakip_rules.expression.functions import FUNCTION_NAMES, ORDINARY, ROOT_DEGREES
from sakip_rules.expression.scope import NUMBER, TRUTH, UNKNOWN, Alias, Entry
from sakip_rules.expression.tree import Call, Dotted, Name, Node, Number

if TYPE_CHECKING:
    from sakip_rules.expression.work import Work

ROUNDING = ("round", "floor", "ceil", "int", "trunc")
"""What authors may look for; rounding belongs to a named value, not into a formula."""


def call(work: Work, node: Call) -> Entry:
    """Gives the entry of a call."""
    alias = work.scope.aliases.get(node.function)
    if alias is not None:
        return _alias(work, node, alias)
    if node.function in ORDINARY:
        return _ordinary(work, node)
    if node.function in FUNCTION_NAMES:
        work.fault("wrong-argument-count.aggregate", node, name=quoted(node.function))
    elif node.function in ROUNDING:
        work.fault("unknown-name.rounding", node, name=quoted(node.function))
    else:
        near = did_you_mean(node.function, {*FUNCTION_NAMES, *work.scope.aliases})
        work.fault("unknown-name.call", node, name=quoted(node.function), near=near)
    return Entry(UNKNOWN)


def _ordinary(work: Work, node: Call) -> Entry:
    least, most = ORDINARY[node.function]
    gives = TRUTH if node.function == "given" else NUMBER
    if not _has_count(work, node, least, most):
        return Entry(gives)
    if node.function == "given":
        if not _can_be_absent(work, node.arguments[0]):
            work.fault("type-mismatch.given", node)
        return Entry(gives)
    for argument in node.arguments:
        work.want(argument, "number")
    if node.function == "root" and not _is_degree(node.arguments[1]):
        work.fault("type-mismatch.degree", node.arguments[1])
    unit = work.equal_units(node, node.arguments) if node.function in ("min", "max", "clamp") else None
    return Entry(gives, unit)


def _has_count(work: Work, node: Call, least: int, most: int | None) -> bool:
    count = len(node.arguments)
    if least <= count and (most is None or count <= most):
        return True
    wanted = f"≥ {least}" if most is None else str(least)
    texts = {"name": quoted(node.function), "wanted": wanted, "found": str(count)}
    work.fault("wrong-argument-count", node, **texts)
    return False


def _can_be_absent(work: Work, node: Node) -> bool:
    """Says whether a node is a name of a value; a CODE is none."""
    if isinstance(node, Name):
        return node.name in work.scope.names or node.name not in work.scope.codes
    return isinstance(node, Dotted)


def _is_degree(node: Node) -> bool:
    return isinstance(node, Number) and node.is_integer and node.value in ROOT_DEGREES


def _alias(work: Work, node: Call, alias: Alias) -> Entry:
    work.found.aliases.add(node.function)
    if alias.kind == "unknown":
        return alias.result
    count = len(alias.keys) if alias.kind == "table" else 1
    if not _has_count(work, node, count, count):
        return alias.result
    if alias.kind == "table":
        for argument, codes in zip(node.arguments, alias.keys, strict=True):
            _key_of_table(work, argument, codes)
        return alias.result
    (argument,) = node.arguments
    work.want(argument, "number")
    unit = work.unit_of(argument)
    if units.differ(unit, alias.unit):
        work.units_differ(argument, unit, alias.unit)
    return alias.result


def _key_of_table(work: Work, argument: Node, codes: frozenset[str]) -> None:
    """A key is a choice or category: a CODE of the table, or a value whose categories have codes."""
    found = work.type_of(argument)
    if found.kind == "unknown":
        return
    if found.kind != "choice":
        work.fault("type-mismatch.key", argument)
    elif found.lacking:
        work.fault("code-missing", argument, category=quoted(found.lacking[0]))
    elif found.literal:
        for code in sorted(found.codes - codes):
            work.fault("unknown-code", argument, code=quoted(code), near=did_you_mean(code, codes))
