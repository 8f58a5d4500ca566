"""Statements of Python, made from templates: what a name of a template stands for is put in, tree by tree.

A template is text of this package. The names that are put in are made here (`v1`, … for variables, `k1`, …
for constants), so no text of a rule, of data or of a stranger ever becomes code.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Final, TypeAlias

Atom: TypeAlias = int | str
"""What needs no computing: a literal integer or truth, or the name of a variable or constant."""

Block: TypeAlias = list[ast.stmt]
Part: TypeAlias = Atom | ast.expr | None


class Code:
    """Writes one function: its statements so far, and the constants that they name."""

    def __init__(self) -> None:
        self.statements: Block = []
        self.constants: dict[str, object] = {}
        self.names = 0

    def fresh(self) -> str:
        """Gives a name for a variable."""
        self.names += 1
        return f"v{self.names}"

    def constant(self, value: object) -> str:
        """Gives the name of a constant."""
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return name

    def is_new(self, atom: Atom, since: int) -> bool:
        """Says whether an atom is a variable named after there were `since` of them."""
        return isinstance(atom, str) and atom[0] == "v" and int(atom[1:]) > since

    def put(self, template: str, **parts: Part | Block) -> None:
        """Writes statements; a name that stands alone on its line may stand for a block."""
        for statement in _statements(template):
            filled = _filled(statement, parts)
            self.statements += filled if isinstance(filled, list) else [filled]  # type: ignore[list-item]  # statements stay statements

    def let(self, template: str, **parts: Part) -> Atom:
        """Gives the value of an expression: of a literal or a name itself, else in a new variable."""
        value = expression(template, **parts)
        if isinstance(value, ast.Constant) and isinstance(value.value, int):
            return value.value
        if isinstance(value, ast.Name):
            return value.id
        name = self.fresh()
        self.put("name = value", name=name, value=value)
        return name

    @contextmanager
    def block(self, begun: Block | None = None) -> Iterator[Block]:
        """Gives a block, or one that is begun, which takes what is written meanwhile."""
        outer, self.statements = self.statements, [] if begun is None else begun
        try:
            yield self.statements
        finally:
            self.statements = outer

    def choose(self, test: Part, body: Block, orelse: Block) -> None:
        """Writes an `if`."""
        if orelse:
            self.put("if test:\n  body\nelse:\n  orelse", test=test, body=body or _NOTHING, orelse=orelse)
        else:
            self.put("if test:\n  body", test=test, body=body or _NOTHING)

    def function(self, name: str, arguments: tuple[str, ...]) -> ast.Module:
        """Gives the module that holds the function."""
        taken = ast.arguments([], [ast.arg(each) for each in arguments], None, [], [], None, [])
        made = ast.FunctionDef(name, taken, self.statements, [])
        return _placed(ast.Module([made], []))


def _placed(module: ast.Module) -> ast.Module:
    """The module, all of it on one line: `ast.fix_missing_locations` takes as long as all else together."""
    agenda: list[ast.AST] = [module]
    while agenda:
        node = agenda.pop()
        node.lineno = node.end_lineno = 1  # type: ignore[attr-defined]  # whatever has no place does not mind
        node.col_offset = node.end_col_offset = 0  # type: ignore[attr-defined]  # as above
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                agenda += [each for each in value if isinstance(each, ast.AST)]
            elif isinstance(value, ast.AST) and value._fields:
                agenda.append(value)
    return module


def expression(template: str, **parts: Part) -> ast.expr:
    """Gives an expression of a template."""
    (statement,) = _statements(template)
    assert isinstance(statement, ast.Expr)  # noqa: S101 - an expression that stands alone is one
    filled = _filled(statement.value, parts)
    assert isinstance(filled, ast.expr)  # noqa: S101 - as above: no block is put in
    return filled


@cache
def _statements(template: str) -> tuple[ast.stmt, ...]:
    return tuple(ast.parse(template).body)


def _filled(node: ast.AST, parts: Mapping[str, Part | Block]) -> ast.AST | Block:
    """A copy of a tree with the parts in it; a line that is a part alone may be a block."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Name):
        part = parts.get(node.value.id)
        if isinstance(part, list):
            return part
    if isinstance(node, ast.Name):
        return _atom(parts[node.id], node.ctx) if node.id in parts else node
    copy = type(node)()
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            setattr(copy, field, _filled(value, parts))
        elif isinstance(value, list):
            setattr(copy, field, _list(value, parts))
        else:
            setattr(copy, field, value)
    return _simple(copy) if isinstance(copy, ast.BinOp) else copy


def _list(nodes: list[ast.AST], parts: Mapping[str, Part | Block]) -> list[ast.AST]:
    done: list[ast.AST] = []
    for node in nodes:
        filled = _filled(node, parts)
        done += filled if isinstance(filled, list) else [filled]
    return done


def _atom(part: Part | Block, context: ast.expr_context) -> ast.AST:
    if isinstance(part, str):
        return ast.Name(part, context)
    assert not isinstance(part, list)  # noqa: S101 - blocks are lines
    return part if isinstance(part, ast.expr) else ast.Constant(part)


_NOTHING: Final[Block] = [ast.Pass()]
_FOLDED: Final = {ast.Add: int.__add__, ast.Sub: int.__sub__, ast.Mult: int.__mul__}


def _simple(node: ast.BinOp) -> ast.expr:
    """Arithmetic of two literals, done; a factor of one, left out; nothing, of a factor of zero."""
    left, right = (_integer(side) for side in (node.left, node.right))
    fold = _FOLDED.get(type(node.op))
    if left is not None and right is not None and fold is not None:
        return ast.Constant(fold(left, right))
    if isinstance(node.op, ast.Mult) and 0 in (left, right):
        return ast.Constant(0)
    if isinstance(node.op, ast.Mult) and 1 in (left, right):
        return node.right if left == 1 else node.left
    return node


def _integer(node: ast.expr) -> int | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if type(value) is int else None
