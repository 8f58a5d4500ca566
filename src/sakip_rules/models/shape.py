"""Which keys a file may have at a place, and how large a rule is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, assert_never, get_args, get_origin

from sakip_rules.models.base import Model
from sakip_rules.models.body import Body
from sakip_rules.models.rules import AnyRule, FormulaRule, FrameworkRule, ScaleRule, TableRule, table_nodes


def known_keys(model: type[Model], path: Sequence[str | int]) -> list[str]:
    """Gives the keys that the map at a path may have; none where any key may stand."""
    shapes: list[Any] = [model]
    for part in path:
        shapes = [inner for shape in shapes for inner in _inside(shape, part)]
    return sorted({key for shape in shapes if _is_model(shape) for key in _fields(shape)})


def _is_model(shape: object) -> bool:
    return isinstance(shape, type) and issubclass(shape, Model)


def _fields(model: type[Model]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.fields().items()}


def _inside(shape: Any, part: str | int) -> list[Any]:  # noqa: ANN401 - annotations are of every kind
    """Gives the shapes that stand under a key, or at a place of a list, of one shape."""
    if _is_model(shape):
        fields = _fields(shape)
        return _alternatives(fields[part]) if part in fields else []
    arguments = get_args(shape)
    if get_origin(shape) is dict and isinstance(part, str):
        return _alternatives(arguments[1])
    if get_origin(shape) is tuple and isinstance(part, int):
        return _alternatives(arguments[0])
    return []


def _alternatives(annotation: Any) -> list[Any]:  # noqa: ANN401 - annotations are of every kind
    """Gives the parts of a union, unions inside it and annotations taken apart."""
    alternatives: list[Any] = []
    todo = [annotation]
    while todo:
        shape = todo.pop()
        if get_origin(shape) is Annotated:
            todo.append(get_args(shape)[0])
        elif isinstance(shape, type) or get_origin(shape) in (dict, tuple):
            alternatives.append(shape)
        else:
            todo += get_args(shape)
    return alternatives


def rule_size(rule: AnyRule) -> tuple[int, int]:
    """Gives the number of steps and of cells of a whole rule, rows of collections included."""
    match rule:
        case FormulaRule():
            return _size_of_bodies([rule])
        case FrameworkRule():
            return _size_of_bodies(rule.levels.values())
        case TableRule():
            return 0, sum(not isinstance(node, dict) for _, node in table_nodes(rule.rows))
        case ScaleRule():
            return 0, 0
        case _:
            assert_never(rule)


def _size_of_bodies(records: Iterable[Body]) -> tuple[int, int]:
    bodies = list(records)
    steps = cells = 0
    while bodies:
        body = bodies.pop()
        steps += len(body.steps)
        cells += sum(len(row) for step in body.steps.values() for _, row in step.rows or ())
        bodies += [declared.each for declared in body.inputs.values() if declared.each is not None]
    return steps, cells
