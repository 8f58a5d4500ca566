"""The small changes of a module, one at a time, made in its syntax tree.

A change is made in place, and taken back. What readers read (docstrings, messages with a space in them,
the text of f-strings), what only the type checker reads, decorators and assertions are left as they are.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, Final

from mutants.others import may_go, others

FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SKIPPED: Final = (ast.Assert, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal)
TYPE_FIELDS: Final = ("annotation", "returns", "decorator_list", "type_params", "format_spec", "bases")
LONG: Final = 100
AROUND: Final = 30
"""Of a line of more than `LONG` characters, so many are shown on both sides of what differs."""

UNTOUCHED_NAMES: Final = {"__all__", "__slots__"}
TYPE_CALLS: Final = {"TypeVar", "NewType", "cast", "assert_never"}

GENERIC: Final = {"tuple", "dict", "list", "set", "frozenset", "type"}
OPTIONS: Final = {"repr", "compare", "init", "strict"}
"""Keyword arguments of `field` and `zip` that say what the code beside them ensures."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of a module: where it is, and what differs.

    `number` counts the changes of the module, `nth` those that read alike in one function. `in_body` says
    that the change is inside the body of a function, so that it can be made while the program runs.
    """

    module: str
    number: int
    function: str
    lines: tuple[int, ...]
    before: str
    after: str
    nth: int
    in_body: bool

    @property
    def name(self) -> str:
        """What the change is called, as long as its statement reads as it does."""
        return "\n".join((self.module, self.function, self.before, self.after, str(self.nth)))

    @property
    def is_in_place(self) -> bool:
        """Whether a loaded function can be given the change: without `super()` it would close over less."""
        return self.in_body and ("super()" in self.after or "super()" not in self.before)

    @property
    def shown(self) -> str:
        """The change with the line it is on, for a person."""
        where = f"{self.module}:{self.lines[0]} {self.function}" + (f" ({self.nth})" if self.nth > 1 else "")
        return f"{where}\n    - {self.before}\n    + {self.after}"


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a node."""

    function: str = ""
    in_body: bool = False
    statement: ast.stmt | None = None
    near: ast.AST | None = None
    """The innermost node around that says its lines: an operator has none."""

    def within(self, name: str) -> _Place:
        return replace(self, function=f"{self.function}.{name}" if self.function else name)


@dataclass(frozen=True, slots=True)
class _Change:
    """What may stand in the place of a node (nothing: it is left out), and a way to put it there and back."""

    place: _Place
    node: ast.AST
    other: ast.AST | None
    make: Callable[[], Callable[[], None]]


def mutants(module: Path, root: Path) -> list[Mutant]:
    """Gives every small change of a module, of which `root` is the top of the sources."""
    made: list[Mutant] = []
    alike: Counter[tuple[str, str, str]] = Counter()
    known: set[tuple[int, str]] = set()
    for number, change in enumerate(_changes(_tree(module), _Place())):
        statement = change.place.statement
        assert statement is not None  # noqa: S101 - every change is in a statement
        before = ast.unparse(statement)
        undo = change.make()
        after = ast.unparse(change.other if change.node is statement and change.other else statement)
        undo()
        if (id(statement), after) in known or after == before:
            continue
        known.add((id(statement), after))
        texts = (change.place.function or "(module)", *_difference(before, after))
        alike[texts] += 1
        lines, name = _lines(change.place, change.node), module.relative_to(root).as_posix()
        made.append(Mutant(name, number, texts[0], lines, *texts[1:], alike[texts], change.place.in_body))
    return made


def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), str(module))


def changed(module: Path, number: int) -> ast.Module:
    """Gives the syntax tree of a module with one of its changes made."""
    tree = _tree(module)
    change = next(islice(_changes(tree, _Place()), number, None))
    change.make()
    return ast.fix_missing_locations(tree)


def _lines(place: _Place, node: ast.AST) -> tuple[int, ...]:
    """The lines of what changes, and the one where its statement begins: a list of constants has no other."""
    stated: Any = node if hasattr(node, "lineno") else place.near
    last = stated.lineno if isinstance(getattr(stated, "body", None), list) else stated.end_lineno
    begins = getattr(place.statement, "lineno", stated.lineno)
    return tuple(dict.fromkeys([*range(stated.lineno, last + 1), begins]))


def _difference(before: str, after: str) -> tuple[str, str]:
    """The first lines of two texts that differ, without most of what they share."""
    pairs = zip_longest(before.splitlines(), after.splitlines(), fillvalue="")
    first, second = next(pair for pair in pairs if pair[0] != pair[1])
    if max(len(first), len(second)) <= LONG:
        return first.strip(), second.strip()
    start = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    start = max(0, start - AROUND)
    end = 0
    while end < min(len(first), len(second)) - start - AROUND and first[-1 - end] == second[-1 - end]:
        end += 1
    end = max(0, end - AROUND)
    return tuple(_cut(text, start, len(text) - end) for text in (first, second))  # type: ignore[return-value] # of two


def _cut(text: str, start: int, end: int) -> str:
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _changes(node: ast.AST, place: _Place) -> Iterator[_Change]:
    """Gives the changes at and below a node, in a fixed order."""
    inner = place
    if isinstance(node, ast.stmt):
        inner = replace(place, statement=node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        inner = inner.within(node.name)
    if hasattr(node, "lineno"):
        inner = replace(inner, near=node)
    for field, value in ast.iter_fields(node):
        if field in TYPE_FIELDS:
            continue
        below = inner
        if field == "body" and isinstance(node, FUNCTIONS):
            below = replace(inner, in_body=True)
        if isinstance(value, list):
            yield from _in_list(node, value, field, below)
        elif isinstance(value, ast.AST):
            yield from _in_field(node, field, value, below)


def _in_field(parent: ast.AST, field: str, value: ast.AST, place: _Place) -> Iterator[_Change]:
    if _is_untouched(value, place):
        return
    for other in others(value, parent, field):
        yield _Change(place, value, other, _setting(parent, field, value, other))
    yield from _changes(value, place)


def _in_list(parent: ast.AST, values: list[Any], field: str, place: _Place) -> Iterator[_Change]:
    for at, value in enumerate(values):
        if not isinstance(value, ast.AST) or _is_untouched(value, place):
            continue
        if isinstance(parent, ast.JoinedStr) and isinstance(value, ast.Constant):
            continue
        around = replace(place, statement=value) if isinstance(value, ast.stmt) else place
        for other in others(value, parent, field):
            yield _Change(around, value, other, _putting(values, at, value, other))
        if may_go(parent, field, value, len(values)):
            yield _Change(around, value, None, _removing(values, at, value, parent))
        yield from _changes(value, place)


def _is_untouched(node: ast.AST, place: _Place) -> bool:
    """Says whether a node is left as it is, with all below it."""
    if isinstance(node, SKIPPED) or (isinstance(node, ast.keyword) and node.arg in OPTIONS):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        return bool(names & UNTOUCHED_NAMES) or (not place.in_body and _is_type(node.value))
    call = node.value if isinstance(node, ast.Expr) else node
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in TYPE_CALLS


def _is_type(value: ast.expr | None) -> bool:
    """Says whether a module gives a type a name there: `Side = tuple[Node, str]`, `Number = A | B`."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return _is_type(value.left) or _is_type(value.right)
    if isinstance(value, ast.Subscript):
        value = value.value
        return isinstance(value, ast.Name) and (value.id[0].isupper() or value.id in GENERIC)
    return isinstance(value, ast.Name)


def _setting(parent: ast.AST, field: str, value: ast.AST, other: ast.AST) -> Callable[[], Callable[[], None]]:
    def make() -> Callable[[], None]:
        setattr(parent, field, ast.copy_location(other, value))
        return lambda: setattr(parent, field, value)

    return make


def _putting(
    values: list[ast.AST], at: int, value: ast.AST, other: ast.AST
) -> Callable[[], Callable[[], None]]:
    def make() -> Callable[[], None]:
        values[at] = ast.copy_location(other, value)

        def undo() -> None:
            values[at] = value

        return undo

    return make


def _removing(
    values: list[ast.AST], at: int, value: ast.AST, parent: ast.AST
) -> Callable[[], Callable[[], None]]:
    keys = parent.keys if isinstance(parent, ast.Dict) else None

    def make() -> Callable[[], None]:
        key = keys.pop(at) if keys is not None else None
        del values[at]

        def undo() -> None:
            values.insert(at, value)
            if keys is not None:
                keys.insert(at, key)

        return undo

    return make
