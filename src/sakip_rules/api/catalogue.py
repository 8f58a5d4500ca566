"""A catalogue of rules: what Python programs start from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sakip_rules.api.boundary import Day, PathLike, day_of, floats_of, inputs_of, reference_of, text_of
from sakip_rules.api.bundle import bundled_folder
from sakip_rules.api.collection import RuleCollection
from sakip_rules.api.folders import folder_of, must_be_no_rule
from sakip_rules.api.knowledge import Knowledge
from sakip_rules.api.origins import Origin, reopened, text_path, whole
from sakip_rules.api.receipts import Receipt, refusal
from sakip_rules.api.report import Report
from sakip_rules.api.rule import Rule
from sakip_rules.api.sources import document_of, is_form
from sakip_rules.api.workspace import Workspace
from sakip_rules.catalogue import RuleCatalogue, last_day_of
from sakip_rules.checker import Checked
from sakip_rules.compiled.quick import QuickReports, QuickRules
from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import DataError, Diagnostic, UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_report
from sakip_rules.exporters.seen import UsedRule, used_rules
from sakip_rules.links.shelf import Shelf, rules_named
from sakip_rules.loader import Document, LoadedRule, ReportSource
from sakip_rules.loader.scalars import Floats
from sakip_rules.locks import Lock
from sakip_rules.models import Reference
from sakip_rules.plans import RulePlan
from sakip_rules.reader import ReportData, read_report
from sakip_rules.resolver import Resolver

if TYPE_CHECKING:
    from sakip_rules.api.audit import AuditedReport
    from sakip_rules.examples import ExampleOutcome


class Catalogue(RuleCollection):
    """The bundled rules, or those of some folders, or both; what Python programs start from.

    Rules are read when they are asked for. One catalogue may serve several threads.
    """

    def __init__(self, knowledge: Knowledge, origin: Origin) -> None:
        self._begin(origin, {})
        self.knowledge = knowledge

    @classmethod
    def closed(cls, origin: Origin, expected: Mapping[str, str]) -> Catalogue:
        """Gives a catalogue that is read when it is first used: one that comes from another process.

        `expected` are the hashes of the rules that were read there, by reference: a rule with another one has
        changed since.
        """
        catalogue = cls.__new__(cls)
        catalogue._begin(origin, expected)  # noqa: SLF001 - its own
        return catalogue

    def _begin(self, origin: Origin, expected: Mapping[str, str]) -> None:
        self.origin = origin
        self.floats = floats_of(origin.floats)
        self._expected = dict(expected)
        self._lock = Lock()
        self._resolvers: dict[datetime.date, Resolver] = {}
        self._quick = QuickRules()
        self._quick_reports = QuickReports()

    def __getattr__(self, name: str) -> Knowledge:
        if name != "knowledge":
            raise AttributeError(name)
        self.knowledge = reopened(self.origin).knowledge
        return self.knowledge

    @classmethod
    def load(cls, *folders: PathLike, floats: Floats = None) -> Catalogue:
        """Gives the rules of folders alone; files with errors are kept as such and found by `check`.

        With `floats="shortest"` inputs may be floats, each read as its shortest decimal text.
        Raises `UsageError` for what is no path, or another word for `floats`, `RuleError` for what is no
        folder of rules.
        """
        return cls.examining(folders, floats=floats)

    @classmethod
    def bundled(cls, *folders: PathLike, floats: Floats = None) -> Catalogue:
        """Gives the rules that come with the library, and those of folders; the rest as in `load`.

        Where a folder has the id of a bundled rule, all versions of that id come from the folder.
        """
        return cls.examining(folders, bundled=True, floats=floats)

    @classmethod
    def examining(
        cls,
        folders: Sequence[PathLike],
        beside: Sequence[PathLike] = (),
        *,
        bundled: bool = False,
        floats: Floats = None,
    ) -> Catalogue:
        """Gives the rules of folders that `check` and `run_examples` examine, and those that they refer to.

        Those are in the folders `beside` them and, if it is said, among the bundled rules.
        """
        own, others = tuple(map(whole, folders)), tuple(map(whole, beside))
        origin = Origin(own, others, bundled, floats=floats_of(floats))
        behind = bundled_folder() if bundled else None
        shelf = Shelf(list(map(folder_of, folders)), list(map(folder_of, beside)), behind)
        return cls(Knowledge(shelf), origin)

    @classmethod
    def of(cls, workspace: Workspace, *, floats: Floats = None) -> Catalogue:
        """Gives the rules of a workspace as they are now: its later updates leave them as they are."""
        folders = tuple(map(whole, workspace.folders))
        origin = Origin(folders, texts=tuple(workspace.texts.items()), floats=floats_of(floats))
        return cls(Knowledge(Shelf(workspace.folders), *workspace.snapshot()), origin)

    @classmethod
    def from_texts(
        cls, texts: Mapping[str, str], *, bundled: bool = False, floats: Floats = None
    ) -> Catalogue:
        """Gives the rules of texts, as a database holds them, by `owner/name@1.0.0` or by path.

        With `bundled` the rules that come with the library stand behind them, but for those of the same ids.
        Raises `UsageError` for a name that is none and for what is no text.
        """
        named = {text_path(str(name)): text_of(text) or "" for name, text in inputs_of(texts).items()}
        origin = Origin(bundled=bundled, texts=tuple(named.items()), floats=floats_of(floats))
        return cls(origin.knowledge(), origin)

    def reload(self) -> Catalogue:
        """Gives the same folders as they are now; files that did not change are not read again.

        This catalogue stays as it is. Texts that stand in no file are as they were.
        """
        known = self.origin.knowledge() if self.origin.texts else self.knowledge.again()
        return Catalogue(known, self.origin)

    @property
    def rules(self) -> RuleCatalogue:
        """All rule files there are."""
        return self.knowledge.rules

    @property
    def checked(self) -> Checked:
        """The verdict of the checker on every file there is."""
        return self.knowledge.whole

    def check(self) -> list[Diagnostic]:
        """Gives everything that is wrong, or worth a warning, in the folders that were named.

        Without any, in the bundled rules. Raises `RuleError` where there is no rule file at all.
        """
        files = [rule_file.file for rule_file in self.knowledge.examined_files]
        return self.knowledge.examined.of_files(files)

    def rule(self, reference: str, on: Day | None = None) -> Rule:
        """Gives the rule in force on a day, on the last day of a year, or the pinned version.

        Raises `UsageError` for text that is no reference or a missing day, `RuleError` for a rule
        that does not exist, is not in force, or has errors.
        """
        parsed = reference_of(reference)
        if on is None and parsed.version is None:
            raise UsageError([diagnose("missing-key.on", None, name=quoted(reference))])
        found = self._linked(parsed, on)
        if self._differing(found.receipt.rules):
            self._read_again()
            found = self._linked(parsed, on)
            different = self._differing(found.receipt.rules)
            if different:
                raise refusal(different)
        return found

    def __getitem__(self, reference: str) -> Rule:
        """Gives the version `owner/name@x.y.z`; an id alone needs `rule(id, on=…)`. Raises as that."""
        return self.rule(reference)

    def _linked(self, parsed: Reference, on: Day | None) -> Rule:
        checked = self.knowledge.of([parsed.id])
        day = _day_of_examples(checked, parsed) if on is None else day_of(on)
        resolver = self._resolver(checked, day)
        with self._lock.held():  # a resolver links rules when they are asked for
            loaded = resolver.find(parsed)
            sources = resolver.sources_of(loaded)
            plan, receipt = resolver.plan_of(loaded), Receipt(used_rules(sources), day)
        return Rule(self, loaded, plan, receipt, self._quick.of(receipt.rules, plan, self.floats))

    def _differing(self, used: Iterable[UsedRule]) -> list[str]:
        """Gives the references of rules that are not those that another process has read."""
        return [
            rule.reference for rule in used if self._expected.get(rule.reference, rule.sha256) != rule.sha256
        ]

    def _read_again(self) -> None:
        """Reads the files as they are now: this process may have read them before the other one did."""
        self.knowledge = reopened(self.origin, again=True).knowledge
        with self._lock.held():
            self._resolvers = {}
            self._quick_reports = QuickReports()

    def _resolver(self, checked: Checked, day: datetime.date) -> Resolver:
        """Gives the resolver of a day; rules linked once are not linked again while no more are known."""
        with self._lock.held():
            known = self._resolvers.get(day)
            if known is None or known.checked is not checked:
                known = self._resolvers[day] = Resolver(checked, day)
            return known

    def read_report(self, path: ReportSource) -> ReportData:
        """Gives a report, read: from a path, from an open file, or from data as objects.

        Data are a mapping with the keys of a report file, as `json.load` or a database gives them: text, int,
        Decimal, Fraction, bool, `None`, dates; floats as the catalogue was told. Text is JSON or YAML.
        Raises `DataError` with everything that is wrong in it, `UsageError` for what is no report at all.
        """
        document, diagnostics = document_of(path, self.floats)
        wrong = any(diagnostic.severity == "error" for diagnostic in diagnostics)
        if document is None or (wrong and not is_form(document)):
            raise DataError(diagnostics)
        must_be_no_rule(document)
        if wrong:
            raise DataError([*diagnostics, *self._wrong_beside(document)])
        report = read_report(document, self.knowledge.of(rules_named(document.root)))
        return replace(report, warnings=(*diagnostics, *report.warnings))

    def _wrong_beside(self, document: Document) -> list[Diagnostic]:
        """What else is wrong in a form with cells that cannot be read: whoever fills it in mends all at once.

        A key that is missing may be what such a cell holds: it is not told.
        """
        try:
            read_report(document, self.knowledge.of(rules_named(document.root)))
        except DataError as error:
            return [one for one in error.diagnostics if one.code != "missing-key"]
        return []

    def evaluate_report(self, path: ReportSource) -> Report:
        """Gives a report, computed; what it is read from, and what is raised, as in `read_report`."""
        data = self.read_report(path)
        return Report(self.unread(), data.written, evaluate_report(data, self._quick_reports.of(data)))

    def audit_report(self, path: ReportSource) -> AuditedReport:
        """Gives every printed figure of a report beside the recomputed one, with causes; from the same."""
        from sakip_rules.api.audit import AuditedReport  # noqa: PLC0415 - whoever computes does not wait for it
        from sakip_rules.audit import audit_report  # noqa: PLC0415 - as above

        data = self.read_report(path)
        return AuditedReport.of(audit_report(data, self._versions), data)

    def _versions(self, rule_id: str) -> tuple[RulePlan, ...]:
        """Every version of a formula rule that can be used, on the first day of its validity."""
        checked = self.knowledge.of([rule_id])
        loaded = [item for item in checked.usable if item.rule.id == rule_id]
        days = (last_day_of(item.rule.valid_from.year) for item in loaded)
        plans = [self._resolver(checked, day).plan_of(item) for day, item in zip(days, loaded, strict=True)]
        return tuple(plan for plan in plans if isinstance(plan, RulePlan))

    def run_examples(self, progress: Callable[[int, int], None] | None = None) -> list[ExampleOutcome]:
        """Runs every example of every rule that can be used, of those that `check` looks at.

        `progress` is told (done, all) rules.
        """
        from sakip_rules.examples import run_examples  # noqa: PLC0415 - as above

        files = {rule_file.file for rule_file in self.knowledge.examined_files}
        return run_examples(self.knowledge.examined, progress, files)

    def unread(self) -> Catalogue:
        """Gives the same catalogue as one that is read when it is first used."""
        return Catalogue.closed(self.origin, {})

    def __reduce__(
        self,
    ) -> tuple[Callable[[Origin, Mapping[str, str]], Catalogue], tuple[Origin, dict[str, str]]]:
        read = self.__dict__["knowledge"].hashes() if "knowledge" in self.__dict__ else {}
        return Catalogue.closed, (self.origin, {**self._expected, **read})

    def __copy__(self) -> Catalogue:
        return self  # nothing in it changes for whoever uses it

    def __deepcopy__(self, _memo: dict[int, object]) -> Catalogue:
        return self

    def __repr__(self) -> str:
        folders = (*self.origin.examined, *self.origin.beside)
        bundled = ("the bundled rules",) if self.origin.bundled else ()
        return f"<Catalogue of {', '.join((*folders, *bundled)) or 'texts'}>"


def _day_of_examples(checked: Checked, reference: Reference) -> datetime.date:
    """The day on which the references in a version's examples are taken."""
    found = checked.catalogue.find(reference, datetime.date.max)
    return last_day_of(found.rule.valid_from.year) if isinstance(found, LoadedRule) else datetime.date.max


__all__ = ["Catalogue", "bundled_folder"]
