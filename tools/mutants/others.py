"""What may stand in the place of a node of a syntax tree: the small mistakes that people make."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

COMPARISONS: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitAnd,
}
NAMES: Final = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "list",
    "floor": "ceil",
    "ceil": "floor",
}
METHODS: Final = {
    "partition": "rpartition",
    "rpartition": "partition",
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
    "isdisjoint": "issuperset",
    "append": "clear",
}
UNDONE_METHODS: Final = {
    "strip",
    "lstrip",
    "rstrip",
    "lower",
    "upper",
    "casefold",
    "removeprefix",
    "removesuffix",
}


def may_go(parent: ast.AST, field: str, value: ast.AST, count: int) -> bool:
    """Says whether a part may be left out: arguments, operands, conditions, entries, cases."""
    if isinstance(value, ast.keyword):
        return value.arg is not None
    if isinstance(parent, ast.BoolOp | ast.Set):
        return count > (2 if isinstance(parent, ast.BoolOp) else 1)
    if isinstance(parent, ast.comprehension):
        return field == "ifs"
    if isinstance(parent, ast.Dict):
        return field == "values"
    return isinstance(value, ast.match_case) and count > 1 and not _is_never(value)


def _is_never(case: ast.match_case) -> bool:
    """Says whether a case is there for the type checker: what it stands for cannot be."""
    (first, *_) = case.body
    return isinstance(first, ast.Expr) and ast.unparse(first).startswith("assert_never(")


def others(node: ast.AST, parent: ast.AST, field: str) -> Iterator[ast.AST]:
    """Gives what may stand in the place of a node."""
    if isinstance(node, ast.stmt):
        yield from _other_statements(node)
    elif isinstance(node, ast.cmpop):
        yield from (other() for other in COMPARISONS[type(node)])
    elif isinstance(node, ast.operator) and type(node) in OPERATORS:
        yield OPERATORS[type(node)]()
    elif isinstance(node, ast.boolop):
        yield ast.Or() if isinstance(node, ast.And) else ast.And()
    elif isinstance(node, ast.expr):
        yield from _other_expressions(node, parent, field)


def _other_statements(node: ast.stmt) -> Iterator[ast.AST]:
    """A statement left out, or another way through it."""
    calls = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    if calls or isinstance(node, ast.AugAssign | ast.Raise | ast.Delete):
        yield ast.Pass()
    if isinstance(node, ast.Return) and node.value is not None and not _is_constant(node.value, None):
        yield ast.Return(ast.Constant(None))
    if isinstance(node, ast.Continue):
        yield ast.Break()
    if isinstance(node, ast.Break):
        yield ast.Continue()


def _is_constant(node: ast.AST, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _other_expressions(node: ast.expr, parent: ast.AST, field: str) -> Iterator[ast.AST]:
    if isinstance(parent, ast.If | ast.While | ast.IfExp) and field == "test":
        yield ast.Constant(value=False)
        if not isinstance(parent, ast.While):
            yield ast.Constant(value=True)
    if isinstance(parent, ast.match_case) and field == "guard":
        yield ast.Constant(value=True)
    if isinstance(node, ast.BoolOp) and len(node.values) == 2:  # noqa: PLR2004 - of two operands either alone
        yield from node.values
    if isinstance(parent, ast.Slice):
        yield ast.Constant(None)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    if isinstance(node, ast.Constant):
        yield from _other_constants(node)
    if isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
        yield ast.Name(NAMES[node.id], ast.Load())
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        yield from _other_methods(node, node.func)


def _other_constants(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value > 0:
            yield ast.Constant(value - 1)
    elif isinstance(value, str) and " " not in value.strip():
        yield ast.Constant(f"{value}XX")


def _other_methods(node: ast.Call, function: ast.Attribute) -> Iterator[ast.AST]:
    if function.attr in METHODS:
        other = ast.Attribute(function.value, METHODS[function.attr], ast.Load())
        args = [] if METHODS[function.attr] == "clear" else node.args
        yield ast.Call(ast.copy_location(other, function), args, node.keywords)
    if function.attr in UNDONE_METHODS:
        yield function.value
