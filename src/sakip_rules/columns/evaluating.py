"""A rule on whatever table a program has: read, computed, and given back as a table, or as texts.

`evaluate_frame` is behind `Rule.evaluate_table`. `evaluate_texts` is for who writes text: call
`api.tables.evaluate_texts(plan, {"name": [cell, …], …})`, with cells as a program gives them to
`Rule.evaluate`, and get the texts of every row, and the numbers of the rows that were refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from sakip_rules.columns.answers import REFUSED, RowAnswers
from sakip_rules.columns.frames import Frame, frame_of
from sakip_rules.columns.packing import SHOWN_FAULTS
from sakip_rules.columns.table import Evaluate, Progress, TableRun
from sakip_rules.diagnostics import DataError, Diagnostic, diagnose, quoted
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan

MADE: Final = ("value", "exact", "category", "status", "reason", "diagnostics")
"""The columns that are put beside those of the table."""


class RowTexts(NamedTuple):
    """What a rule gives for every row, as texts under the names `MADE`; `None` where there is nothing.

    `refused` are the rows whose data are not what the rule asks for: their status is `error`. Who needs the
    words for them asks the rule about these rows alone.
    """

    cells: Mapping[str, Sequence[str | None]]
    refused: Sequence[int]


OnError = Literal["raise", "collect"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a table is computed: what is done with data that are wrong, and what is wanted beside values."""

    evaluate: Evaluate
    on_error: OnError
    floats: Floats
    progress: Progress
    exact: bool


def evaluate_frame(plan: RulePlan, given: Any, wishes: Wishes) -> Any:  # noqa: ANN401 - a table of the caller's kind
    """Gives the table with the columns `MADE`; raises `UsageError` for no table, `DataError` for data."""
    frame = frame_of(given)
    answers, _ = _answers(plan, frame, wishes)
    return frame.back(answers)


def evaluate_texts(plan: RulePlan, given: Any, wishes: Wishes) -> RowTexts:  # noqa: ANN401 - a table of any kind
    """Gives what a rule gives for each row of a table as texts; raises as `evaluate_frame` does."""
    answers, refused = _answers(plan, frame_of(given), wishes)
    made = answers.lists()
    values = [None if value is None else format(value, "f") for value in made["value"]]
    return RowTexts({**made, "value": values}, refused)


def _answers(plan: RulePlan, frame: Frame, wishes: Wishes) -> tuple[RowAnswers, list[int]]:
    """The answers for all rows, and the rows that hold a cell that is not of its input's type."""
    mistakes = _mistaken_names(plan, frame.names, wishes)
    if mistakes:
        raise DataError(mistakes)
    cells = {name: frame.cells(name) for name in plan.record.inputs if name in frame.names}
    run = TableRun(plan, cells, frame.rows, wishes.floats)
    if run.faults.told and wishes.on_error == "raise":
        raise DataError(run.faults.told)
    answers = run.answers(wishes.evaluate, wishes.progress, exact=wishes.exact)
    long = answers.unfit() if frame.is_bounded else []
    if long and wishes.on_error == "raise":
        raise DataError(diagnose("bad-value.table-digits", None, row=str(row)) for row in long[:SHOWN_FAULTS])
    for row in long:
        answers.refuse(row, REFUSED)
    return answers, sorted(run.faults.codes)


def _mistaken_names(plan: RulePlan, names: Sequence[object], wishes: Wishes) -> list[Diagnostic]:
    """What is wrong with the names of the columns: one is missing, or would stand twice."""
    mistakes = []
    for name, declared in plan.record.inputs.items():
        if name not in names and declared.default is None:
            mistakes.append(diagnose("missing-column", None, name=quoted(name)))
        if list(names).count(name) > 1:
            mistakes.append(diagnose("duplicate-key.column", None, name=quoted(name)))
    taken = [name for name in MADE if name in names and (wishes.exact or name != "exact")]
    return mistakes + [diagnose("duplicate-key.column", None, name=quoted(name)) for name in taken]
