"""What a bare or dotted name of a formula means in its scope (reference 3.2 and 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics import quoted
from sakip_rules.expression.functions import FUNCTION_NAMES
from sakip_rules.expression.scope import NUMBER, RANGE, UNKNOWN, Entry, Scope, Type
from sakip_rules.expression.tree import ENDS, HISTORY, LAST_YEAR, YEAR, Dotted, Name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.expression.work import Work

_AN_END = tuple((end,) for end in ENDS)


def row_scope(scope: Scope, path: tuple[str, ...]) -> Scope | None:
    """Gives the scope of the rows of a collection path; `None` where there is no such collection."""
    if path == (HISTORY,) and scope.in_level:
        return Scope(scope.names)
    below: Scope | None = scope if path else None
    for part in path:
        below = below.collections.get(part) if below is not None else None
    return below


def bare(work: Work, node: Name) -> Entry:
    """Gives the entry of a bare name: a value of the record, or a CODE."""
    scope = work.scope
    entry = scope.names.get(node.name)
    if entry is not None:
        return entry
    # No name of a record is a CODE that its formulas can see (`name-clash.code`): the order does not decide.
    if node.name in scope.codes:
        return Entry(Type("choice", frozenset({node.name}), literal=True))
    if row_scope(scope, (node.name,)) is not None:
        work.fault("collection-outside-aggregate", node, name=quoted(node.name))
    elif node.name in FUNCTION_NAMES or node.name in scope.aliases:
        work.fault("unknown-name.function", node, name=quoted(node.name))
    else:
        work.unknown(node, node.name, scope.known_names())
    return Entry(UNKNOWN)


def dotted(work: Work, node: Dotted) -> Entry:
    """Gives the entry of a dotted name: an end of a range, a field of the rows ranged over, of last year."""
    rows = row_scope(work.scope, node.rows)
    if rows is not None and node.rows == work.rows:
        return _field_of_row(work, node, rows)
    head = node.path[0]
    entry = work.scope.names.get(head)
    if entry is not None and entry.type == RANGE and node.path[1:] in _AN_END:
        return Entry(NUMBER, entry.unit)
    if head == LAST_YEAR and work.scope.in_level:
        return _field(work, node, 1, {**work.scope.names, YEAR: Entry(UNKNOWN)})
    _means_nothing(work, node)
    return Entry(UNKNOWN)


def _field_of_row(work: Work, node: Dotted, rows: Scope) -> Entry:
    place = len(work.rows)
    name = node.path[place]
    if name in rows.collections and name not in rows.names:
        work.fault("type-mismatch.rows", node, name=quoted(".".join(node.path)))
        return Entry(UNKNOWN)
    return _field(work, node, place, rows.names)


def _field(work: Work, node: Dotted, place: int, names: Mapping[str, Entry]) -> Entry:
    """The entry of the field that begins at a place of the path: a name, or an end of its range."""
    name, end = node.path[place], node.path[place + 1 :]
    entry = names.get(name)
    if entry is not None and not end:
        return entry
    if entry is not None and end in _AN_END and entry.type == RANGE:
        return Entry(NUMBER, entry.unit)
    work.unknown(node, ".".join(node.path[place:]), names)
    return Entry(UNKNOWN)


def _means_nothing(work: Work, node: Dotted) -> None:
    """Says why a dotted name means nothing here."""
    scope, head = work.scope, node.path[0]
    whole = quoted(".".join(node.path))
    if row_scope(scope, node.rows) is not None:
        work.fault("collection-outside-aggregate", node, name=whole)
    elif head in scope.names and head not in scope.collections:
        work.fault("unknown-name.field", node, name=whole, owner=quoted(head))
    else:
        _unknown_part(work, node)


def _unknown_part(work: Work, node: Dotted) -> None:
    """Names the first part of a path that is no collection of those below the part before it."""
    scope = work.scope
    known = {*scope.collections, *(name for name, entry in scope.names.items() if entry.type == RANGE)}
    known |= {LAST_YEAR, HISTORY} if scope.in_level else set()
    part = ""
    for part in node.path:
        if part not in scope.collections:
            break
        scope = scope.collections[part]
        known = {*scope.names, *scope.collections}
    work.unknown(node, part, known)
