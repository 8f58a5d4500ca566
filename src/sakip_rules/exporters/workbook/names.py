"""What the names of a formula are in a workbook: a field of a line, or a CODE."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sakip_rules.exporters.workbook.absence import Kind
from sakip_rules.exporters.workbook.lines import RESULT, Bound, Given, Mirrored, OfOwner, Reported, SheetLine
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression.tree import ENDS, LAST_YEAR, YEAR, Dotted, Name, Node
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import POLARITY_WORDS

if TYPE_CHECKING:
    from sakip_rules.plans import InputPlan, StepPlan

RANGE = "range"


class Field(NamedTuple):
    """A value of a line; of a year that is not given there is no line."""

    line: SheetLine | None
    key: str
    kind: Kind
    blank: bool = False
    clean: bool = False
    is_range: bool = False


def needs_its_ends(found: Field) -> bool:
    """Says whether a field is a range as a whole: only its ends have cells."""
    return found.is_range and not found.key.endswith((".min", ".max"))


def code_text(code: str, lang: Language) -> str:
    """Gives a CODE as it stands in cells: a polarity in words."""
    return say(POLARITY_WORDS.get(code, (code, code)), lang)


def find(node: Node, line: SheetLine, row: SheetLine | None, path: tuple[str, ...]) -> Field | str:
    """Gives what a name means for a line, within an aggregate for one of its rows; a CODE is its own text."""
    if isinstance(node, Name):
        return _own(node.name, line) or node.name
    if not isinstance(node, Dotted):
        raise NotAFormulaError("type")
    if row is not None and node.rows == path:
        return field_of(row, node.path[len(path) :], outside=True)
    if node.path[0] == LAST_YEAR:
        if line.before is None:
            return _of_no_year(line, node.path[1:])
        return field_of(line.before, node.path[1:], outside=True)
    return field_of(line, node.path, outside=False)


def field_of(line: SheetLine, path: tuple[str, ...], *, outside: bool) -> Field:
    """Gives a field of a line, or an end of it; from `outside` a failed check may stand in its place."""
    found = _own(path[0], line)
    if found is None:
        raise NotAFormulaError("type")
    if outside and path[0] in line.shields:
        found = found._replace(key=outward(path[0]))
    if len(path) > 1 and path[1] in ENDS and found.is_range:
        found = found._replace(key=f"{path[0]}.{path[1]}", kind="number")
    return found


def outward(name: str) -> str:
    """Gives the key of what the outside sees of a figure."""
    return f"{name}!"


def _own(name: str, line: SheetLine) -> Field | None:
    if name == YEAR and (line.year is not None or line.history_year is not None):
        return Field(line, YEAR, "number", clean=True)
    declared = line.plan.inputs.get(name)
    if declared is not None:
        return _input(declared, line)
    step = next((step for step in line.steps if step.name == name), None)
    if step is None:
        return None
    figure = line.figure(name)
    stated = figure is not None and figure.origin == "stated"
    return Field(line, name, _step_kind(step), blank=stated, clean=stated or _is_clean(line, name))


def _input(declared: InputPlan, line: SheetLine) -> Field:
    kinds: dict[str, Kind] = {"truth": "truth", "choice": "text", "polarity": "text"}
    if declared.type == "rows":
        raise NotAFormulaError("type")
    blank = isinstance(line.origins.get(declared.name), Given)
    return Field(
        line,
        declared.name,
        kinds.get(declared.type, "number"),
        blank,
        _is_clean(line, declared.name),
        declared.type == RANGE,
    )


def _step_kind(step: StepPlan) -> Kind:
    kinds: dict[str, Kind] = {"truth": "truth", "choice": "text", "number": "number"}
    kind = kinds.get(step.type.kind)
    if kind is None:
        raise NotAFormulaError("type")
    return kind


def _of_no_year(line: SheetLine, path: tuple[str, ...]) -> Field:
    found = field_of(line, path, outside=False)
    return found._replace(line=None)


def _is_clean(line: SheetLine, name: str) -> bool:
    """Says whether a cell holds a decimal: it was given, or it is rounded and later steps see that."""
    while True:
        figure = line.figure(name)
        if figure is None:
            return False
        if figure.rounding is not None:
            return figure.rounding.carry == "rounded"
        origin = line.origins.get(name)
        match origin:
            case Bound(caller, str(bound)):
                line, name = caller, bound
            case Mirrored(row, of):
                line, name = row, of
            case Reported(rule):
                line, name = rule, RESULT
            case Given():
                return True
            case OfOwner() | Bound():
                return False
            case _:
                return name in line.plan.inputs
