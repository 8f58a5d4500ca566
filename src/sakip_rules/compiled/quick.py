"""Rules that are asked often, and frameworks of large reports: compiled once that is worth it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakip_rules.compiled import DeclineError, UncoveredError
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.loader.scalars import Floats
from sakip_rules.locks import Lock
from sakip_rules.plans import AnyPlan, RulePlan

if TYPE_CHECKING:
    from sakip_rules.compiled.reports import CompiledFramework, QuickReport
    from sakip_rules.compiled.rule import CompiledRule
    from sakip_rules.reader import ReportData

WORTH: Final = 20
"""To compile takes about as long as so many calls then save: a command that asks once never does."""


RECORDS_WORTH: Final = 200
"""To compile a framework takes about as long as so many records of reports, year by year, then save."""


class Speed(NamedTuple):
    """How a rule is computed by now."""

    is_compiled: bool
    declined: int
    """How many calls were left to the reference since then."""


class QuickRule:
    """Answers calls of a rule from its compiled function, once it is worth compiling; any thread may ask."""

    def __init__(self, plan: RulePlan, floats: Floats = None, *, typed: bool = False) -> None:
        """It is asked with what programs give, or with `typed` values, as the reader gives them."""
        self.plan = plan
        self.floats = floats
        self.typed = typed
        self.declined = 0
        self.is_covered = True
        self.compiled: CompiledRule | None = None
        self._calls = itertools.count(1)
        self._lock = Lock()

    @property
    def speed(self) -> Speed:
        """How the rule is computed by now."""
        return Speed(self.compiled is not None, self.declined)

    def answer(self, given: Mapping[str, Any]) -> CompiledResult | None:
        """Gives the result of a call; None where the reference must compute it.

        `given` is the caller's no more: it may be changed.
        """
        compiled = self.compiled or self.asked()
        if compiled is None:
            return None
        try:
            return CompiledResult(compiled, given)
        except DeclineError:
            self.declined += 1
            return None

    def asked(self) -> CompiledRule | None:
        """Counts a call, and compiles the rule if that is worth it by now."""
        if not self.is_covered or next(self._calls) < WORTH:
            return None
        from sakip_rules.compiled import rule  # noqa: PLC0415 - whoever asks once does not wait

        with self._lock.held():
            if self.compiled is None and self.is_covered:
                try:
                    self.compiled = rule.compile_rule(self.plan, self.floats, typed=self.typed)
                except UncoveredError:
                    self.is_covered = False
                except RecursionError:  # the caller's stack is nearly full: another call may have more
                    return None
            return self.compiled


class QuickRules:
    """The rules of a catalogue: whoever looks a rule up again for each call finds it compiled, too."""

    def __init__(self) -> None:
        self._known: dict[Hashable, QuickRule] = {}

    def of(self, versions: Hashable, plan: AnyPlan, floats: Floats) -> QuickRule | None:
        """Gives a formula rule as it was linked from versions of rules: for the same ones the same."""
        if not isinstance(plan, RulePlan):
            return None
        known = self._known.get((plan.source.reference, versions))
        return known or self._known.setdefault((plan.source.reference, versions), QuickRule(plan, floats))


class QuickReports:
    """The frameworks of a catalogue's reports: compiled once its reports have held enough records."""

    def __init__(self) -> None:
        self._records: Counter[Hashable] = Counter()
        self._compiled: dict[Hashable, CompiledFramework] = {}
        self._lock = Lock()

    def of(self, report: ReportData) -> QuickReport | None:
        """Gives what computes the records of a report; None where the reference must."""
        framework = report.framework
        known = framework.source.reference, framework.source.sha256, framework.day
        with self._lock.held():
            self._records[known] += sum(len(record.years) for record in report.root.walk())
            if self._records[known] < RECORDS_WORTH:
                return None
            from sakip_rules.compiled.reports import QuickReport, compile_framework  # noqa: PLC0415 - as above

            try:
                compiled = self._compiled.get(known) or compile_framework(framework)
            except RecursionError:  # as above
                return None
            self._compiled[known] = compiled
        return QuickReport(compiled, report)
