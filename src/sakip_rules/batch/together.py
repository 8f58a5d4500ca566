"""A whole chunk of rows at once: on columns, where the rule can be stated so; each other row by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.api.tables import evaluate_texts
from sakip_rules.batch.answers import RowAnswer, answer, computed, refused
from sakip_rules.batch.sources import BatchRow
from sakip_rules.batch.versions import Version, Versions
from sakip_rules.diagnostics import SakipRulesError, UsageError
from sakip_rules.plans import RulePlan

if TYPE_CHECKING:
    from sakip_rules.columns.evaluating import RowTexts

LEAST: Final = 500
"""Fewer rows are computed one by one: before the first ones on columns, packages have to be imported."""

_SINGLE: Final = ("number", "count", "truth", "choice", "polarity")
"""Types of inputs whose data are single cells."""

Given = tuple[int, dict[str, object]]


def answers_of(versions: Versions, rows: Sequence[BatchRow]) -> list[RowAnswer]:
    """Computes rows, each as `answer` does: in that order, with the same cells and the same mistakes."""
    if len(rows) < LEAST:
        return [answer(versions, row) for row in rows]
    made: dict[int, RowAnswer] = {}
    waiting: dict[Version, list[Given]] = defaultdict(list)
    for at, row in enumerate(rows):
        try:
            version = versions.of(row)
            waiting[version].append((at, version.reader.read(row)))
        except SakipRulesError as error:
            made[at] = refused(error.diagnostics, row)
    for version, given in waiting.items():
        done = _on_columns(version, given)
        made |= done
        made |= {at: computed(version, data, rows[at]) for at, data in given if at not in done}
    return [made[at] for at in range(len(rows))]


def _on_columns(version: Version, given: Sequence[Given]) -> dict[int, RowAnswer]:
    """The answers of rows that columns give; what is wrong is left to who can say why."""
    plan = version.rule.plan
    if len(given) < LEAST or not isinstance(plan, RulePlan) or not _is_stated_in_cells(plan):
        return {}
    names = {name for _, data in given for name in data}
    try:
        texts = evaluate_texts(plan, {name: [data.get(name) for _, data in given] for name in names})
    except UsageError:  # the packages are not there
        return {}
    left = {*texts.refused, *(at for at, status in enumerate(texts.cells["status"]) if status == "error")}
    return {place: RowAnswer(_cells(texts, at)) for at, (place, _) in enumerate(given) if at not in left}


def _is_stated_in_cells(plan: RulePlan) -> bool:
    return all(each.each is None and each.type in _SINGLE for each in plan.record.inputs.values())


def _cells(texts: RowTexts, at: int) -> Mapping[str, str | None]:
    return {name: column[at] for name, column in texts.cells.items()}
