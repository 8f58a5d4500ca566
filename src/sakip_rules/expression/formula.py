"""A parsed formula: its text, its tree, and what it reads, worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.dataclass import dataclass, field
from sakip_rules.expression.functions import AGGREGATES, FUNCTION_NAMES
from sakip_rules.expression.tree import (
    ENDS,
    HISTORY,
    LAST_YEAR,
    Aggregate,
    Call,
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

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Read:
    """A name that a formula reads: a field of the record itself, of rows, or of another year."""

    path: tuple[str, ...]
    """The name as written, at its points."""
    rows: tuple[str, ...]
    """The collection path; for another year `tahun_lalu` or `riwayat`; nothing for the record itself."""
    field: str
    end: str | None
    """`min` or `max` of a range."""

    @property
    def text(self) -> str:
        """The name as written."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Reads:
    """What a formula reads, each once: names in the order of their text."""

    names: tuple[Read, ...]
    """Values, CODEs, and for `count(c)` the collection: only a scope can tell them apart."""
    aliases: tuple[str, ...]
    """The scales and tables that it calls."""
    ranged: tuple[tuple[str, ...], ...]
    """The collection paths that its aggregates range over."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The first parts of the names, each once: what the record itself must know."""
        return tuple(dict.fromkeys(read.path[0] for read in self.names))

    def of_record(self, *, last_year: bool = False) -> tuple[str, ...]:
        """Gives the names of the record itself that must be computed before, each once.

        `riwayat.f` needs this year's `f`; `tahun_lalu.f` needs nothing of this year, and is left out
        unless it is asked for.
        """
        needed = [read for read in self.names if last_year or read.rows != (LAST_YEAR,)]
        return tuple(dict.fromkeys(map(_needed, needed)))


def _needed(read: Read) -> str:
    return read.field if read.rows in ((), (HISTORY,), (LAST_YEAR,)) else read.rows[0]


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """A parsed formula: its text, its tree, the nodes of the tree in postorder, and what it reads."""

    text: str
    root: Node
    nodes: tuple[Node, ...]
    reads: Reads
    orders: dict[Node, tuple[Node, ...]] = field(default_factory=dict, repr=False)
    """In which order the evaluator goes through a part, once it has done so for the first time."""

    @property
    def is_constant(self) -> bool:
        """Says that the formula needs nothing from outside: no name, no rows and no alias."""
        return not (self.reads.names or self.reads.aliases or self.reads.ranged)

    @classmethod
    def of(cls, text: str, root: Node) -> Formula:
        """Gives the formula of a checked tree."""
        nodes = postorder(root)
        return cls(text, root, nodes, reads(nodes))


def aggregate(
    span: tuple[int, int], function: str, argument: Node, where: Node | None, weight: Node | None
) -> Aggregate:
    """Gives the aggregate over the rows of the first dotted name in it; `count(c)` is over those of `c`."""
    inner = postorder(*(part for part in (argument, where, weight) if part is not None))
    rows = next((node.rows for node in inner if isinstance(node, Dotted) and node.rows), ())
    counts_rows = False
    if isinstance(argument, Name) and AGGREGATES[function].counts_rows:
        rows = rows or (argument.name,)
        counts_rows = rows == (argument.name,)
    return Aggregate(*span, function, argument, where, weight, rows, counts_rows, inner)


def compared(formula: Formula) -> dict[str, Formula]:
    """Gives the sides of the comparisons that a condition is made of, by text; written numbers are none."""
    sides: dict[str, Formula] = {}
    todo: list[Node] = [formula.root]
    while todo:
        node = todo.pop()
        if isinstance(node, Compare):
            found = [side for side in node.operands if not isinstance(side, Number)]
            texts = [formula.text[side.start : side.end] for side in found]
            sides |= {text: Formula.of(text, side) for text, side in zip(texts, found, strict=True)}
        elif isinstance(node, Logic) or (isinstance(node, Unary) and node.op == "not"):
            todo.extend(reversed(children(node)))
    return sides


def nodes_of(what: Formula | Node) -> tuple[Node, ...]:
    """Gives the nodes of a formula, or of a part of one, in postorder."""
    return what.nodes if isinstance(what, Formula) else postorder(what)


def reads(nodes: Iterable[Node]) -> Reads:
    """Gives what the nodes of a formula, or of a part of one, read."""
    ordered = sorted(nodes, key=lambda node: node.start)
    names = dict.fromkeys(
        node.path if isinstance(node, Dotted) else (node.name,)
        for node in ordered
        if isinstance(node, Name | Dotted)
    )
    aliases = dict.fromkeys(
        node.function for node in ordered if isinstance(node, Call) and node.function not in FUNCTION_NAMES
    )
    ranged = dict.fromkeys(node.rows for node in ordered if isinstance(node, Aggregate))
    return Reads(tuple(_read(path) for path in names), tuple(aliases), tuple(ranged))


def _read(path: tuple[str, ...]) -> Read:
    end = path[-1] if len(path) > 1 and path[-1] in ENDS else None
    *rows, field = path if end is None else path[:-1]
    return Read(path, tuple(rows), field, end)
