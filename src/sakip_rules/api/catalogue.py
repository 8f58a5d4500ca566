"""A catalogue of rules: what Python programs start from."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

from sakip_rules.api.outcomes import Report
from sakip_rules.api.rule import Rule
from sakip_rules.audit import Audit, audit_report
from sakip_rules.catalogue import RuleCatalogue, last_day_of, rule_of
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.diagnostics import DataError, Diagnostic, UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_report
from sakip_rules.examples import ExampleOutcome, run_examples
from sakip_rules.loader import REPORT_LIMITS, LoadedRule, load_document, load_rules
from sakip_rules.models import Reference
from sakip_rules.reader import ReportData, read_report
from sakip_rules.resolver import Resolver

Day = int | datetime.date
PathLike = str | os.PathLike[str]


class Catalogue:
    """All rules of some folders; what Python programs start from."""

    def __init__(self, rules: RuleCatalogue, floats: str | None = None) -> None:
        if floats not in (None, "shortest"):
            raise UsageError([diagnose("bad-value.floats", None, text=quoted(str(floats)))])
        self.rules = rules
        self.floats = floats
        self._checked: Checked | None = None
        self._resolvers: dict[datetime.date, Resolver] = {}

    @classmethod
    def load(cls, *folders: PathLike, floats: str | None = None) -> Catalogue:
        """Gives the rules of folders; files with errors are kept as such and found by `check`."""
        return cls(RuleCatalogue(load_rules(folders)), floats)

    @classmethod
    def bundled(cls, *, floats: str | None = None) -> Catalogue:
        """Gives the rules that come with the library."""
        return cls.load(bundled_folder(), floats=floats)

    @property
    def checked(self) -> Checked:
        """The verdict of the checker on every file; made once."""
        if self._checked is None:
            self._checked = check_catalogue(self.rules)
        return self._checked

    def check(self) -> list[Diagnostic]:
        """Gives everything that is wrong, or worth a warning, in any rule file."""
        return self.checked.diagnostics

    def rule(self, reference: str, on: Day | None = None) -> Rule:
        """Gives the rule in force on a day, on the last day of a year, or the pinned version.

        Raises `UsageError` for text that is no reference or a missing day, `RuleError` for a rule
        that does not exist, is not in force, or has errors.
        """
        parsed = Reference.parse(reference)
        if parsed is None:
            raise UsageError([diagnose("bad-value.reference", None, written=quoted(reference))])
        if on is None and parsed.version is None:
            raise UsageError([diagnose("missing-key.on", None, name=quoted(reference))])
        day = self._day_of(parsed, on)
        resolver = self.resolver(day)
        item = resolver.find(parsed)
        return Rule(self, item, resolver.plan_of(item), day)

    def resolver(self, day: datetime.date) -> Resolver:
        """Gives the resolver of a day; rules linked once are not linked again."""
        return self._resolvers.setdefault(day, Resolver(self.checked, day))

    def _day_of(self, reference: Reference, on: Day | None) -> datetime.date:
        if isinstance(on, datetime.date):
            return on
        if on is not None:
            return last_day_of(on)
        found = self.rules.find(reference, datetime.date.max)
        valid_from = rule_of(found).valid_from if isinstance(found, LoadedRule) else datetime.date.max
        return last_day_of(valid_from.year)

    def read_report(self, path: PathLike) -> ReportData:
        """Gives a report file, read; raises `DataError` with everything that is wrong in it."""
        document, found = load_document(path, limits=REPORT_LIMITS)
        if document is None or any(one.severity == "error" for one in found):
            raise DataError(found)
        return read_report(document, self.checked)

    def evaluate_report(self, path: PathLike) -> Report:
        """Gives a report, computed; raises `DataError` with everything that is wrong in it."""
        data = self.read_report(path)
        return Report(self.rules, data, evaluate_report(data))

    def run_examples(self, progress: Callable[[int, int], None] | None = None) -> list[ExampleOutcome]:
        """Runs every example of every rule that can be used."""
        return run_examples(self.checked, progress)

    def audit_report(self, path: PathLike) -> Audit:
        """Gives every printed figure of a report beside the recomputed one, with causes."""
        return audit_report(self.read_report(path))


def bundled_folder() -> Path:
    """Gives the folder of the rules that come with the library: beside it, else in the repository."""
    package = Path(__file__).resolve().parent.parent
    beside = package / "rules"
    return beside if beside.is_dir() else package.parent.parent / "rules"
