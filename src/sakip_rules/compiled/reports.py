"""Reports with many records: their levels and indicator rules, compiled once, and asked for each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from sakip_rules.compiled import DeclineError, UncoveredError
from sakip_rules.compiled.intake import ForeignIntake
from sakip_rules.compiled.levels import Function, compile_indicator, compile_level
from sakip_rules.compiled.running import DECLINE
from sakip_rules.compiled.years import CompiledYear, parts_of
from sakip_rules.dataclass import dataclass
from sakip_rules.evaluator.figures import of_rule
from sakip_rules.evaluator.kept import Computing
from sakip_rules.evaluator.record import rule_task
from sakip_rules.evaluator.trampoline import run
from sakip_rules.evaluator.tree import Computed, Standing
from sakip_rules.evaluator.uses import Uses, uses_of
from sakip_rules.expression import Meter
from sakip_rules.expression.tree import HISTORY
from sakip_rules.plans import FrameworkPlan, LevelPlan, RulePlan
from sakip_rules.reader import ReportData, YearData
from sakip_rules.results import record_diagnostics
from sakip_rules.values import Row, Rows, Value

RULE_WORTH: Final = 20
"""So often a report must ask an indicator rule for it to be compiled."""

_NOTHING: Final[Mapping[str, Value]] = {}


def is_stated(data: YearData) -> bool:
    """Says whether a year states steps: only the reference says whether they differ from what is computed."""
    return bool(data.stated)


def year_before(computed: Computed, year: int) -> Mapping[str, Value]:
    """Gives what others use of a record in the year before; nothing if that is not given."""
    return computed.outward[year - 1] if year - 1 in computed.given else _NOTHING


@dataclass(frozen=True, slots=True)
class CompiledFramework:
    """The levels of a framework that are compiled, and why others are not."""

    uses: Uses
    levels: Mapping[str, Function]
    left: Mapping[str, str]
    """For each level that is left to the reference the key of its reason (`compiled.speed`)."""


def compile_framework(framework: FrameworkPlan) -> CompiledFramework:
    """Compiles the levels of a framework."""
    uses = uses_of(framework)
    made: dict[str, Function] = {}
    left: dict[str, str] = {}
    for name, level in framework.levels.items():
        try:
            made[name] = compile_level(framework, level, uses.names[name])
        except UncoveredError as error:
            left[name] = error.reason
    return CompiledFramework(uses, made, left)


class QuickReport:
    """Computes the records of one report; where it gives nothing, the reference does."""

    def __init__(self, compiled: CompiledFramework, report: ReportData) -> None:
        self.compiled = compiled
        self.framework = report.framework
        self.computed = 0
        self.declined = 0
        """How many records were left to the reference."""

        asked = Counter(
            id(data.rule)
            for record in report.root.walk()
            for data in record.years.values()
            if data.rule is not None and data.data is not None
        )
        self.often = {rule for rule, times in asked.items() if times >= RULE_WORTH}
        self.rules: dict[tuple[int, str], Function | None] = {}

    def standing(self, computed: Computed, data: YearData, year: int, run: Computing) -> Standing | None:
        """Gives a record in a year, with nothing to tell, and what it costs at most."""
        function = self.compiled.levels.get(computed.data.level.name)
        if function is None or is_stated(data):
            return None
        try:
            found = self._standing(function, computed, data, year, run)
        except DeclineError:
            self.declined += 1
            return None
        self.computed += 1
        return found

    def _standing(
        self, function: Function, computed: Computed, data: YearData, year: int, run: Computing
    ) -> Standing:
        level, uses = computed.data.level, self.compiled.uses
        indicator, carried, units, figures = None, None, 0, 0
        if data.data is not None and data.rule is not None:
            indicator, carried, units, figures = self._indicator(level, data.rule, data.data)
        last = year_before(computed, year)
        below = {
            name: Rows(tuple(Row(child.data.id, child.outward[year]) for child in computed.rows[name]))
            for name in uses.below[level.name]
        }
        if level.name in uses.looking_back:
            earlier = (before for before in sorted(computed.given) if before < year)
            below[HISTORY] = Rows(tuple(Row(str(each), computed.outward[each]) for each in earlier))
        parts, outward, more_units, more_figures = function(
            data.values, year, last, carried, below, now=year in computed.given
        )
        shown = CompiledYear(year, run, computed, (parts, indicator), data.values)
        return Standing(shown, outward, units + more_units, figures + more_figures)

    def _indicator(
        self, level: LevelPlan, rule: RulePlan, given: Mapping[str, Value]
    ) -> tuple[tuple[Any, ...] | None, tuple[Any, ...] | None, int, int]:
        function = self._function(rule, level)
        if function is not None:
            found: tuple[Any, Any, int, int] = function(given)
            return found
        declared, meter = level.from_rule, Meter()
        result = run(rule_task(rule, given, meter))
        if declared is None or record_diagnostics([result]):
            raise DECLINE
        figure = of_rule(declared, result, self.framework.rounding)
        if figure.diagnostics:
            raise DECLINE
        return (
            parts_of(figure),
            ForeignIntake().number(figure.value, declared, {}),
            meter.spent,
            meter.figures,
        )

    def _function(self, rule: RulePlan, level: LevelPlan) -> Function | None:
        """The function of an indicator rule that is asked often enough."""
        asked = id(rule), level.name
        if asked not in self.rules:
            declared = level.from_rule
            self.rules[asked] = None
            if declared is not None and id(rule) in self.often:
                with suppress(UncoveredError):
                    self.rules[asked] = compile_indicator(rule, declared, self.framework.rounding)
        return self.rules[asked]
