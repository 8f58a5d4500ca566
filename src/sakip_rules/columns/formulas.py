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

Compute = Callable[..., Any]

COMPARISONS: Final[dict[str, Compute]] = {
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
        self.ratios, self.tape = ratios, ratios.wholes.tape
        self.words, self.absents = words, words.absents
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

    def node(self, root: Node) -> Column:
        """Gives the column of a formula or a part of it; an aggregate sees to its own parts, slot by slot."""
        nodes = postorder(root)
        inner = {id(part) for node in nodes if isinstance(node, Aggregate) for part in node.inner}
        done: list[Column] = []
        for node in nodes:
            if id(node) not in inner:
                start = len(done) - (0 if isinstance(node, Aggregate) else len(children(node)))
                done[start:] = [self.nodes[type(node)](self, node, done[start:])]
        return done[0]

    def code(self, code: object) -> Codes:
        """Gives the same CODE for all rows."""
        return Codes(self.tape.constant(self.words.code(code), "i2"))

    # absent values, and truths: one that is not there says that none is absent, or that it holds everywhere

    def worst(self, *absents: int | None) -> int | None:
        """Gives the worst of several absent values, of two equal ones the left one."""
        return self._joined(worse, absents)

    def first(self, *absents: int | None) -> int | None:
        """Gives the first of several absent values that is one."""
        return self._joined(first, absents)

    def _joined(self, call: Compute, absents: Sequence[int | None]) -> int | None:
        found: int | None = None
        for absent in absents:
            if absent is not None:
                found = absent if found is None else self.tape.note(call, found, absent, kind="u1")
        return found

    def broken(self, absent: int | None, where: int, reason: str) -> int | None:
        """Adds a reason to absent values, in rows where a truth holds and nothing is absent yet."""
        if self.tape.is_never(where):
            return absent
        mark = self.absents.register(self.tape, not_computable(reason), own=True)
        return self.first(absent, self.tape.note(np.multiply, where, mark, kind="u1"))

    def is_there(self, absent: int | None) -> int | None:
        """Gives the truth that nothing is absent."""
        none = self.tape.constant(0, "u1")
        return None if absent is None else self.tape.note(np.equal, absent, none, kind="?")

    def both(self, a: int | None, b: int | None) -> int | None:
        """Gives the truth that two truths hold."""
        if a is None or b is None:
            return b if a is None else a
        return self.tape.note(np.logical_and, a, b, kind="?")

    def negation(self, truth: int) -> int:
        """Gives the truth that another does not hold."""
        return self.tape.note(np.logical_not, truth, kind="?")

    # names

    def _name(self, node: Name, _parts: Sequence[Column]) -> Column:
        known = self.names.get(node.name)  # as in the evaluator: a name without a value is a CODE
        return self.code(node.name) if known is None else self._bare(known)

    def _dotted(self, node: Dotted, _parts: Sequence[Column]) -> Column:
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

    # numbers

    def _unary(self, node: Unary, parts: Sequence[Column]) -> Column:
        (operand,) = parts
        if node.op == "not":
            return Truths(self.negation(truths(operand).register), operand.absent)
        return operand if node.op == "+" else Numbers(self.ratios.negate(numbers(operand)), operand.absent)

    def _binary(self, node: Binary, parts: Sequence[Column]) -> Column:
        absent = self.worst(*(part.absent for part in parts))
        left, right = map(numbers, parts)
        if node.op == "/":
            return self.divided(left, right, absent)
        if node.op == "**":
            return self._power(left, int(right.factor), absent)
        if node.op == "-":
            right = self.ratios.negate(right)
        join = self.ratios.multiply if node.op == "*" else self.ratios.add
        return Numbers(join(left, right), absent)

    def divided(self, left: Ratio, right: Ratio, absent: int | None) -> Numbers:
        """Gives a quotient; where something is absent already, that stays."""
        zero = self.ratios.is_zero(right)
        quotient = self.ratios.multiply(left, self.ratios.inverse(right, zero))
        return Numbers(quotient, self.broken(absent, zero, "division-by-zero"))

    def _power(self, base: Ratio, exponent: int, absent: int | None) -> Column:
        power = Numbers(self.ratios.power(base, abs(exponent)), absent)
        if exponent >= 0:
            return power
        return self.divided(self.ratios.constant(Fraction(1)), power.ratio, absent)

    def _absolute(self, parts: Sequence[Column]) -> Column:
        return Numbers(self.ratios.absolute(numbers(parts[0])), parts[0].absent)

    def _extreme(self, call: Compute, parts: Sequence[Column]) -> Column:
        found = numbers(parts[0])
        for part in parts[1:]:
            found = self.ratios.extreme(call, found, numbers(part))
        return Numbers(found, self.worst(*(part.absent for part in parts)))

    def _clamp(self, parts: Sequence[Column]) -> Column:
        x, low, high = map(numbers, parts)
        absent = self.worst(*(part.absent for part in parts))
        absent = self.broken(absent, self.ratios.order(np.greater, low, high), "outside-domain")
        limited = self.ratios.extreme(np.less, x, high)
        return Numbers(self.ratios.extreme(np.greater, low, limited), absent)

    # truths and choices

    def _compare(self, node: Compare, parts: Sequence[Column]) -> Column:
        pairs = zip(node.ops, parts, parts[1:], strict=False)
        answers = [Truths(self._pair(op, a, b), self.worst(a.absent, b.absent)) for op, a, b in pairs]
        return answers[0] if len(answers) == 1 else self._logic("and", answers)

    def _pair(self, op: str, a: Column, b: Column) -> int:
        call = COMPARISONS[op]
        if isinstance(a, Numbers) and isinstance(b, Numbers):
            return self.ratios.order(call, a.ratio, b.ratio)
        if isinstance(a, Numbers) or isinstance(b, Numbers) or type(a) is not type(b):
            raise NoColumnError("types")
        return self.tape.note(call, a.register, b.register, kind="?")

    def _logic(self, op: str, parts: Sequence[Column]) -> Truths:
        """`and` or `or`: a false, or a true, that is there decides, whatever is absent beside it."""
        call, decides = (np.logical_or, True) if op == "or" else (np.logical_and, False)
        register, *others = (self.certainly(truths(part), decides=decides) for part in parts)
        for other in others:
            register = self.tape.note(call, register, other, kind="?")
        absent = self.worst(*(part.absent for part in parts))
        if absent is None:
            return Truths(register)
        decided = self.tape.constant(value=decides, kind="?")
        undecided = self.tape.note(np.not_equal, register, decided, kind="?")
        return Truths(register, self.tape.note(np.multiply, absent, undecided, kind="u1"))

    def certainly(self, part: Truths, *, decides: bool) -> int:
        """Gives the truth where it is there; elsewhere the one that does not decide."""
        there = self.is_there(part.absent)
        if there is None:
            return part.register
        if decides:
            return self.tape.note(np.logical_and, part.register, there, kind="?")
        return self.tape.note(np.logical_or, part.register, self.negation(there), kind="?")

    def chosen(self, test: Truths, a: Column, b: Column) -> Column:
        """Gives `a` where a condition holds, else `b`; absent where the condition is."""
        absent = None
        if a.absent is not None or b.absent is not None:
            none = self.tape.constant(0, "u1")
            sides = (none if side.absent is None else side.absent for side in (a, b))
            absent = self.tape.note(choose, test.register, *sides, kind="u1")
        absent = self.first(test.absent, absent)
        if isinstance(a, Numbers) and isinstance(b, Numbers):
            return Numbers(self.ratios.select(test.register, a.ratio, b.ratio), absent)
        if isinstance(a, Numbers) or isinstance(b, Numbers) or type(a) is not type(b):
            raise NoColumnError("types")
        kind = self.tape.kinds[a.register]
        return type(a)(self.tape.note(choose, test.register, a.register, b.register, kind=kind), absent)

    # calls

    def _call(self, node: Call, parts: Sequence[Column]) -> Column:
        alias = self.aliases.get(node.function)
        if alias is None:
            if node.function not in self.functions:
                raise NoColumnError("irrational")
            return self.functions[node.function](self, parts)
        return coded(self, alias, parts[0]) if isinstance(alias, ScalePlan) else looked_up(self, alias, parts)

    def _given(self, parts: Sequence[Column]) -> Column:
        absent = parts[0].absent
        if absent is None:
            return Truths(self.tape.constant(value=True, kind="?"))
        return Truths(self.tape.note(counts, absent, kind="?"))

    nodes: ClassVar[dict[type, Callable[..., Column]]] = {
        Number: lambda self, node, _parts: Numbers(self.ratios.constant(node.value)),
        Name: _name,
        Dotted: _dotted,
        Aggregate: lambda self, node, _parts: SlotFold(self, node).value(),
        Unary: _unary,
        Binary: _binary,
        Compare: _compare,
        Logic: lambda self, node, parts: self._logic(node.op, parts),
        Choose: lambda self, _node, parts: self.chosen(truths(parts[0]), *parts[1:]),
        Call: _call,
    }
    functions: ClassVar[dict[str, Callable[..., Column]]] = {
        "given": _given,
        "abs": _absolute,
        "min": lambda self, parts: self._extreme(np.less, parts),
        "max": lambda self, parts: self._extreme(np.greater, parts),
        "clamp": _clamp,
    }
