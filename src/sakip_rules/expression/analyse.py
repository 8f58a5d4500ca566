"""Types of a formula against its scope: every mistake that is knowable without data.

One loop over the nodes in postorder. The parts of an aggregate are looked at when the aggregate is, with
dotted names standing for the rows that it ranges over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import units
from sakip_rules.expression.calls import call
from sakip_rules.expression.formula import Formula
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.naming import bare, dotted, row_scope
from sakip_rules.expression.scope import NUMBER, TRUTH, UNKNOWN, Entry, Scope, Type
from sakip_rules.expression.tree import (
    Aggregate,
    Binary,
    Call,
    Choose,
    Compare,
    Dotted,
    Logic,
    Name,
    Node,
    Number,
    Unary,
    postorder,
)
from sakip_rules.expression.work import Analysis, Work, expect_kind

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Analysis", "analyse", "expect_kind", "join_types"]


def analyse(formula: Formula, scope: Scope) -> Analysis:
    """Gives the type and unit of a formula in a scope, with all faults found."""
    work = Work(scope)
    _run(work, formula.nodes)
    entry = work.entries[formula.root]
    work.analysis.type, work.analysis.unit = entry.type, entry.unit
    return work.analysis


def _run(work: Work, nodes: tuple[Node, ...]) -> None:
    """Finds the entries of nodes in postorder, but for the parts of aggregates."""
    inside = {inner for node in nodes for inner in _not_by_themselves(node)}
    for node in nodes:
        if node not in inside:
            work.entries[node] = _RULES[type(node)](work, node)


_OVER_ROWS: Final = AGGREGATES.keys() - ORDINARY.keys()


def _not_by_themselves(node: Node) -> tuple[Node, ...]:
    """The parts of an aggregate, also where there is a wrong number of them."""
    if isinstance(node, Call) and node.function in _OVER_ROWS:
        return postorder(*node.arguments)
    return node.inner if isinstance(node, Aggregate) else ()


def _number(_work: Work, _node: Number) -> Entry:
    return Entry(NUMBER, units.LITERAL)


def _unary(work: Work, node: Unary) -> Entry:
    if node.op == "not":
        work.want(node.operand, "truth")
        return Entry(TRUTH)
    work.want(node.operand, "number")
    return Entry(NUMBER, work.unit_of(node.operand))


def _binary(work: Work, node: Binary) -> Entry:
    work.want(node.left, "number")
    work.want(node.right, "number")
    if node.op in ("+", "-") and work.equal_units(node, (node.left, node.right)) is None:
        return Entry(NUMBER)
    left, right = (node.left, work.unit_of(node.left)), (node.right, work.unit_of(node.right))
    return Entry(NUMBER, units.of_binary(node.op, left, right))


def _logic(work: Work, node: Logic) -> Entry:
    for operand in node.operands:
        work.want(operand, "truth")
    return Entry(TRUTH)


def _compare(work: Work, node: Compare) -> Entry:
    for op, left, right in zip(node.ops, node.operands, node.operands[1:], strict=False):
        _pair(work, node, op, (left, right))
    return Entry(TRUTH)


def _pair(work: Work, node: Compare, op: str, sides: tuple[Node, Node]) -> None:
    # Beside a value of a list, a word that means nothing is a CODE that is not in the list.
    for one, other in (sides, sides[::-1]):
        if op in ("==", "!=") and work.type_of(one).kind == "choice" and not work.type_of(one).literal:
            work.read_as_code(other, work.type_of(one).codes)
    kinds = {work.type_of(side).kind for side in sides}
    if op not in ("==", "!="):
        wrong = [side for side in sides if work.type_of(side).kind not in ("number", "range", "unknown")]
        for side in wrong[:1]:
            work.want(side, "number")
    if kinds <= {"number", "range"}:
        work.equal_units(node, sides)
    elif op in ("==", "!=") and kinds == {"choice"}:
        _same_list(work, *sides)
    elif op in ("==", "!=") and kinds != {"truth"} and "unknown" not in kinds:
        work.fault("type-mismatch.compare", node)


def _same_list(work: Work, left: Node, right: Node) -> None:
    """A CODE must be of the other side's list; two values, of one list, or categories of any scales."""
    if work.type_of(left).literal:
        left, right = right, left
    value, beside = work.type_of(left), work.type_of(right)
    if value.literal:
        return
    are_categories = value.is_category and beside.is_category
    if not beside.literal and value.codes != beside.codes and not are_categories:
        work.fault("type-mismatch.lists", right)
    elif beside.literal:
        for code in sorted(beside.codes - value.codes):
            work.fault("unknown-code", right, code=quoted(code), near=did_you_mean(code, value.codes))


def _choose(work: Work, node: Choose) -> Entry:
    work.want(node.test, "truth")
    joined = join_types(work.type_of(node.body), work.type_of(node.orelse))
    if joined is None or joined.kind == "rows":
        work.fault("type-mismatch.branches", node)
        return Entry(UNKNOWN)
    unit = work.equal_units(node, (node.body, node.orelse)) if joined.kind == "number" else None
    return Entry(joined, unit)


def join_types(one: Type, other: Type) -> Type | None:
    """Gives the type of a value that is one or the other; `None` where they do not go together."""
    kinds = {one.kind, other.kind}
    if "unknown" in kinds:
        return UNKNOWN
    if kinds <= {"number", "range"}:
        return NUMBER
    if len(kinds) > 1:
        return None
    return _join_lists(one, other) if one.kind == "choice" else one


def _join_lists(one: Type, other: Type) -> Type | None:
    """CODEs written in the formula belong to the list of the other branch; two values have one list.

    Categories of two scales are categories of either.
    """
    codes = one.codes | other.codes
    if one.literal and other.literal:
        return Type("choice", codes, literal=True)
    lists = [side for side in (one, other) if not side.literal]
    lacking = tuple(dict.fromkeys(one.lacking + other.lacking))
    are_categories = all(side.is_category for side in lists)
    if (len(lists) > 1 and are_categories) or all(side.codes == codes for side in lists):
        return Type("choice", codes, lacking=lacking, is_category=are_categories)
    return None


def _aggregate(work: Work, node: Aggregate) -> Entry:
    argument = node.argument
    counts_rows = AGGREGATES[node.function].counts_rows
    if not counts_rows and isinstance(argument, Name) and row_scope(work.scope, (argument.name,)):
        names = {"name": quoted(node.function), "rows": quoted(argument.name)}
        work.fault("nothing-to-aggregate.column", node, **names)
        return Entry(UNKNOWN)
    nested = next((below for below in node.inner if isinstance(below, Aggregate)), None)
    if nested is not None:
        work.fault("nested-aggregate", nested, name=quoted(nested.function))
        return Entry(UNKNOWN)
    ranged = [(below, path) for below in node.inner if (path := _collection_of(work, node, below))]
    rows = ranged[0][1] if ranged else ()
    for below, path in ranged:
        if path != rows:
            names = {"one": quoted(".".join(rows)), "other": quoted(".".join(path))}
            work.fault("mixed-collections", below, **names)
            return Entry(UNKNOWN)
    if not rows:
        _ranges_over_nothing(work, node)
        return Entry(UNKNOWN)
    counted = (node.argument,) if node.counts_rows else ()  # no value of its own: the rows are counted
    work.entries.update(dict.fromkeys(counted, Entry(NUMBER)))
    work.rows = rows
    _run(work, tuple(below for below in node.inner if below not in counted))
    work.rows = ()
    return _folded(work, node)


def _collection_of(work: Work, node: Aggregate, below: Node) -> tuple[str, ...]:
    """The known collection path that a part of an aggregate stands in, if it is a name of rows."""
    path: tuple[str, ...] = ()
    if isinstance(below, Dotted):
        path = below.rows
    elif below is node.argument and AGGREGATES[node.function].counts_rows and isinstance(below, Name):
        path = (below.name,)
    return path if row_scope(work.scope, path) is not None else ()


def _ranges_over_nothing(work: Work, node: Aggregate) -> None:
    """Says what is wrong with an aggregate without rows: a name that means nothing, or no name of rows."""
    before = len(work.analysis.faults)
    _run(work, node.inner)
    if len(work.analysis.faults) == before:
        key = "nothing-to-aggregate.two" if node.function in ORDINARY else "nothing-to-aggregate"
        work.fault(key, node, name=quoted(node.function))


def _folded(work: Work, node: Aggregate) -> Entry:
    """The type and unit of the result, from those of the argument."""
    if node.where is not None:
        work.want(node.where, "truth")
    if node.weight is not None:
        work.want(node.weight, "number")
    function, argument = AGGREGATES[node.function], work.entries[node.argument]
    if function.takes == "number":
        work.want(node.argument, "number")
    elif argument.type.kind == "truth":
        work.fault("type-mismatch.any", node.argument, name=quoted(node.function))
    unit = argument.unit if function.keeps_unit and argument.unit != units.LITERAL else None
    keeps_type = function.gives == "argument" and argument.type.kind != "range"
    return Entry(argument.type if keeps_type else NUMBER, unit)


_RULES: dict[type, Callable[[Work, Any], Entry]] = {
    Number: _number,
    Name: bare,
    Dotted: dotted,
    Unary: _unary,
    Binary: _binary,
    Compare: _compare,
    Logic: _logic,
    Choose: _choose,
    Call: call,
    Aggregate: _aggregate,
}
