"""Every small change of a rule file in which a pen slips, by the shape of the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, assert_never

from sakip_rules.diagnostics import Path
from sakip_rules.models import AnyRule, FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.mutation.edits import Edit, Slip, slip
from sakip_rules.mutation.formulas import formula_slips, last_place
from sakip_rules.vocabulary import CARRIES, DATA_WORDS, GAPS, OUTSIDE, Mode

MODES: Final[tuple[Mode, ...]] = ("half_up", "half_even", "down", "up")
"""The ways of rounding that a pen takes for each other; `floor` and `ceiling` are nobody's slip."""

OPEN_OF: Final = {"from": "above", "above": "from", "up_to": "below", "below": "up_to"}


def slips_of(rule: AnyRule, data: dict[str, Any]) -> list[Slip]:
    """Gives all slips of a rule's data, none twice."""
    return list({(made.kind, made.path, made.now): made for made in _slips(rule, data)}.values())


def _slips(rule: AnyRule, data: dict[str, Any]) -> Iterable[Slip]:
    match rule:
        case ScaleRule():
            return [*_bands(data), *_scale(data)]
        case TableRule():
            return [*_cells(data["rows"], ("rows",)), *_word(data, ("outside",), OUTSIDE)]
        case FormulaRule():
            return [*_computation(data["formula"], ("formula",)), *_rounding(data, ()), *_body(data, ())]
        case FrameworkRule():
            return _framework(rule, data)
        case _:
            assert_never(rule)


def _framework(rule: FrameworkRule, data: dict[str, Any]) -> Iterator[Slip]:
    yield from _rounding(data, ())
    for name in rule.levels:
        yield from _body(data["levels"][name] or {}, ("levels", name))


# scales


def _bands(data: dict[str, Any]) -> Iterator[Slip]:
    bands = data["bands"]
    for index, band in enumerate(bands):
        path: Path = ("bands", index)
        if len(bands) > 1:
            yield slip("band-dropped", path, band["category"], "–", Edit(path, remove=True))
        for key in ("above", "from", "up_to", "below", "exactly"):
            if key in band:
                yield from _end(bands, index, key)
        if "status" in band:
            yield from _word(band, (*path, "status"), DATA_WORDS, key="status")
        if index:
            before = bands[index - 1]["category"]
            other = ("bands", index - 1, "category")
            edits = Edit((*path, "category"), before), Edit(other, band["category"])
            yield slip("categories", (*path, "category"), band["category"], before, *edits)


def _end(bands: list[dict[str, Any]], index: int, key: str) -> Iterator[Slip]:
    """One end opened, closed or moved; with the neighbour's end at the same number, both together."""
    path: Path = ("bands", index, key)
    text = bands[index][key]
    partners = [
        (("bands", i), other_key)
        for i, band in enumerate(bands)
        for other_key in OPEN_OF
        if i != index and band.get(other_key) == text
    ]
    if key in OPEN_OF:
        swapped = OPEN_OF[key]
        edits = [Edit(path, key=swapped)]
        yield slip("end", path, f"{key}: {text}", f"{swapped}: {text}", *edits)
        edits += [Edit((*owner, other), key=OPEN_OF[other]) for owner, other in partners]
        if partners:
            yield slip("end", path, f"{key}: {text}", f"{swapped}: {text} (dua rentang)", *edits)
    for changed in last_place(text):
        yield slip("threshold", path, text, changed)
        if partners:
            moved = [Edit(path, changed), *(Edit((*owner, other), changed) for owner, other in partners)]
            yield slip("threshold", path, text, f"{changed} (dua rentang)", *moved)


def _scale(data: dict[str, Any]) -> Iterator[Slip]:
    yield from _rounding(data, ())
    yield from _word(data, ("gaps",), GAPS)
    for key, text in (data.get("domain") or {}).items():
        swapped = OPEN_OF[key]
        edit = Edit(("domain", key), key=swapped)
        yield slip("end", ("domain", key), f"{key}: {text}", f"{swapped}: {text}", edit)
        for changed in last_place(text):
            yield slip("threshold", ("domain", key), text, changed)


# tables


def _cells(rows: Any, path: Path) -> Iterator[Slip]:  # noqa: ANN401 - maps nested as often as the table has keys
    """Every cell one more and one less in its last place, or undefined; an undefined one, zero."""
    for code, cell in rows.items():
        at = (*path, code)
        if isinstance(cell, dict):
            yield from _cells(cell, at)
        elif cell is None:
            yield slip("cell", at, "null", "0")
        else:
            for changed in last_place(cell):
                yield slip("cell", at, cell, changed)


# records


def _body(body: dict[str, Any], path: Path) -> Iterator[Slip]:
    for name, declared in (body.get("inputs") or {}).items():
        yield from _input(declared or {}, (*path, "inputs", name))
    for name, step in (body.get("steps") or {}).items():
        yield from _step(step, (*path, "steps", name))
    for index, check in enumerate(body.get("checks") or ()):
        at = (*path, "checks", index)
        yield from formula_slips(check["expect"], (*at, "expect"))
        severity = check.get("severity", "error")
        other = "warning" if severity == "error" else "error"
        yield slip("severity", (*at, "severity"), severity, other)


def _input(declared: dict[str, Any], path: Path) -> Iterator[Slip]:
    if declared.get("each"):
        yield from _body(declared["each"], (*path, "each"))
    default = declared.get("default")
    if not isinstance(default, str):
        return
    at = (*path, "default")
    yield slip("default", at, default, "–", Edit(at, remove=True))
    for changed in last_place(default):
        yield slip("default", at, default, changed)
    truth = {"ya": "tidak", "tidak": "ya", "true": "false", "false": "true", "yes": "no", "no": "yes"}
    if default.lower() in truth:
        yield slip("default", at, default, truth[default.lower()])


def _step(step: Any, path: Path) -> Iterator[Slip]:  # noqa: ANN401 - a step as written: text, list or map
    if isinstance(step, str | list):
        yield from _computation(step, path)
        return
    if "formula" in step:
        yield from _computation(step["formula"], (*path, "formula"))
    for name, bound in (step.get("with") or {}).items():
        yield from _computation(bound, (*path, "with", name))
    rows = step.get("rows") or {}
    for key, cells in rows.items() if isinstance(rows, dict) else enumerate(rows):
        for column, cell in cells.items():
            yield from _computation(cell, (*path, "rows", key, column))
    yield from _rounding(step, path)


def _computation(field: Any, path: Path) -> Iterator[Slip]:  # noqa: ANN401 - text or list of cases
    if isinstance(field, str):
        yield from formula_slips(field, path)
        return
    for index, case in enumerate(field):
        at = (*path, index)
        for key in ("when", "then", "otherwise"):
            part = case.get(key)
            if isinstance(part, str):
                yield from formula_slips(part, (*at, key))
            elif isinstance(part, dict) and "rule" in part:
                for name, bound in (part.get("with") or {}).items():
                    yield from formula_slips(bound, (*at, key, "with", name))
            elif isinstance(part, dict):
                yield from _word(part, (*at, key, "status"), DATA_WORDS, key="status")
        if index and "otherwise" not in case:
            edits = Edit(at, field[index - 1]), Edit((*path, index - 1), case)
            yield slip("case-order", at, f"{index + 1}", f"{index}", *edits)
        if len(field) > 1:
            yield slip("case-dropped", at, f"{index + 1}", "–", Edit(at, remove=True))


def _rounding(owner: dict[str, Any], path: Path) -> Iterator[Slip]:
    rounding = owner.get("rounding")
    if not isinstance(rounding, dict):
        return
    at = (*path, "rounding")
    yield from _word(rounding, (*at, "mode"), MODES, default="half_up", key="mode")
    if "carry" in rounding:
        yield from _word(rounding, (*at, "carry"), CARRIES, key="carry")
    for changed in last_place(rounding["places"]):
        yield slip("places", (*at, "places"), rounding["places"], changed)
    yield slip("rounding", at, "rounding", "–", Edit(at, remove=True))


def _word(
    owner: dict[str, Any],
    path: Path,
    words: tuple[str, ...],
    *,
    default: str | None = None,
    key: str | None = None,
) -> Iterator[Slip]:
    """Another word of a short list in the place of the one that is written, or meant."""
    was = owner.get(key or str(path[-1]), default)
    for word in words if was is not None else ():
        if word != was:
            yield slip(str(path[-1]), path, str(was), word)
