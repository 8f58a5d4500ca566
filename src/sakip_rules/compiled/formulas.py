"""Formulas, written as statements from the leaves up; what leaves the rationals is left to the reference."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import lcm
from typing import Any, ClassVar

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.aggregates import Fold
from sakip_rules.compiled.arithmetic import Arithmetic, absents_of, worst_of
from sakip_rules.compiled.code import Part, expression
from sakip_rules.compiled.known import (
    DEEPEST,
    LONGEST,
    WIDE,
    Ends,
    Held,
    Known,
    Listed,
    Names,
    literal,
)
from sakip_rules.dataclass import replace
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
)
from sakip_rules.plans import AliasPlan, ScalePlan, TablePlan
from sakip_rules.tables import Table
from sakip_rules.values import not_computable


class FormulaWriter(Arithmetic):
    """Writes formulas over what `names` holds; `aliases` are the scales and tables of their rule."""

    def __init__(self) -> None:
        super().__init__()
        self.aliases: Mapping[str, AliasPlan] = {}
        self.spending: str | None = None
        self.units = 0
        self.nodes = 0
        self.depth = 0

    @property
    def spent(self) -> str:
        """The variable of the units that rows cost."""
        self.spending = self.spending or self.counter(0)
        return self.spending

    def cost(self, each: int, rows: str) -> None:
        """Counts so many units for each of the rows in a variable."""
        self.put("spent += len(rows) * each", spent=self.spent, rows=rows, each=each)

    @contextmanager
    def deeper(self, by: int = 1) -> Iterator[None]:
        """Holds what nests in what is being written to a depth."""
        self.depth += by
        if self.depth > DEEPEST:
            raise UncoveredError("deep")
        yield
        self.depth -= by

    def node(self, node: Node, names: Names) -> Held:
        """Gives the value of a part of a formula."""
        self.count(1)
        with self.deeper():
            return self.nodes_by_type[type(node)](self, node, names)

    def count(self, units: int) -> None:
        """Counts nodes: so many units a record costs at most, but for its rows."""
        self.units += units
        self.nodes += units
        if self.nodes > LONGEST:
            raise UncoveredError("long")

    def number(self, node: Node, names: Names) -> Held:
        """Gives the value of a part that is a number."""
        return self.of_kind("number", self.node(node, names))

    def truth(self, value: Held) -> Held:
        """Gives a value that is a truth."""
        return self.of_kind("truth", value)

    @staticmethod
    def of_kind(kind: str, value: Held) -> Held:
        """Gives a value that is of a kind, or absent whatever happens."""
        if value.kind not in (kind, "nothing"):
            raise UncoveredError("types")
        return value

    # leaves

    def _number(self, node: Number, _names: Names) -> Held:
        return literal(node.value)

    def _name(self, node: Name, names: Names) -> Held:
        found = names.get((node.name,))
        if found is None:  # the checker has seen to it: a name without a value is a CODE
            return Held("code", self.constant(node.name))
        return self._as_value(found)

    def _dotted(self, node: Dotted, names: Names) -> Held:
        found = names.get(node.path)
        if found is None and node.path[-1] in ENDS:
            found = names.get(node.path[:-1])
            if isinstance(found, Ends):
                found = found.low if node.path[-1] == "min" else found.high
        if found is None:
            raise UncoveredError("names")
        return self._as_value(found)

    def _as_value(self, found: Known) -> Held:
        if isinstance(found, Listed):
            raise UncoveredError("rows")
        return self.bare(found) if isinstance(found, Ends) else found

    # operators

    def _unary(self, node: Unary, names: Names) -> Held:
        if node.op == "not":
            truth = self.truth(self.node(node.operand, names))
            return self.strict([truth], lambda: Held("truth", self.let("not t", t=truth.n)))
        value = self.number(node.operand, names)
        return value if node.op == "+" else self.strict([value], lambda: self.negate(value))

    def _binary(self, node: Binary, names: Names) -> Held:
        chain = [node]
        while isinstance(chain[-1].left, Binary):  # a long sum nests to the left
            chain.append(chain[-1].left)
        self.count(len(chain) - 1)
        value = self.number(chain[-1].left, names)
        for link in reversed(chain):
            value = self._operator(link.op, value, self.number(link.right, names))
        return value

    def _operator(self, op: str, left: Held, right: Held) -> Held:
        if op == "**":
            assert isinstance(right.n, int)  # noqa: S101 - the exponent is an integer literal
            exponent = right.n
            return self.strict([left], lambda: self.power(left, exponent))
        write: dict[str, Callable[[Held, Held], Held]] = {"*": self.multiply, "/": self.divide}
        how = write.get(op) or partial(self.add, op)
        return self.strict([left, right], lambda: how(left, right))

    def _compare(self, node: Compare, names: Names) -> Held:
        values = [self.node(operand, names) for operand in node.operands]
        pairs = [
            self._pair(op, left, right) for op, left, right in zip(node.ops, values, values[1:], strict=False)
        ]
        return pairs[0] if len(pairs) == 1 else self._joined("and", pairs)

    def _pair(self, op: str, left: Held, right: Held) -> Held:
        if left.kind != right.kind:
            raise UncoveredError("types")
        return self.strict(
            [left, right], lambda: Held("truth", self.let("test", test=self.test(op, left, right)))
        )

    def _logic(self, node: Logic, names: Names) -> Held:
        return self._joined(node.op, [self.truth(self.node(operand, names)) for operand in node.operands])

    def _joined(self, op: str, values: Sequence[Held]) -> Held:
        """`and` and `or`: a false, or a true, decides, whatever is absent beside it."""
        decides = op == "or"
        absents = absents_of(values)
        tests: list[ast.expr] = [self.decides(value, decides=decides) for value in values]
        decided = self.let("test", test=ast.BoolOp(ast.Or(), tests))
        if not absents:
            return Held("truth", decided if decides else self.let("not t", t=decided))
        return self.branch(
            decided,
            lambda: Held("truth", decides),
            lambda: Held("truth", not decides, x=str(self.let("worst", worst=worst_of(absents)))),
        )

    @staticmethod
    def decides(value: Held, *, decides: bool) -> ast.expr:
        """Gives the test whether a value decides."""
        sign = "" if decides else "not "
        if value.x is None:
            return expression(f"{sign}t", t=value.n)
        return expression(f"x is None and {sign}t", x=value.x, t=value.n)

    def _choose(self, node: Choose, names: Names) -> Held:
        test = self.truth(self.node(node.test, names))
        return self.strict(
            [test],
            lambda: self.branch(
                test.n, lambda: self.node(node.body, names), lambda: self.node(node.orelse, names)
            ),
        )

    # calls

    def _call(self, node: Call, names: Names) -> Held:
        alias = self.aliases.get(node.function)
        if alias is not None:
            return self._alias(alias, [self.node(each, names) for each in node.arguments])
        write = self.functions.get(node.function)
        if write is None:
            raise UncoveredError("irrational")
        return write(self, [self.node(each, names) for each in node.arguments])

    def _alias(self, plan: AliasPlan, values: list[Held]) -> Held:
        if isinstance(plan, ScalePlan):
            return self._scale(plan, self.of_kind("number", values[0]))
        if isinstance(plan.table, Table):
            table = plan.table
            return self.strict(
                values, lambda: self._table(table, [self.of_kind("code", each) for each in values])
            )
        value = self.of_kind("number", values[0])
        return self.strict(values, lambda: self._curve(plan, value))

    def _scale(self, plan: ScalePlan, value: Held) -> Held:
        code, category, x = self.fresh(), self.fresh(), self.fresh()
        parts: dict[str, Part] = {"p": self.constant(plan), "n": value.n, "d": value.d, "a": value.x}
        self.put("c, g, x = band(p, n, d, a)", c=code, g=category, x=x, **parts)
        self.put("if is_broken(x):\n  told = True", x=x, told=self.told)
        return Held("code", code, category, x)

    def _table(self, table: Table, values: list[Held]) -> Held:
        """All cells over one denominator; those without a number break."""
        given = {codes: cell for codes, cell in table.cells.items() if cell is not None}
        d = lcm(*(cell.denominator for cell in given.values()))
        cells = {codes: (int(cell * d), None) for codes, cell in given.items()}
        undefined = dict.fromkeys(table.cells.keys() - given.keys(), (0, not_computable("undefined-cell")))
        n, x = self.fresh(), self.fresh()
        key = ast.Tuple([expression("str(c)", c=value.n) for value in values], ast.Load())
        parts: dict[str, Part] = {"cells": self.constant({**cells, **undefined}), "key": key}
        parts["none"] = self.constant((0, not_computable("not-in-table")))
        self.put("n, x = cells.get(key, none)", n=n, x=x, **parts)
        self.put("if x is not None:\n  told = True", x=x, told=self.told)
        bits = max((abs(cell).bit_length() for cell, _ in cells.values()), default=1)
        positive = all(cell >= 0 for cell, _ in cells.values())
        return self.sized(Held("number", n, d, x, bits, d.bit_length(), positive))

    def _curve(self, plan: TablePlan, value: Held) -> Held:
        n, d, x = self.fresh(), self.fresh(), self.fresh()
        self.put("n, d, x = number_of(p, m, e)", n=n, d=d, x=x, p=self.constant(plan), m=value.n, e=value.d)
        self.put("if x is not None:\n  told = True", x=x, told=self.told)
        return self.sized(Held("number", n, d, x, WIDE + 1, WIDE + 1))

    # ordinary functions

    def _absolute(self, values: list[Held]) -> Held:
        (value,) = values
        return self.strict(
            values, lambda: replace(value, n=self.let("abs(n)", n=value.n), x=None, positive=True)
        )

    def _smallest(self, values: list[Held]) -> Held:
        return self.strict(values, lambda: self.extreme("<=", values))

    def _largest(self, values: list[Held]) -> Held:
        return self.strict(values, lambda: self.extreme(">=", values))

    def _clamp(self, values: list[Held]) -> Held:
        value, low, high = values
        return self.strict(
            values,
            lambda: self.branch(
                self.test(">", low, high),
                lambda: self.broken("outside-domain"),
                lambda: self.extreme(">=", [low, self.extreme("<=", [value, high])]),
            ),
        )

    def _given(self, values: list[Held]) -> Held:
        (value,) = values
        return Held("truth", True if value.x is None else self.let("x is None or is_given(x)", x=value.x))

    functions: ClassVar[dict[str, Callable[[FormulaWriter, list[Held]], Held]]] = {
        "abs": _absolute,
        "min": _smallest,
        "max": _largest,
        "clamp": _clamp,
        "given": _given,
    }

    # Functions, not methods of one writer: no writer is then a reference cycle.
    nodes_by_type: ClassVar[dict[type, Callable[[FormulaWriter, Any, Names], Held]]] = {
        Number: _number,
        Name: _name,
        Dotted: _dotted,
        Unary: _unary,
        Binary: _binary,
        Compare: _compare,
        Logic: _logic,
        Choose: _choose,
        Call: _call,
        Aggregate: lambda self, node, names: Fold(self, node, names).value(),
    }
