"""Aggregates, written as one loop over the rows: which remain, and what they give (language 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.arithmetic import absents_of, all_present, worst_of
from sakip_rules.compiled.code import Block, Part, expression
from sakip_rules.compiled.known import WIDE, Held, Known, Listed, Names
from sakip_rules.compiled.rows import listed, slots_of
from sakip_rules.dataclass import replace
from sakip_rules.expression.tree import Aggregate

if TYPE_CHECKING:
    from sakip_rules.compiled.formulas import FormulaWriter

FUNCTIONS: Final = frozenset({"sum", "mean", "product", "min", "max", "first", "last", "count"})
"""All but the geometric mean, which leaves the rationals."""

HALF: Final = WIDE // 4
"""So long may a sum or product of rows become."""


class Fold:
    """One aggregate while it is written.

    `blocking` holds the worst absent value of the rows that remain, `left` that of those that left, `kept`
    how many remain that have a value; `total` is what these give together, `weights` their weights.
    """

    def __init__(self, writer: FormulaWriter, node: Aggregate, names: Names) -> None:
        if node.function not in FUNCTIONS:
            raise UncoveredError("irrational")
        self.writer, self.node = writer, node
        self.levels = list(self._levels(names.get(node.rows[:1]), node.rows[1:]))
        fields = self.levels[-1].fields
        self.names: Names = {**names, **{(*node.rows, name): field for name, field in fields.items()}}
        self.blocking, self.left, self.kept, self.below = (writer.fresh() for _ in range(4))
        self.total = self.weights = Held("nothing", 0)

    def _levels(self, found: Known | None, below: tuple[str, ...]) -> Iterator[Listed]:
        """The rows of each collection of the path, each among the fields of the rows before."""
        if not isinstance(found, Listed):
            raise UncoveredError("rows")
        rows = listed(found.rows, found.fields, self.writer.fresh)
        yield rows
        if below:
            yield from self._levels(rows.fields.get(below[0]), below[1:])

    def value(self) -> Held:
        """Writes the loop, and gives the value of the rows that remain."""
        outside, self.writer.units = self.writer.units, 0
        with self.writer.block() as body:
            self._row()
        each_row, self.writer.units = self.writer.units + 2, outside
        self._begin()
        for rows in reversed(self.levels):
            with self.writer.block() as loop:
                self.writer.cost(each_row, rows.rows)
                self.writer.put("for slots in rows:\n  body", slots=slots_of(rows), rows=rows.rows, body=body)
            body = loop
        self.writer.statements += body
        if self.node.function == "count":
            return Held("number", self.kept, 1, self.blocking, 32, 1, positive=True)
        return self._result()

    def _row(self) -> None:
        """What is done for one row."""
        condition, value, weight = self._parts()
        with self.writer.block() as keep:
            self.writer.put("kept += 1", kept=self.kept)
            self._keep(value, weight)
        absents = absents_of([each for each in (condition, value, weight) if each is not None])
        take = keep
        if absents:
            with self.writer.block() as gone:
                parts: dict[str, Part] = {"b": self.blocking, "left": self.left}
                parts |= {"why": worst_of(absents), "x": value.x}
                self.writer.put("b, left = leave(b, left, why, x)", **parts)
            with self.writer.block() as take:
                self.writer.choose(all_present(absents), keep, gone)
        self._where(condition, value, take)

    def _parts(self) -> tuple[Held | None, Held, Held | None]:
        """Condition, value and weight of a row."""
        writer, node = self.writer, self.node
        condition = None if node.where is None else writer.truth(writer.node(node.where, self.names))
        if node.counts_rows:
            writer.count(1)
            value = Held("nothing", 0, x=self.levels[-1].slots[0])
        else:
            value = writer.node(node.argument, self.names)
        weight = None if node.weight is None else writer.number(node.weight, self.names)
        if value.kind == "truth" or (
            value.kind == "code" and node.function not in ("count", "first", "last")
        ):
            raise UncoveredError("types")
        return condition, value, weight

    def _where(self, condition: Held | None, value: Held, take: Block) -> None:
        """A row for which the condition is false leaves, whatever else it is."""
        if condition is None:
            self.writer.statements += take
            return
        with self.writer.block() as leaves:
            if value.x is not None:
                self.writer.put("left = left_by(left, x)", left=self.left, x=value.x)
        false = expression("not t", t=condition.n)
        if condition.x is not None:
            false = expression("x is None and false", x=condition.x, false=false)
        self.writer.choose(false, leaves, take)

    def _keep(self, value: Held, weight: Held | None) -> None:
        """What is done with a row that remains and has a value."""
        function = self.node.function
        if function == "count":
            return
        if weight is not None:
            self._weigh(weight)
            value = self.writer.multiply(value, weight)
        self.total = self._like(value)
        if function in ("sum", "mean"):
            self._add(self.total, value)
        elif function == "product":
            self.total = replace(self.total, d=self.writer.fresh())
            self._join("times", self.total, value)
        else:
            self._choose(function, value)

    def _like(self, value: Held) -> Held:
        """Variables for values like one; over its denominator, if that is known."""
        d = value.d if isinstance(value.d, int) else self.writer.fresh()
        return replace(value, n=self.writer.fresh(), d=d, x=None)

    def _weigh(self, weight: Held) -> None:
        if not weight.positive:
            self.writer.put("if n < 0:\n  below = True", n=weight.n, below=self.below)
        self.weights = self._like(weight)
        self._add(self.weights, weight)

    def _add(self, total: Held, value: Held) -> None:
        if isinstance(value.d, int):
            self.writer.put("n += m", n=total.n, m=value.n)
        else:
            self._join("plus", total, value)

    def _join(self, helper: str, total: Held, value: Held) -> None:
        self.writer.put(f"n, d = {helper}(n, d, m, e)", n=total.n, d=total.d, m=value.n, e=value.d)

    def _choose(self, function: str, value: Held) -> None:
        """Takes the value of a row in place of the one before: of the first, a better one, or any."""
        test = expression("kept == 1", kept=self.kept)
        if function in ("min", "max"):
            better = self.writer.test("<" if function == "min" else ">", value, self.total)
            test = expression("first or better", first=test, better=better)
        with self.writer.block() as take:
            self.writer.put("n = m", n=self.total.n, m=value.n)
            if isinstance(self.total.d, str):
                self.writer.put("d = e", d=self.total.d, e=value.d)
        if function == "last":
            self.writer.statements += take
        else:
            self.writer.choose(test, take, [])

    def _begin(self) -> None:
        """What the variables hold before the first row."""
        one = int(self.node.function == "product")
        self.writer.put("b = left = None\nkept = 0", b=self.blocking, left=self.left, kept=self.kept)
        for held in (self.total, self.weights):
            for atom, begin in ((held.n, one), (held.d, 1)):
                if isinstance(atom, str):
                    self.writer.put("name = begin", name=atom, begin=begin)
        if self.node.weight is not None:
            self.writer.put("below = False", below=self.below)

    def _result(self) -> Held:
        """What blocks; of no rows the worst that left, or not applicable; else what the rows give."""
        writer, x = self.writer, self.writer.fresh()

        def nothing() -> Held:
            writer.put("x = left or NOT_APPLICABLE", x=x, left=self.left)
            return Held("nothing", 0, x=x)

        return writer.branch(
            expression("b is None", b=self.blocking),
            lambda: writer.branch(self.kept, self._of_rows, nothing),
            lambda: Held("nothing", 0, x=self.blocking),
        )

    def _of_rows(self) -> Held:
        if self.node.function in ("min", "max", "first", "last"):
            return self.total
        total = self._bounded(self.total)
        if self.node.function != "mean":
            return total
        if self.node.weight is None:
            d = self.writer.let("d * kept", d=total.d, kept=self.kept)
            return replace(total, d=d, d_bits=total.d_bits + 32)
        weights = self._bounded(self.weights)
        return self.writer.branch(
            self.below,
            lambda: self.writer.broken("outside-domain"),
            lambda: self.writer.divide(total, replace(weights, positive=True)),
        )

    def _bounded(self, total: Held) -> Held:
        """A sum or product, which may have become long."""
        for atom in (total.n, total.d):
            self.writer.hold_to(HALF, atom)
        return replace(total, n_bits=HALF, d_bits=max(HALF, total.d_bits))
