"""Weights over fixed rows: some check must hold their sum to something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sakip_rules.checker.findings import Findings
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import Formula
from sakip_rules.expression.faults import fault
from sakip_rules.expression.formula import reads
from sakip_rules.expression.tree import Aggregate, Node, postorder
from sakip_rules.models import Body


def check_weights(
    read: Mapping[Path, Formula], checks: Iterable[Formula], body: Body, findings: Findings
) -> None:
    """Warns of weights of fixed rows of a record that no check of it adds up."""
    fixed = {(name,) for name, step in body.steps.items() if step.rows is not None}
    summed = {path for check in checks for path in _summed(check)}
    for at, formula in read.items():
        for node in formula.nodes:
            weights = _weights(node) if isinstance(node, Aggregate) and node.rows in fixed else set()
            if weights and not weights & summed:
                name = quoted(".".join(min(weights)))
                unchecked = fault("weights-unchecked", node.start, node.end, name=name)
                findings.add_fault(at, unchecked, warning=True)


def _weights(node: Aggregate) -> set[tuple[str, ...]]:
    """The columns that the rows of an aggregate are weighted by."""
    return set() if node.weight is None else _dotted(node.weight)


def _summed(check: Formula) -> set[tuple[str, ...]]:
    sums = (node for node in check.nodes if isinstance(node, Aggregate) and node.function == "sum")
    return {path for node in sums for path in _dotted(node.argument)}


def _dotted(root: Node) -> set[tuple[str, ...]]:
    return {read.path for read in reads(postorder(root)).names if len(read.path) > 1}
