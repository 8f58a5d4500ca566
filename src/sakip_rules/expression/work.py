"""The state of one analysis: a scope, what is known of each node so far, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.expression import units
from sakip_rules.expression.faults import Fault, fault
from sakip_rules.expression.scope import UNKNOWN, Entry, Scope, Type
from sakip_rules.expression.tree import Name, Node
from sakip_rules.languages import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Analysis:
    """What a formula gives, and what is wrong with it."""

    type: Type = UNKNOWN
    unit: str | None = None
    faults: list[Fault] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """An analysis that goes on: `entries` holds the nodes done, `rows` the path ranged over now."""

    scope: Scope
    analysis: Analysis = field(default_factory=Analysis)
    entries: dict[Node, Entry] = field(default_factory=dict)
    rows: tuple[str, ...] = ()

    def type_of(self, node: Node) -> Type:
        """Gives the type of a node that is done."""
        return self.entries[node].type

    def unit_of(self, node: Node) -> str | None:
        """Gives the unit of a node that is done."""
        return self.entries[node].unit

    def fault(self, key: str, node: Node, **texts: str | Pair) -> None:
        """Adds a fault at a node."""
        self.analysis.faults.append(fault(key, node.start, node.end, **texts))

    def forget(self, key: str, node: Node) -> None:
        """Takes back the faults of a key inside a node: they only follow from one that the node has."""
        self.analysis.faults = [
            known
            for known in self.analysis.faults
            if known.key != key or not node.start <= known.start < node.end
        ]

    def unknown(self, node: Node, name: str, known: Iterable[str]) -> None:
        """Adds a name that means nothing here, with the nearest one that does."""
        self.fault("unknown-name", node, name=quoted(name), near=did_you_mean(name, known))

    def read_as_code(self, node: Node, codes: frozenset[str]) -> None:
        """Reads a word that means nothing as a CODE, where it stands beside a value of a list."""
        for place, known in enumerate(self.analysis.faults):
            if isinstance(node, Name) and known.start == node.start and known.key == "unknown-name":
                code, near = quoted(node.name), did_you_mean(node.name, codes)
                read = fault("unknown-code", node.start, node.end, code=code, near=near)
                self.analysis.faults[place] = read

    def want(self, node: Node, kind: str) -> None:
        """Adds a fault if a node that is done is not of the kind wanted."""
        wrong = expect_kind(self.type_of(node), kind, node)
        if wrong is not None:
            self.analysis.faults.append(wrong)

    def equal_units(self, node: Node, parts: tuple[Node, ...]) -> str | None:
        """Gives the unit of parts that must have one unit; two known and different ones are a fault."""
        stated = [self.unit_of(part) for part in parts]
        known = [unit for unit in stated if unit is not None and unit != units.LITERAL]
        for unit in known[1:]:
            if units.differ(known[0], unit):
                self.units_differ(node, known[0], unit)
                return None
        return units.joined(stated)

    def units_differ(self, node: Node, one: str | None, other: str | None) -> None:
        """Adds the fault of two units that do not go together."""
        key = "unit-mismatch.ratio" if units.clashes_with_declared(one, other) else "unit-mismatch"
        self.fault(key, node, one=quoted(str(one)), other=quoted(str(other)))


def expect_kind(given: Type, kind: str, node: Node) -> Fault | None:
    """Gives the fault of a value that is not of the kind wanted, if it is not."""
    if given.kind in (kind, "unknown") or (kind == "number" and given.kind == "range"):
        return None
    if given.kind == "rows":
        name = quoted(node.name if isinstance(node, Name) else "…")
        return fault("collection-outside-aggregate", node.start, node.end, name=name)
    return fault(f"type-mismatch.{kind}", node.start, node.end)
