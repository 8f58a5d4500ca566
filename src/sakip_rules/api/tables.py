"""A rule on a table of another library: what the call says, checked, and whether the packages are there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sakip_rules.api.boundary import floats_of, shown
from sakip_rules.diagnostics import UsageError, diagnose
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.extras import needed
from sakip_rules.plans import RulePlan

if TYPE_CHECKING:
    from sakip_rules.columns.evaluating import OnError

T = TypeVar("T")


def evaluate_table(
    plan: RulePlan, table: T, on_error: object, floats: object, progress: object, *, exact: bool
) -> T:
    """Gives the table with what a rule gives for each of its rows; see `Rule.evaluate_table`."""
    for package in ("numpy", "pyarrow"):
        needed(package, "columns")
    from sakip_rules.columns.evaluating import Wishes, evaluate_frame  # noqa: PLC0415 - now they can be imported

    wishes = Wishes(evaluate_rule, _on_error_of(on_error), floats_of(floats), _progress_of(progress), exact)
    made: T = evaluate_frame(plan, table, wishes)
    return made


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
