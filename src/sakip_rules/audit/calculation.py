"""One figure, ready to be computed again with other operands: one change to the data or the plan.

What a step sees of its record and of the records below is laid over the computed report as views, so
that a change of one operand costs one step, not a whole report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.operands import operands_of_step
from sakip_rules.evaluator.record import Record, Surroundings, rule_task
from sakip_rules.evaluator.trampoline import run
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR
from sakip_rules.plans import CallPlan, StepPlan
from sakip_rules.results import Node, RecordResult
from sakip_rules.values import MISSING, Absent, Row, Rows, Value, is_number

from fractions import Fraction

Changes = Mapping[Key, Value]

PROBES = 400
"""How many operands may be looked at again for one printed figure, at least."""


@dataclass(slots=True)
class Calculation:
    """How one figure is computed: its operands, and the computation itself.

    `value` gives the exact value before the figure's own rounding; `None` when it is no number, or
    when `left`, the number of operands that may still be looked at, is used up.
    """

    key: Key
    operands: tuple[Key, ...]
    compute: Callable[[Changes, Mapping[str, str]], Value]
    polarities: Mapping[str, str]
    left: int = PROBES

    def value(self, changes: Changes, codes: Mapping[str, str] | None = None) -> Fraction | None:
        """Computes with some operands, or CODEs bound to inputs of the called rule, changed."""
        cost = 1 + len(self.operands)
        if cost > self.left:
            return None
        self.left -= cost
        found = self.compute(changes, codes or {})
        return found if isinstance(found, Fraction) else None
