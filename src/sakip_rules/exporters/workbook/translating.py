"""From the tree of a formula to the text of a cell.

What has no value gives a word in the cell, so every formula asks first whether its operands are there.
Arithmetic stands in one cell; a condition, a choice, an aggregate or a category inside it gets a cell of
its own, a helper, so that no part is written twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.exporters.workbook.absence import Absence, Kind, Leaf, any_of, literal, says, unique
from sakip_rules.exporters.workbook.aggregates import Aggregation
from sakip_rules.exporters.workbook.arithmetic import Finish, arithmetic, guarded, is_arithmetic, is_leaf
from sakip_rules.exporters.workbook.bands import (
    category_formula,
    comparable,
    curve_formula,
    must_be_apart,
    number_text,
    table_formula,
    value_of,
)
from sakip_rules.exporters.workbook.limits import checked
from sakip_rules.exporters.workbook.names import Field, code_text, find, needs_its_ends
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import (
    Aggregate,
    Call,
    Choose,
    Compare,
    Logic,
    Name,
    Node,
    Number,
    Unary,
)
from sakip_rules.plans import ScalePlan
from sakip_rules.tables import Table
from sakip_rules.values import is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.grid import BookSheet
    from sakip_rules.exporters.workbook.lines import SheetLine
    from sakip_rules.values import Value

SIGNS: Final = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
Helpers = dict[tuple["SheetLine", str], tuple[str, "Value | str"]]
"""Of a line and the key of a helper: its formula, and what it comes to now."""


_text_of: Final = lru_cache(maxsize=4_096)(to_text)
"""The text of a part is the key of its helper; a part is translated for many lines."""


def as_it_is(text: str) -> str:
    """Leaves a number as it is."""
    return text


class Condition(NamedTuple):
    """A condition: where it is decided, what it then says, and what it is where it is absent."""

    decided: str | None
    test: str
    absent: str


@dataclass(slots=True)
class Translator:
    """Translates formulas of a line for a sheet; in an aggregate, parts of it for one of its rows."""

    line: SheetLine
    sheet: BookSheet
    absence: Absence
    helpers: Helpers
    row: SheetLine | None = None
    path: tuple[str, ...] = ()

    def text(self, node: Node, finish: Finish = as_it_is) -> str:
        """Gives the formula of a node: its value, or the word of an absent value."""
        if is_arithmetic(node):
            return guarded(arithmetic(node, self.cell), self.absence, finish)
        match node:
            case Choose():
                return self.choice(
                    self.condition(node.test), self.text(node.body, finish), self.text(node.orelse, finish)
                )
            case Compare() | Logic() | Unary():
                return self.decided(self.condition(node))
            case Aggregate():
                return self.aggregate(node, finish)
            case Call():
                return self.call(node, finish)
        return self.named(self.cell(node), finish)

    def named(self, leaf: Leaf, finish: Finish) -> str:
        """Gives the formula that takes over what a cell holds."""
        if leaf.kind != "number" or finish is as_it_is:
            return self.absence.itself(leaf)
        return f"IF(ISNUMBER({leaf.text}),{finish(leaf.text)},{self.absence.worst((leaf,))})"

    def choice(self, condition: Condition, then: str, otherwise: str) -> str:
        """Gives the formula that takes one of two; an absent condition is the result."""
        text = f"IF({condition.test},{then},{otherwise})"
        return text if condition.decided is None else f"IF({condition.decided},{text},{condition.absent})"

    def decided(self, condition: Condition) -> str:
        """Gives the formula of a condition that is a value itself."""
        if condition.decided is None:
            return condition.test
        return f"IF({condition.decided},{condition.test},{condition.absent})"

    # cells

    def cell(self, node: Node) -> Leaf:
        """Gives the cell of a node: the one that it names, else that of a helper."""
        if is_leaf(node):
            found = find(node, self.line, self.row, self.path)
            if isinstance(found, str):  # a CODE: there is a cell for none
                return Leaf(literal(code_text(found, self.absence.lang)), "text", clean=True)
            return self.range_number(node, found) if needs_its_ends(found) else self.leaf(found)
        return self.helper(node)

    def leaf(self, found: Field) -> Leaf:
        """Gives a field as a formula of this sheet reads it; a year that is not given is a missing value."""
        if found.line is None:
            return Leaf(self.absence.quoted("missing"), found.kind)
        place = found.line.place(found.key)
        return Leaf(place.seen_from(self.sheet), found.kind, found.blank, found.clean)

    def range_number(self, node: Node, found: Field) -> Leaf:
        """Gives the number that a bare range is where its ends are equal."""
        low, high = (
            self.leaf(found._replace(key=f"{found.key}.{end}", kind="number")) for end in ("min", "max")
        )
        refused = self.absence.quoted("not_computable")
        ends = self.absence.present((low, high))
        text = f"IF({ends},IF({low.text}={high.text},{low.text},{refused}),{self.absence.worst((low, high))})"
        return self.keep(node, text, "number")

    def helper(self, node: Node) -> Leaf:
        """Gives the cell of a helper that computes a part."""
        home = self.line if self.row is None else self.row
        key = _text_of(node)
        if (home, key) in self.helpers:
            return Leaf(home.helper_place(key).seen_from(self.sheet), self.kind(node))
        return self.keep(node, self.at_home().text(node), self.kind(node))

    def at_home(self) -> Translator:
        """Gives the translator of the sheet in which helpers of this one stand."""
        home = self.line if self.row is None else self.row
        return Translator(self.line, home.sheet, self.absence, self.helpers, self.row, self.path)

    def keep(self, node: Node, text: str, kind: Kind) -> Leaf:
        """Puts a formula into a helper, and gives its cell."""
        return self.keep_as(_text_of(node), text, self.value(node), kind)

    def keep_as(self, key: str, text: str, value: Value | str, kind: Kind) -> Leaf:
        """Puts a formula with a value into a helper of a name, and gives its cell."""
        home = self.line if self.row is None else self.row
        self.helpers[home, key] = (checked(text, value), value)
        return Leaf(home.helper_place(key).seen_from(self.sheet), kind)

    def value(self, node: Node) -> Value:
        """Gives what a part comes to now."""
        return self.line.value(node, self.row, self.path)

    # conditions

    def condition(self, node: Node) -> Condition:
        """Gives a condition; one made of others, that may be absent, reads their cells."""
        match node:
            case Compare() if len(node.ops) == 1:
                return self.comparison(node.ops[0], node.operands[0], node.operands[1])
            case Compare():
                pairs = zip(node.ops, node.operands, node.operands[1:], strict=False)
                return self.joined("and", [self.kept(node, place, pair) for place, pair in enumerate(pairs)])
            case Logic():
                return self.logic(node)
            case Unary() if node.op == "not":
                inner = self.condition(node.operand)
                return inner._replace(test=f"NOT({inner.test})")
            case Call() if node.function == "given":
                return Condition(None, self.given(node), "")
        leaf = self.cell(node)
        return Condition(f"ISLOGICAL({leaf.text})", leaf.text, self.absence.worst((leaf,)))

    def kept(self, node: Compare, place: int, pair: tuple[str, Node, Node]) -> Leaf:
        """Gives the cell of one comparison of a chain."""
        op, left, right = pair
        lone = Compare(node.start, node.end, (op,), (left, right))
        here = self.at_home()
        return self.keep_as(
            f"{to_text(node)} ({place + 1})", here.decided(here.condition(lone)), self.value(lone), "truth"
        )

    def given(self, node: Call) -> str:
        """Gives the condition that a value is there."""
        named = node.arguments[0]
        found = find(named, self.line, self.row, self.path)
        if isinstance(found, str):
            return "TRUE"
        if needs_its_ends(found):
            found = found._replace(key=f"{found.key}.min", kind="number")
        return "FALSE" if found.line is None else self.absence.given(self.leaf(found))

    def logic(self, node: Logic) -> Condition:
        """Gives `and` or `or`: one that decides does so whatever is absent beside it."""
        conditions = [self.condition(operand) for operand in node.operands]
        if all(condition.decided is None for condition in conditions):
            return Condition(None, f"{node.op.upper()}({','.join(c.test for c in conditions)})", "")
        return self.joined(node.op, [self.truth(operand) for operand in node.operands])

    def truth(self, node: Node) -> Leaf:
        """Gives the cell of a condition."""
        return self.cell(node) if is_leaf(node) else self.helper(node)

    def joined(self, op: str, leaves: Sequence[Leaf]) -> Condition:
        """Gives conditions in cells, joined."""
        decisive = "FALSE" if op == "and" else "TRUE"
        decides = any_of([says(leaf, decisive) for leaf in leaves])
        present = self.absence.present(unique(leaves))
        test = f"NOT({decides})" if op == "and" else decides
        return Condition(f"OR({decides},{present})", test, self.absence.worst(unique(leaves)))

    def comparison(self, op: str, left: Node, right: Node) -> Condition:
        """Gives one comparison: numbers by size, all others by sameness."""
        sides = [self.side(left, right), self.side(right, left)]
        leaves = unique(leaf for _, side in sides for leaf in side)
        one, other = self.value(left), self.value(right)
        if is_number(one) and is_number(other):
            must_be_apart(one, other)
        test = f"{sides[0][0]}{SIGNS[op]}{sides[1][0]}"
        if not leaves:
            return Condition(None, test, "")
        return Condition(self.absence.present(leaves), test, self.absence.worst(leaves))

    def side(self, node: Node, beside: Node) -> tuple[str, tuple[Leaf, ...]]:
        """Gives a side of a comparison, and the cells that it reads."""
        if isinstance(node, Number):
            return number_text(node.value), ()
        if isinstance(node, Name):
            found = find(node, self.line, self.row, self.path)
            if isinstance(found, str):
                return literal(code_text(found, self.absence.lang)), ()
        leaf = self.cell(node)
        if leaf.kind != "number":
            return leaf.text, (leaf,)
        now, other = self.value(node), beside.value if isinstance(beside, Number) else None
        return comparable(leaf, now if is_number(now) else None, other), (leaf,)

    # scales, tables, aggregates

    def call(self, node: Call, finish: Finish) -> str:
        """Gives what a scale or table gives in a formula."""
        if node.function == "given":
            return self.given(node)
        plan = self.line.plan.aliases.get(node.function)
        if plan is None:
            raise NotAFormulaError("function")
        leaves = tuple(self.cell(argument) for argument in node.arguments)
        first = self.value(node.arguments[0])
        exact = first if is_number(first) else None
        if isinstance(plan, ScalePlan):
            return category_formula(plan, leaves[0], exact, self.absence, value_of, silent=False)
        if isinstance(plan.table, Table):
            text = table_formula(plan.table, leaves, self.absence)
        else:
            text = curve_formula(plan.table, leaves[0], self.absence, exact)
        if finish is as_it_is:
            return text
        return self.named(self.keep(node, text, "number"), finish)

    def aggregate(self, node: Aggregate, finish: Finish) -> str:
        """Gives what a function makes of rows."""
        return Aggregation(self, node).text(finish)

    def kind(self, node: Node) -> Kind:
        """Gives the kind of value that a part gives."""
        match node:
            case Compare() | Logic():
                return "truth"
            case Unary() if node.op == "not":
                return "truth"
            case Call() if node.function == "given":
                return "truth"
            case Call():
                return (
                    "text" if isinstance(self.line.plan.aliases.get(node.function), ScalePlan) else "number"
                )
            case Choose():
                return self.kind(node.body)
        return self.cell(node).kind if is_leaf(node) else "number"
