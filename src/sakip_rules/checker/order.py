"""The order of steps: as written, each after those it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sakip_rules.expression import Formula, FormulaFaultError, parse
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, Dotted, Name
from sakip_rules.models import AbsentValue, Step
from sakip_rules.models import Formula as FormulaField


class CircleError(Exception):
    """Things that need each other; carries the circle, its first member twice."""

    def __init__(self, path: tuple[str, ...]) -> None:
        super().__init__(path)
        self.path = path


def in_order(wanted: Iterable[str], needs: Callable[[str], Sequence[str]]) -> list[str]:
    """Gives every name after those that it needs, else as wanted.

    Raises `CircleError`. Walks with a stack: a chain may be as long as it likes.
    """
    done: dict[str, None] = {}
    for first in wanted:
        stack = [(first, iter(needs(first)))] if first not in done else []
        open_names = dict.fromkeys(name for name, _ in stack)
        while stack:
            name, rest = stack[-1]
            following = next((need for need in rest if need not in done), None)
            if following is None:
                stack.pop()
                open_names.pop(name)
                done[name] = None
            elif following in open_names:
                path = list(open_names)
                raise CircleError((*path[path.index(following) :], following))
            else:
                open_names[following] = None
                stack.append((following, iter(needs(following))))
    return list(done)


def formula_texts(field: FormulaField | AbsentValue | None) -> list[str]:
    """Gives the texts of all formulas in a formula field: one, or those of its cases."""
    if isinstance(field, str):
        return [field]
    if not isinstance(field, tuple):
        return []
    parts = [part for case in field for part in (case.when, case.then, case.otherwise)]
    return [part for part in parts if isinstance(part, str)]


def parsed(texts: Iterable[str]) -> list[Formula]:
    """Gives the trees of the formulas that can be parsed."""
    trees: list[Formula] = []
    for text in texts:
        try:
            trees.append(parse(text))
        except FormulaFaultError:
            continue
    return trees


def names_used(formula: Formula) -> list[str]:
    """Gives the names of the record that a formula needs, in the order of reading.

    `riwayat.f` needs this year's `f`; `tahun_lalu.f` needs nothing of this year.
    """
    found: dict[str, None] = {}
    for node in sorted(formula.nodes, key=lambda node: node.start):
        if isinstance(node, Name):
            found[node.name] = None
        elif isinstance(node, Dotted) and node.path[0] == HISTORY:
            found[node.path[1]] = None
        elif isinstance(node, Dotted) and node.path[0] != LAST_YEAR:
            found[node.path[0]] = None
    return list(found)


def step_needs(
    name: str, step: Step, steps: Mapping[str, Step], called_inputs: Mapping[str, Iterable[str]]
) -> list[str]:
    """Gives the steps that a step uses; `called_inputs` are the inputs of the rules that steps call."""
    if step.rule is not None:
        texts = [text for field in step.with_.values() for text in formula_texts(field)]
        same_name = [entry for entry in called_inputs.get(name, ()) if entry not in step.with_]
    elif step.rows is not None:
        texts = [text for _, cells in step.rows for cell in cells.values() for text in formula_texts(cell)]
        same_name = []
    else:
        texts, same_name = formula_texts(step.formula), []
    used = [used for formula in parsed(texts) for used in names_used(formula)]
    return [used_name for used_name in (*used, *same_name) if used_name in steps]


__all__ = [
    "CircleError",
    "formula_texts",
    "in_order",
    "names_used",
    "parsed",
    "step_needs",
]
