"""What the parts of a formula come to: computed once more, part by part, for those who explain it.

The evaluator keeps no value of a formula but the last one: most figures are never explained.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sakip_rules.expression.evaluate import AliasCall, Context, ExactEvaluator
from sakip_rules.expression.rows import Names, Remaining, rows_in
from sakip_rules.expression.tree import Aggregate, Node
from sakip_rules.values import Row, Value


class Term(NamedTuple):
    """A row of an aggregate: what it is called, what it gives, and why it left, if it did."""

    label: str
    row: Row
    value: Value
    weight: Value | None
    left: str | None

    @property
    def counts(self) -> bool:
        """Whether the aggregate counts it, or is blocked by it."""
        return self.left is None


class Parts:
    """The values of the parts of formulas that saw these names and called these aliases."""

    def __init__(self, names: Names, aliases: Mapping[str, AliasCall]) -> None:
        self.names = names
        self._evaluator = ExactEvaluator(Context(names, aliases))

    def value(self, node: Node) -> Value:
        """Gives the value of a part that stands in no aggregate, or of a whole aggregate."""
        return self._evaluator.part(node)

    def of_row(self, node: Node, aggregate: Aggregate, row: Row) -> Value:
        """Gives the value of a part of an aggregate for one row."""
        return self._evaluator.part(node, row, aggregate.rows)

    def terms(self, aggregate: Aggregate) -> list[Term]:
        """Gives what each row gives to an aggregate, in order."""
        return [self._term(aggregate, label, row) for label, row in self.rows(aggregate.rows)]

    def rows(self, path: tuple[str, ...]) -> list[tuple[str, Row]]:
        """Gives the rows of a collection path, each called by the ids or numbers that lead to it."""
        rows = _labelled("", self.names.get(path[0]))
        for part in path[1:]:
            below = [_labelled(f"{label}/", row.values.get(part)) for label, row in rows]
            rows = [inner for labelled in below for inner in labelled]
        return rows

    def _term(self, aggregate: Aggregate, label: str, row: Row) -> Term:
        where, weight = aggregate.where, aggregate.weight
        condition = True if where is None else self.of_row(where, aggregate, row)
        weighed = None if weight is None else self.of_row(weight, aggregate, row)
        counted = aggregate.counts_rows
        value = self._evaluator.counted(row) if counted else self.of_row(aggregate.argument, aggregate, row)
        alone = Remaining(aggregate)
        alone.take(label, condition, value, weighed)
        return Term(label, row, value, weighed, next((why for _, why in alone.left), None))


def _labelled(above: str, collection: Value | None) -> list[tuple[str, Row]]:
    return [(f"{above}{row.id or number}", row) for number, row in enumerate(rows_in(collection), 1)]
