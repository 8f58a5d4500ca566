"""The years of a record one below another, for formulas that aggregate over `riwayat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sakip_rules.evaluator.uses import formulas_of
from sakip_rules.exporters.workbook.building import LineBuilder
from sakip_rules.exporters.workbook.lines import OfOwner, SheetLine
from sakip_rules.expression import Formula, Type
from sakip_rules.expression.tree import HISTORY, Name
from sakip_rules.languages import Pair, say
from sakip_rules.plans import LevelPlan, RecordPlan, StepPlan
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

HISTORY_SHEET: Final[Pair] = ("Riwayat {name}", "History {name}")


def add_history(builder: LineBuilder, level: LevelPlan, line: SheetLine, years: Sequence[SheetLine]) -> None:
    """Gives a line the rows of its history: the lines of the record's given years up to its own.

    Each row takes over the figures that are read from it; the cells of the years themselves lie apart.
    """
    plan = _plan(builder, level, line)
    if plan is None:
        return
    title = safe(level.title, builder.lang)
    name = say(HISTORY_SHEET, builder.lang).format(name=title)
    group = builder.group((level.name, HISTORY), name, name)
    rows = line.rows[HISTORY] = []
    for of_year in years:
        origins = {step.name: OfOwner(of_year, _named(step.name)) for step in plan.steps}
        said = f"{line.title} · {line.year}"
        row = SheetLine(plan, of_year.record, group.sheet, said, origins, path=line.path)
        row.id, row.shown_year, row.is_given = str(of_year.year), of_year.year, line.is_given
        row.history_year = of_year.year
        rows.append(builder.add(group, row))


def _plan(builder: LineBuilder, level: LevelPlan, line: SheetLine) -> RecordPlan | None:
    """What is read of the years of a level: its numbers, for only those are added up.

    What a failed check takes from the outside is left: within the record it is still there.
    """
    found = [read for formula in formulas_of(level.record) for read in formula.reads.names]
    read = {one.field for one in found if one.rows == (HISTORY,)}
    if not read:
        return None
    steps = [
        StepPlan(name, title, Type("number"), unit, how=())
        for name, (title, unit) in _numbers(level.record).items()
        if name in read and name not in line.shields
    ]
    return builder.plans.setdefault(level.record, RecordPlan({}, tuple(steps), ()))


def _numbers(plan: RecordPlan) -> Mapping[str, tuple[Pair, str | None]]:
    inputs = {
        declared.name: (declared.title, declared.unit)
        for declared in plan.inputs.values()
        if declared.each is None and declared.type in ("number", "count")
    }
    return inputs | {step.name: (step.title, step.unit) for step in plan.steps if step.type.kind == "number"}


def _named(name: str) -> Formula:
    return Formula.of(name, Name(0, len(name), name))
