"""The checked tree of a formula: plain, immutable nodes with the stretch of text they stand for.

The tree is walked with explicit stacks (`postorder`, `fold`), never by recursion: how deep a formula nests
must not depend on how deep its caller's stack is. Nodes are compared as objects: two parts of a formula that
read alike are two places in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from sakip_rules.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

LAST_YEAR: Final = "tahun_lalu"
HISTORY: Final = "riwayat"
YEAR: Final = "year"
ENDS: Final = ("min", "max")
"""The ends of a range; no field has such a name, for they are functions."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """A literal, exact from its text; `is_integer` says that it is written without a point."""

    start: int
    end: int
    value: Fraction
    is_integer: bool


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A bare name: an input, a step, `result`, `year` or a CODE."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Dotted:
    """A dotted name: an end of a range, a field of rows, a field of another year."""

    start: int
    end: int
    path: tuple[str, ...]

    @property
    def rows(self) -> tuple[str, ...]:
        """The collection path that the name could stand in."""
        if self.path[0] == LAST_YEAR:
            return ()
        return self.path[:-2] if self.path[-1] in ENDS else self.path[:-1]


@dataclass(frozen=True, slots=True, eq=False)
class Unary:
    """`-x`, `+x` or `not x`."""

    start: int
    end: int
    op: str
    operand: Node


@dataclass(frozen=True, slots=True, eq=False)
class Binary:
    """`+ - * / **`; the right side of `**` is an integer literal."""

    start: int
    end: int
    op: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True, eq=False)
class Compare:
    """A chain of comparisons: the `and` of its pairs."""

    start: int
    end: int
    ops: tuple[str, ...]
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Logic:
    """`and` or `or` of two or more operands."""

    start: int
    end: int
    op: str
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Choose:
    """`body if test else orelse`."""

    start: int
    end: int
    test: Node
    body: Node
    orelse: Node


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """A call of an ordinary function or of an alias of `uses`."""

    start: int
    end: int
    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Aggregate:
    """A function over rows; its parts are computed once a row."""

    start: int
    end: int
    function: str
    argument: Node
    where: Node | None
    weight: Node | None
    rows: tuple[str, ...]
    """The collection path that it ranges over, as the first dotted name says."""
    counts_rows: bool
    """Whether this is `count(c)`: its argument is the collection, not a value of its rows."""
    inner: tuple[Node, ...]
    """The nodes of its parts, in postorder."""

    @property
    def parts(self) -> tuple[Node, ...]:
        """What is computed once a row: argument, condition, weight."""
        return tuple(part for part in (self.argument, self.where, self.weight) if part is not None)


Node = Number | Name | Dotted | Unary | Binary | Compare | Logic | Choose | Call | Aggregate


def children(node: Node) -> tuple[Node, ...]:
    """Gives the operands of a node, left to right; of a condition, its test first."""
    parts: tuple[Node, ...] = ()
    match node:
        case Unary():
            parts = (node.operand,)
        case Binary():
            parts = (node.left, node.right)
        case Compare() | Logic():
            parts = node.operands
        case Choose():
            parts = (node.test, node.body, node.orelse)
        case Call():
            parts = node.arguments
        case Aggregate():
            parts = node.parts
    return parts


def postorder(*roots: Node) -> tuple[Node, ...]:
    """Gives all nodes of one or more trees, each after its operands, operands left to right."""
    reversed_order: list[Node] = []
    stack: list[Node] = [*roots]
    while stack:
        node = stack.pop()
        reversed_order.append(node)
        stack.extend(children(node))
    reversed_order.reverse()
    return tuple(reversed_order)


def fold(nodes: tuple[Node, ...], join: Callable[[Node, tuple[T, ...]], T]) -> T:
    """Gives what `join` makes of a tree: of each node, and of what it made of the node's operands."""
    done: list[T] = []
    for node in nodes:
        first = len(done) - len(children(node))
        done[first:] = [join(node, tuple(done[first:]))]
    return done[0]
