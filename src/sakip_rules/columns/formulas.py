"""A checked formula, noted on a tape: every part of it a column, with its absent values in one beside it.

Both branches of a condition are computed in every row, and one of them is taken: what the other divided by is
of no matter. Where nothing can be absent, because the bounds of the data say so, there is no second column.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, ClassVar, Final

import numpy as np

from sakip_rules.columns.absent import Words, counts, first, worse
from sakip_rules.columns.aliases import coded, looked_up
from sakip_rules.columns.groups import SlotFold
from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.settling import choose
from sakip_rules.columns.values import (
    Codes,
    Column,
    Known,
    Numbers,
    RangeEnds,
    Slots,
    Truths,
    numbers,
    truths,
)
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.expression import Formula
from sakip_rules.expression.tree import (
    ENDS,
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
    postorder,
)
from sakip_rules.plans import AliasPlan, ScalePlan
from sakip_rules.values import not_computable

COMPARISONS: Final[dict[str, Callable[..., Any]]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}


class Columns:
    """Notes formulas over the columns of one record; `names` may grow meanwhile."""

    def __init__(self, ratios: Ratios, words: Words, aliases: Mapping[str, AliasPlan]) -> None:
        self.ratios = ratios
        self.tape = ratios.wholes.tape
        self.words = words
        self.absents = words.absents
        self.aliases = aliases
        self.names: dict[str, Known] = {}
        self.fields: dict[tuple[str, ...], Known] = {}
        """Within an aggregate, the fields of one slot by their paths."""

    def beside(self, aliases: Mapping[str, AliasPlan]) -> Columns:
        """Gives the formulas of another record, which sees nothing of this one."""
        return Columns(self.ratios, self.words, aliases)

    @contextlib.contextmanager
    def within(self, fields: dict[tuple[str, ...], Known]) -> Iterator[None]:
        """Lets formulas see the fields of a slot for a while."""
        self.fields = fields
        yield
        self.fields = {}

    def formula(self, formula: Formula) -> Column:
        """Gives the column of a formula."""
        return self.node(formula.root)

    def node(self, root: Node) -> Column:
        """Gives the column of a part of a formula; an aggregate sees to its own parts, slot by slot."""
        nodes = postorder(root)
        inner = {id(part) for node in nodes if isinstance(node, Aggregate) for part in node.inner}
        done: list[Column] = []
        for node in nodes:
            if id(node) not in inner:
                first = len(done) - (0 if isinstance(node, Aggregate) else len(children(node)))
                done[first:] = [self._joined(node, tuple(done[first:]))]
        return done[0]

    def code(self, code: object) -> int:
        """Gives the number of a CODE."""
        return self.words.codes.setdefault(code, len(self.words.codes))

    # absent values

    def worst(self, columns: Sequence[Column]) -> int | None:
        """Gives the worst absent value of several columns, of two equal ones the left one."""
        return self.worst_of([column.absent for column in columns if column.absent is not None])

    def worst_of(self, absents: Sequence[int]) -> int | None:
        """Gives the worst of several absent values, of two equal ones the left one."""
        found: int | None = None
        for absent in absents:
            found = absent if found is None else self.tape.note(worse, found, absent, kind="u1")
        return found

    def broken(self, absent: int | None, where: int | None, reason: str) -> int | None:
        """Adds a reason to absent values, in rows where a truth holds and nothing is absent yet."""
        if where is None:
            return absent
        mark = self.absents.register(self.tape, not_computable(reason), own=True)
        new = self.tape.note(np.multiply, where, mark, kind="u1")
        return new if absent is None else self.tape.note(first, absent, new, kind="u1")

    def either(self, condition: Truths, a: int | None, b: int | None) -> int | None:
        """Gives the absent values of what a condition chooses, and those of the condition."""
        chosen = None
        if a is not None or b is not None:
            none = self.tape.constant(0, "u1")
            sides = (none if side is None else side for side in (a, b))
            chosen = self.tape.note(choose, condition.register, *sides, kind="u1")
        if condition.absent is None or chosen is None:
            return chosen if condition.absent is None else condition.absent
        return self.tape.note(first, condition.absent, chosen, kind="u1")

    def is_there(self, column: Column) -> int | None:
        """Gives the truth that a value is there; nothing where it always is."""
        return None if column.absent is None else self.no_absent(column.absent)

    def no_absent(self, absent: int) -> int:
        """Gives the truth that none of some absent values is one."""
        return self.tape.note(np.equal, absent, self.tape.constant(0, "u1"), kind="?")

    def both(self, a: int | None, b: int | None) -> int | None:
        """Gives the truth that two truths hold, of which one that is not there always does."""
        if a is None or b is None:
            return b if a is None else a
        return self.tape.note(np.logical_and, a, b, kind="?")

    def negation(self, truth: int) -> int:
        """Gives the truth that another does not hold."""
        return self.tape.note(np.logical_not, truth, kind="?")

    # nodes

    def _joined(self, node: Node, parts: tuple[Column, ...]) -> Column:
        return self.nodes[type(node)](self, node, parts)

    def _number(self, node: Number, _parts: tuple[Column, ...]) -> Column:
        return Numbers(self.ratios.constant(node.value))

    def _name(self, node: Name, _parts: tuple[Column, ...]) -> Column:
        known = self.names.get(node.name)
        if known is None:  # as in the evaluator: a name without a value is a CODE
            return Codes(self.tape.constant(self.code(node.name), "i2"))
        return self._bare(known)

    def _dotted(self, node: Dotted, _parts: tuple[Column, ...]) -> Column:
        known = self.fields.get(node.path)
        if known is None and node.path[-1] in ENDS:
            range_ = node.path[:-1]
            known = self.fields.get(range_) or self.names.get(range_[0])
            if isinstance(known, RangeEnds):
                return known.low if node.path[-1] == "min" else known.high
        return self._bare(known)

    def _bare(self, known: Known | None) -> Column:
        """A value where a formula names it: a range is its number where its ends are equal."""
        if known is None or isinstance(known, Slots):
            raise NoColumnError("rows")
        if not isinstance(known, RangeEnds):
            return known
        apart = self.ratios.order(np.not_equal, known.low.ratio, known.high.ratio)
        return Numbers(known.low.ratio, self.broken(known.low.absent, apart, "range-target"))

    def _aggregate(self, node: Aggregate, _parts: tuple[Column, ...]) -> Column:
        return SlotFold(self, node).value()

    def _unary(self, node: Unary, parts: tuple[Column, ...]) -> Column:
        (operand,) = parts
        if node.op == "not":
            return Truths(self.negation(truths(operand).register), operand.absent)
        if node.op == "+":
            return operand
        return Numbers(self.ratios.negate(numbers(operand)), operand.absent)

    def _binary(self, node: Binary, parts: tuple[Column, ...]) -> Column:
        absent = self.worst(parts)
        left, right = map(numbers, parts)
        if node.op == "/":
            return self._divided(left, right, absent)
        if node.op == "**":
            return self._power(left, int(right.factor), absent)
        if node.op == "-":
            right = self.ratios.negate(right)
        join = self.ratios.multiply if node.op == "*" else self.ratios.add
        return Numbers(join(left, right), absent)

    def _divided(self, left: Ratio, right: Ratio, absent: int | None) -> Column:
        zero = self.ratios.is_zero(right)
        absent = self.broken(absent, zero, "division-by-zero")
        inverse = self.ratios.inverse(right, zero)
        return Numbers(self.ratios.multiply(left, inverse), absent)

    def _power(self, base: Ratio, exponent: int, absent: int | None) -> Column:
        if exponent < 0:
            inverted = self._divided(self.ratios.constant(Fraction(1)), base, absent)
            base, absent = numbers(inverted), inverted.absent
        return Numbers(self.ratios.power(base, abs(exponent)), absent)

    def _compare(self, node: Compare, parts: tuple[Column, ...]) -> Column:
        pairs = zip(node.ops, parts, parts[1:], strict=False)
        answers = [Truths(self._pair(op, a, b), self.worst((a, b))) for op, a, b in pairs]
        return answers[0] if len(answers) == 1 else self.logic("and", answers)

    def _pair(self, op: str, a: Column, b: Column) -> int:
        call = COMPARISONS[op]
        if isinstance(a, Numbers) and isinstance(b, Numbers):
            return self.ratios.order(call, a.ratio, b.ratio)
        if isinstance(a, Numbers) or isinstance(b, Numbers) or type(a) is not type(b):
            raise NoColumnError("types")
        return self.tape.note(call, a.register, b.register, kind="?")

    def _logic(self, node: Logic, parts: tuple[Column, ...]) -> Column:
        return self.logic(node.op, [Truths(truths(part).register, part.absent) for part in parts])

    def logic(self, op: str, parts: Sequence[Truths]) -> Truths:
        """Gives `and` or `or`: a false, or a true, that is there decides, whatever is absent beside it."""
        call = np.logical_or if op == "or" else np.logical_and
        decides = op == "or"
        register = self.certainly(parts[0], decides=decides)
        for part in parts[1:]:
            register = self.tape.note(call, register, self.certainly(part, decides=decides), kind="?")
        absent = self.worst(parts)
        if absent is None:
            return Truths(register)
        decided = self.tape.constant(value=decides, kind="?")
        undecided = self.tape.note(np.not_equal, register, decided, kind="?")
        return Truths(register, self.tape.note(np.multiply, absent, undecided, kind="u1"))

    def certainly(self, part: Truths, *, decides: bool) -> int:
        """The truth where it is there; elsewhere the one that does not decide."""
        there = self.is_there(part)
        if there is None:
            return part.register
        if decides:
            return self.tape.note(np.logical_and, part.register, there, kind="?")
        return self.tape.note(np.logical_or, part.register, self.negation(there), kind="?")

    def _choose(self, _node: Choose, parts: tuple[Column, ...]) -> Column:
        test, body, orelse = parts
        return self.chosen(truths(test), body, orelse)

    def chosen(self, test: Truths, a: Column, b: Column) -> Column:
        """Gives `a` where a condition holds, else `b`; absent where the condition is."""
        absent = self.either(test, a.absent, b.absent)
        if isinstance(a, Numbers) and isinstance(b, Numbers):
            return Numbers(self.ratios.select(test.register, a.ratio, b.ratio), absent)
        if isinstance(a, Numbers) or isinstance(b, Numbers) or type(a) is not type(b):
            raise NoColumnError("types")
        kind = self.tape.kinds[a.register]
        register = self.tape.note(choose, test.register, a.register, b.register, kind=kind)
        return type(a)(register, absent)

    def _call(self, node: Call, parts: tuple[Column, ...]) -> Column:
        alias = self.aliases.get(node.function)
        if alias is not None:
            return self._alias(alias, parts)
        function = self.functions.get(node.function)
        if function is None:
            raise NoColumnError("irrational")
        return function(self, parts)

    def _alias(self, plan: AliasPlan, parts: tuple[Column, ...]) -> Column:
        if isinstance(plan, ScalePlan):
            return coded(self, plan, parts[0])
        return looked_up(self, plan, parts)

    def _given(self, parts: tuple[Column, ...]) -> Column:
        (operand,) = parts
        if operand.absent is None:
            return Truths(self.tape.constant(value=True, kind="?"))
        return Truths(self.tape.note(counts, operand.absent, kind="?"))

    def _absolute(self, parts: tuple[Column, ...]) -> Column:
        return Numbers(self.ratios.absolute(numbers(parts[0])), parts[0].absent)

    def _smallest(self, parts: tuple[Column, ...]) -> Column:
        return self._extreme(np.less, parts)

    def _largest(self, parts: tuple[Column, ...]) -> Column:
        return self._extreme(np.greater, parts)

    def _extreme(self, call: Callable[..., Any], parts: tuple[Column, ...]) -> Column:
        found = numbers(parts[0])
        for part in parts[1:]:
            found = self.ratios.extreme(call, found, numbers(part))
        return Numbers(found, self.worst(parts))

    def _clamp(self, parts: tuple[Column, ...]) -> Column:
        x, low, high = map(numbers, parts)
        crossed = None if _is_below(low, high) else self.ratios.order(np.greater, low, high)
        limited = self.ratios.extreme(np.less, x, high)
        absent = self.broken(self.worst(parts), crossed, "outside-domain")
        return Numbers(self.ratios.extreme(np.greater, low, limited), absent)

    nodes: ClassVar[dict[type, Callable[..., Column]]] = {
        Number: _number,
        Name: _name,
        Dotted: _dotted,
        Aggregate: _aggregate,
        Unary: _unary,
        Binary: _binary,
        Compare: _compare,
        Logic: _logic,
        Choose: _choose,
        Call: _call,
    }
    functions: ClassVar[dict[str, Callable[..., Column]]] = {
        "given": _given,
        "abs": _absolute,
        "min": _smallest,
        "max": _largest,
        "clamp": _clamp,
    }


def _is_below(low: Ratio, high: Ratio) -> bool:
    """Says that a number is a constant that is not above another one."""
    ends = [x.factor * (x.above.constant or 0) for x in (low, high)]
    are_constant = all(x.above.constant is not None and x.below.constant == 1 for x in (low, high))
    return are_constant and ends[0] <= ends[1]
