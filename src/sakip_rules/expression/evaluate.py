"""Evaluates a checked tree: simpleeval's dispatch on exact, absent-aware values.

`ExactEvaluator` keeps from simpleeval the table of node handlers and the tables of operators,
functions and names; it replaces recursion by an agenda, so that no formula is too deep. Nothing is
parsed here, and nothing is looked up outside the record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import ClassVar, Final

from simpleeval import SimpleEval  # type: ignore[import-untyped]  # simpleeval ships no types

from sakip_rules.dataclass import dataclass, field
from sakip_rules.expression.cost import Meter, is_light
from sakip_rules.expression.formula import Formula
from sakip_rules.expression.functions import ORDINARY
from sakip_rules.expression.operators import ARITHMETIC, compare_pair, guarded
from sakip_rules.expression.rows import (
    AbsentRow,
    Names,
    Remaining,
    RowsUsed,
    absent_rows,
    end_of,
    field_of,
    flatten,
)
from sakip_rules.expression.tree import (
    LAST_YEAR,
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
    children,
)
from sakip_rules.numbers import Interval, TooLargeError, check_size
from sakip_rules.values import MISSING, Absent, Range, Row, Rows, Value, not_computable, worst

__all__ = ["AliasCall", "Context", "ExactEvaluator", "RowsUsed", "absent_rows", "flatten"]

AliasCall = Callable[[tuple[Value, ...]], Value]
"""A scale or table that is called: it gets absent arguments too, for a band may be made for them."""


@dataclass(slots=True)
class Context:
    """All that a formula may see: the record's values, the aliases of its rule, and the meter."""

    names: Names
    aliases: Mapping[str, AliasCall] = field(default_factory=dict)
    meter: Meter = field(default_factory=Meter)
    rows_used: list[RowsUsed] = field(default_factory=list)


class ExactEvaluator:
    """Evaluates checked formulas of one record.

    It has simpleeval's `eval`, and its tables; its class is no base. That would bring a `__del__`, in which
    Python swallows a Ctrl-C, and a constructor that sets the warning filters of the process aside.
    """

    eval = SimpleEval.eval

    def __init__(self, context: Context) -> None:
        self.operators = ARITHMETIC
        self.functions = CALLS
        self.names = context.names
        self.context = context
        self.orders: dict[Node, tuple[Node, ...]] = {}
        self.row: Row | None = None
        self.row_path: tuple[str, ...] = ()

    def value(self, formula: Formula) -> Value:
        """Gives the value of a formula; raises `BudgetSpentError` when the record has no units left."""
        self.row = None
        self.orders = formula.orders
        result: Value = self.eval(formula.text, previously_parsed=formula.root)
        return result

    def part(self, node: Node, row: Row | None = None, path: tuple[str, ...] = ()) -> Value:
        """Gives the value of a part of a formula, of one within an aggregate for a row of its path.

        The formula it is a part of was evaluated before, so a budget of its own is enough for it.
        """
        self.context.meter = Meter()
        self.row, self.row_path = row, path
        return self._eval(node)

    def _eval(self, root: Node) -> Value:
        """Goes through the nodes in order; each handler takes its operands from the end of `values`."""
        values: list[Value] = []
        agenda = self._agenda(root)
        while agenda:
            node = agenda.pop()
            if type(node) is Choose:
                test = values.pop()
                if isinstance(test, Absent):
                    values.append(test)
                else:  # only the branch that is chosen: the other may divide by zero
                    agenda += self._agenda(node.body if test else node.orelse)
                continue
            value = self.nodes[type(node)](self, node, values)
            values.append(value if is_light(value) else self._measured(value))
        return values[0]

    def _agenda(self, root: Node) -> list[Node]:
        """What must be evaluated for a node, the last first; each costs one unit, whatever comes of it."""
        order = self.orders.get(root)
        if order is None:
            order = self.orders[root] = _order(root)
        self.context.meter.spend(len(order))
        return list(order)

    def _measured(self, value: Value) -> Value:
        """Holds a number to the limits of size, and counts what it weighs."""
        if not isinstance(value, _NUMBERS):
            return value
        try:
            check_size(value)
        except TooLargeError:
            return not_computable("too-large")
        self.context.meter.weigh(value)
        return value

    # leaves

    def _number(self, node: Number, _values: list[Value]) -> Value:
        return node.value

    def _name(self, node: Name, _values: list[Value]) -> Value:
        value = self.names.get(node.name)
        # The checker has seen to it: a name without a value is a CODE.
        return node.name if value is None else _bare(value)

    def _dotted(self, node: Dotted, _values: list[Value]) -> Value:
        return _bare(self._as_it_stands(node))

    def _as_it_stands(self, node: Dotted) -> Value:
        """The value of a dotted name: a range stays a range."""
        path = node.path
        if self.row is not None and node.rows == self.row_path:
            return field_of(self.row.values, path[len(self.row_path) :])
        owner = self._named(path[0])
        if path[0] != LAST_YEAR:
            return end_of(owner, path[1])
        return field_of(owner.rows[0].values, path[1:]) if isinstance(owner, Rows) and owner.rows else MISSING

    def _named(self, name: str) -> Value:
        value = self.names.get(name)
        return MISSING if value is None else value

    # operators

    def _unary(self, node: Unary, values: list[Value]) -> Value:
        operand = values.pop()
        if isinstance(operand, Absent) or node.op == "+":
            return operand
        return not operand if node.op == "not" else guarded(self.operators["negate"], (operand,))

    def _binary(self, node: Binary, values: list[Value]) -> Value:
        right, left = values.pop(), values.pop()
        return guarded(self.operators[node.op], (left, right))

    def _compare(self, node: Compare, values: list[Value]) -> Value:
        operands = _taken(values, len(node.operands))
        pairs = zip(node.ops, operands, operands[1:], strict=False)
        answers = [compare_pair(op, left, right) for op, left, right in pairs]
        return answers[0] if len(answers) == 1 else _joined("and", answers)

    def _logic(self, node: Logic, values: list[Value]) -> Value:
        return _joined(node.op, _taken(values, len(node.operands)))

    def _call(self, node: Call, values: list[Value]) -> Value:
        call = self.context.aliases.get(node.function) or self.functions[node.function]
        value: Value = call(_taken(values, len(node.arguments)))
        return value

    # aggregates

    def _aggregate(self, node: Aggregate, _values: list[Value]) -> Value:
        remaining = Remaining(node)
        self.row_path = node.rows
        for number, row in enumerate(flatten(self.names, node.rows), 1):
            self.context.meter.spend(1)
            self.row = row
            condition = True if node.where is None else self._eval(node.where)
            value = self.counted(row) if node.counts_rows else self._eval(node.argument)
            weight = None if node.weight is None else self._eval(node.weight)
            remaining.take(row.id or number, condition, value, weight)
        self.row = None
        self.context.rows_used.append(remaining.used())
        return remaining.result()

    def counted(self, row: Row) -> Value:
        """What `count(c)` sees of a row: that it is there."""
        self.context.meter.spend(1)
        return row.values.absent if isinstance(row.values, AbsentRow) else _ONE

    # Functions, not methods of one evaluator: those would make every evaluator a reference cycle.
    nodes: ClassVar[dict[type, Callable[..., Value]]] = {
        Number: _number,
        Name: _name,
        Dotted: _dotted,
        Unary: _unary,
        Binary: _binary,
        Compare: _compare,
        Logic: _logic,
        Call: _call,
        Aggregate: _aggregate,
    }


_NUMBERS: Final = (Fraction, Interval)
_ONE: Final = Fraction(1)


def _order(root: Node) -> tuple[Node, ...]:
    """The nodes that are evaluated for a node, the last first: operands come before what they are for."""
    order: list[Node] = []
    stack = [root]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(_evaluated_before(node))
    return tuple(order)


def _evaluated_before(node: Node) -> Sequence[Node]:
    """The operands; of a condition its test, for only one branch follows; an aggregate asks row by row."""
    if isinstance(node, Aggregate):
        return ()
    return (node.test,) if isinstance(node, Choose) else children(node)


CALLS: Final[dict[str, AliasCall]] = {name: function.apply for name, function in ORDINARY.items()}
"""The ordinary functions, called like aliases."""


def _taken(values: list[Value], count: int) -> tuple[Value, ...]:
    """Takes the last values off the list, in order."""
    first = len(values) - count
    operands = tuple(values[first:])
    del values[first:]
    return operands


def _joined(op: str, operands: Sequence[Value]) -> Value:
    """`and` and `or`: a false, or a true, decides, whatever is absent beside it."""
    decisive = op == "or"
    for operand in operands:
        if operand is decisive:
            return decisive
    absents = [operand for operand in operands if isinstance(operand, Absent)]
    return worst(absents) if absents else not decisive


def _bare(value: Value) -> Value:
    """A bare range is its number when its ends are equal."""
    if type(value) is Range:
        return value.low if value.low == value.high else not_computable("range-target")
    return value
