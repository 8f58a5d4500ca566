"""A rule on a table of another library: what the call says, checked, and whether the packages are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from sakip_rules.api.boundary import floats_of, shown
from sakip_rules.compiled.quick import QuickRule
from sakip_rules.diagnostics import UsageError, diagnose
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.extras import needed
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.values import Value

if TYPE_CHECKING:
    from sakip_rules.columns.answers import RecordAnswer
    from sakip_rules.columns.evaluating import OnError, RowTexts

T = TypeVar("T")


def evaluate_table(
    plan: RulePlan, table: T, on_error: object, floats: object, progress: object, *, exact: bool
) -> T:
    """Gives the table with what a rule gives for each of its rows; see `Rule.evaluate_table`."""
    for package in ("numpy", "pyarrow"):
        needed(package, "columns")
    from sakip_rules.columns.evaluating import Wishes, evaluate_frame  # noqa: PLC0415 - now they can be imported

    wishes = Wishes(by_itself(plan), _on_error_of(on_error), floats_of(floats), _progress_of(progress), exact)
    made: T = evaluate_frame(plan, table, wishes)
    return made


def evaluate_texts(plan: RulePlan, columns: Mapping[str, list[object]], floats: Floats = None) -> RowTexts:
    """Gives what a rule gives for each row as texts, and which rows were refused: see `columns.evaluating`.

    Raises `DataError` where a column is missing, `UsageError` where a package is.
    """
    for package in ("numpy", "pyarrow"):
        needed(package, "columns")
    from sakip_rules.columns.evaluating import Wishes, evaluate_texts  # noqa: PLC0415 - as above

    wishes = Wishes(by_itself(plan), "collect", floats, _progress_of(None), exact=True)
    return evaluate_texts(plan, columns, wishes)


def by_itself(plan: RulePlan) -> Callable[[Mapping[str, Value]], RecordAnswer]:
    """Gives what computes one record: the compiled rule, or where something is told the reference."""
    from sakip_rules.columns.answers import RecordAnswer  # noqa: PLC0415 - as above

    quick = QuickRule(plan, typed=True)

    def answer(given: Mapping[str, Value]) -> RecordAnswer:
        made = quick.answer(given)
        if made is None or not made.quiet:
            return RecordAnswer.of(evaluate_rule(plan, given))
        return RecordAnswer(made.value, made.exact, made.absent, made.category, frozenset())

    return answer


def _on_error_of(given: object) -> OnError:
    if given == "raise" or given == "collect":  # noqa: PLR1714 - so that the type is narrowed
        return given
    raise UsageError([diagnose("bad-value.on-error", None, text=shown(given))])


def _progress_of(given: object) -> Callable[[int, int], None]:
    if given is None:
        return lambda _done, _rows: None
    if callable(given):
        return given
    raise UsageError([diagnose("bad-value.progress", None, type=shown(given))])
