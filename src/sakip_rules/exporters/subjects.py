"""What is exported and has no noun of its own: the outcome of a run over all rules, several answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic, SakipRulesError
    from sakip_rules.evaluator import EveryYear
    from sakip_rules.examples import ExampleOutcome
    from sakip_rules.exporters.objects import Json
    from sakip_rules.languages import Language, Pair
    from sakip_rules.reader import ReportData
    from sakip_rules.results import ReportTree
    from sakip_rules.values import Value


class Checks(NamedTuple):
    """All that is wrong in rule files, and how many files were checked."""

    diagnostics: Sequence[Diagnostic]
    files: int


class ExampleRun(NamedTuple):
    """How every example came out, and all that is wrong: errors of rules, and what differs."""

    outcomes: Sequence[ExampleOutcome]
    diagnostics: Sequence[Diagnostic]

    @property
    def passed(self) -> int:
        """How many examples came out as they say."""
        return sum(outcome.passed for outcome in self.outcomes)

    @property
    def failed(self) -> int:
        """How many did not."""
        return len(self.outcomes) - self.passed


class RuleAnswer(NamedTuple):
    """What a rule gave for a datum: the value as people see it, and the object that programs read."""

    reference: str
    titles: Pair
    value: Value
    text: str | None
    """The value as decimal text, where it is a number."""

    unit: str | None
    category: str | None
    to_dict: Callable[[Language], Json]
    lacking: tuple[str, ...] = ()
    """The inputs that are missing, where the value is."""


class RuleAnswers(NamedTuple):
    """What a rule gave for each of some data, or what is wrong with them.

    With `in_lines` JSON has one line for each, whatever their number.
    """

    given: Sequence[RuleAnswer | SakipRulesError]
    in_lines: bool = False


class FilledTemplate(NamedTuple):
    """A computed report, and the document that is filled with it: its path, and how it is called."""

    tree: ReportTree
    path: str
    file: str


class NamedReport(NamedTuple):
    """A report as it was asked for, and what became of it."""

    name: str
    outcome: ReportTree | SakipRulesError


class LiveReport(NamedTuple):
    """A report with all that its formulas need: data and rules, results, every year that was computed."""

    data: ReportData
    tree: ReportTree
    years: EveryYear
