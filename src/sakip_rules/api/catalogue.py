"""A catalogue of rules: what Python programs start from."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from collections.abc import Callable
from pathlib import Path

from sakip_rules.api.boundary import PathLike, day_of, floats_of, path_of, reference_of
from sakip_rules.api.outcomes import Report
from sakip_rules.api.rule import Rule
from sakip_rules.api.workspace import Workspace
from sakip_rules.audit import Audit, audit_report
from sakip_rules.catalogue import RuleCatalogue, last_day_of
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.diagnostics import DataError, Diagnostic, UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_report
from sakip_rules.examples import ExampleOutcome, run_examples
from sakip_rules.loader import REPORT_LIMITS, LoadedRule, load_document
from sakip_rules.models import Reference
from sakip_rules.plans import RulePlan
from sakip_rules.reader import ReportData, read_report
from sakip_rules.reader.arguments import Floats
from sakip_rules.resolver import Resolver

Day = int | datetime.date


class Catalogue:
    """All rules of some folders; what Python programs start from.

    One catalogue may serve several threads.
    """

    def __init__(self, rules: RuleCatalogue, floats: Floats = None, checked: Checked | None = None) -> None:
        self.rules = rules
        self.floats = floats_of(floats)
        self._lock = threading.Lock()
        self._checked = checked
        self._resolvers: dict[datetime.date, Resolver] = {}

    @classmethod
    def load(cls, *folders: PathLike, floats: Floats = None) -> Catalogue:
        """Gives the rules of folders; files with errors are kept as such and found by `check`.

        With `floats="shortest"` inputs may be floats, each read as its shortest decimal text.
        Raises `UsageError` for what is no path, or another word for `floats`.
        """
        return cls.of(Workspace(*folders), floats=floats)

    @classmethod
    def of(cls, workspace: Workspace, *, floats: Floats = None) -> Catalogue:
        """Gives the rules of a workspace as they are now: its later updates leave them as they are."""
        rules, checked = workspace.snapshot()
        return cls(rules, floats, checked)

    @classmethod
    def bundled(cls, *, floats: Floats = None) -> Catalogue:
        """Gives the rules that come with the library; `floats` as in `load`."""
        return cls.load(bundled_folder(), floats=floats)

    @property
    def checked(self) -> Checked:
        """The verdict of the checker on every file; made once."""
        with self._lock:
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
        parsed = reference_of(reference)
        if on is None and parsed.version is None:
            raise UsageError([diagnose("missing-key.on", None, name=quoted(reference))])
        day = self._day_of_examples(parsed) if on is None else day_of(on)
        resolver = self.resolver(day)
        with self._lock:  # a resolver links rules when they are asked for
            loaded = resolver.find(parsed)
            return Rule(self, loaded, resolver.plan_of(loaded), day)

    def resolver(self, day: datetime.date) -> Resolver:
        """Gives the resolver of a day; rules linked once are not linked again."""
        checked = self.checked
        with self._lock:
            return self._resolvers.setdefault(day, Resolver(checked, day))

    def _day_of_examples(self, reference: Reference) -> datetime.date:
        """The day on which the references in a version's examples are taken."""
        found = self.rules.find(reference, datetime.date.max)
        return last_day_of(found.rule.valid_from.year) if isinstance(found, LoadedRule) else datetime.date.max

    def read_report(self, path: PathLike) -> ReportData:
        """Gives a report file, read; raises `DataError` with everything that is wrong in it."""
        document, diagnostics = load_document(path_of(path), limits=REPORT_LIMITS)
        if document is None or any(diagnostic.severity == "error" for diagnostic in diagnostics):
            raise DataError(diagnostics)
        report = read_report(document, self.checked)
        return dataclasses.replace(report, warnings=(*diagnostics, *report.warnings))

    def evaluate_report(self, path: PathLike) -> Report:
        """Gives a report, computed; raises `DataError` with everything that is wrong in it."""
        return Report(evaluate_report(self.read_report(path)))

    def audit_report(self, path: PathLike) -> Audit:
        """Gives every printed figure of a report beside the recomputed one, with causes."""
        return audit_report(self.read_report(path), self._versions)

    def _versions(self, rule_id: str) -> tuple[RulePlan, ...]:
        """Every version of a formula rule that can be used, on the first day of its validity."""
        loaded = [item for item in self.checked.usable if item.rule.id == rule_id]
        plans = [self.resolver(last_day_of(item.rule.valid_from.year)).plan_of(item) for item in loaded]
        return tuple(plan for plan in plans if isinstance(plan, RulePlan))

    def run_examples(self, progress: Callable[[int, int], None] | None = None) -> list[ExampleOutcome]:
        """Runs every example of every rule that can be used; `progress` is told (done, all) rules."""
        return run_examples(self.checked, progress)

    def __repr__(self) -> str:
        return f"<Catalogue of {len(self.rules.loaded)} files>"


def bundled_folder() -> Path:
    """Gives the folder of the rules that come with the library: beside it, else in the repository."""
    package = Path(__file__).resolve().parent.parent
    # A wheel has them beside the code; an editable install leaves them in the repository, their only place.
    beside = package / "rules"
    return beside if beside.is_dir() else package.parent.parent / "rules"
