"""Types of the calls of a formula: ordinary functions, and aliases of scales and tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.diagnostics.synonyms import FORMS, ROUNDING, folded
from sakip_rules.expression import units
from sakip_rules.expression.functions import FUNCTION_NAMES, ORDINARY, ROOT_DEGREES, Parameter
from sakip_rules.expression.scope import UNKNOWN, Alias, Entry
from sakip_rules.expression.tree import Call, Dotted, Name, Node, Number

if TYPE_CHECKING:
    from sakip_rules.expression.work import Work


def call(work: Work, node: Call) -> Entry:
    """Gives the entry of a call."""
    alias = work.scope.aliases.get(node.function)
    if alias is not None:
        return _alias(work, node, alias)
    if node.function in ORDINARY:
        return _ordinary(work, node)
    if node.function in FUNCTION_NAMES:
        work.fault("wrong-argument-count.aggregate", node, name=quoted(node.function))
    elif node.function.lower() in ROUNDING:
        work.fault("unknown-name.rounding", node, name=quoted(node.function))
    else:
        _unknown(work, node)
    return Entry(UNKNOWN)


def _unknown(work: Work, node: Call) -> None:
    """Says what may have been meant; that it ranges over rows is not known, and no second mistake."""
    name = quoted(node.function)
    form = FORMS.get(folded(node.function))
    work.forget("collection-outside-aggregate", node)
    if form is not None:
        work.fault("unknown-name.form", node, name=name, form=(quoted(form[0]), quoted(form[1])))
    else:
        near = did_you_mean(node.function, {*FUNCTION_NAMES, *work.scope.aliases})
        work.fault("unknown-name.call", node, name=name, near=near)


def _ordinary(work: Work, node: Call) -> Entry:
    function = ORDINARY[node.function]
    least = len(function.takes)
    if not _has_count(work, node, least, None if function.more else least):
        return Entry(function.gives)
    for place, argument in enumerate(node.arguments):
        _ARGUMENTS[function.takes[min(place, least - 1)]](work, node, argument)
    return Entry(function.gives, work.equal_units(node, node.arguments) if function.one_unit else None)


def _has_count(work: Work, node: Call, least: int, most: int | None) -> bool:
    count = len(node.arguments)
    if least <= count and (most is None or count <= most):
        return True
    wanted = f"≥ {least}" if most is None else str(least)
    texts = {"name": quoted(node.function), "wanted": wanted, "found": str(count)}
    work.fault("wrong-argument-count", node, **texts)
    return False


def _number(work: Work, _node: Call, argument: Node) -> None:
    work.want(argument, "number")


def _degree(work: Work, _node: Call, argument: Node) -> None:
    work.want(argument, "number")
    if not (isinstance(argument, Number) and argument.is_integer and argument.value in ROOT_DEGREES):
        work.fault("type-mismatch.degree", argument)


def _name(work: Work, node: Call, argument: Node) -> None:
    """Wants the name of a value; a CODE is none."""
    is_value = isinstance(argument, Dotted)
    if isinstance(argument, Name):
        is_value = argument.name in work.scope.names or argument.name not in work.scope.codes
    if not is_value:
        work.fault("type-mismatch.given", node)


_ARGUMENTS: Final[dict[Parameter, Callable[[Work, Call, Node], None]]] = {
    "number": _number,
    "degree": _degree,
    "name": _name,
}


def _alias(work: Work, node: Call, alias: Alias) -> Entry:
    if alias.kind == "unknown":
        return alias.result
    count = len(alias.keys) if alias.kind == "table" else 1
    if not _has_count(work, node, count, count):
        return alias.result
    if alias.kind == "table":
        for argument, codes in zip(node.arguments, alias.keys, strict=True):
            _key_of_table(work, argument, codes)
        return alias.result
    (argument,) = node.arguments
    work.want(argument, "number")
    unit = work.unit_of(argument)
    if units.differ(unit, alias.unit):
        work.units_differ(argument, unit, alias.unit)
    return alias.result


def _key_of_table(work: Work, argument: Node, codes: frozenset[str]) -> None:
    """A key is a choice or category: a CODE of the table, or a value whose categories have codes."""
    key = work.type_of(argument)
    if key.kind == "unknown":
        return
    if key.kind != "choice":
        work.fault("type-mismatch.key", argument)
    elif key.lacking:
        work.fault("code-missing", argument, category=quoted(key.lacking[0]))
    elif key.literal:
        for code in sorted(key.codes - codes):
            work.fault("unknown-code", argument, code=quoted(code), near=did_you_mean(code, codes))
