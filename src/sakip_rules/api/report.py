"""A report, computed: its records and figures as values; how they were computed when that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sakip_rules.api.boundary import shown
from sakip_rules.api.receipts import Receipt, changed, refusal
from sakip_rules.catalogue import last_day_of
from sakip_rules.diagnostics import Diagnostic, UsageError, diagnose
from sakip_rules.diagnostics.core import did_you_mean, known_language
from sakip_rules.exporters.seen import ReportRecord, SeenReport, no_figure, seen_report
from sakip_rules.languages import Language, Pair, say
from sakip_rules.results import ROOT, ReportNode, ReportTree

if TYPE_CHECKING:
    from sakip_rules.api.catalogue import Catalogue
    from sakip_rules.explainer.lines import Line


class Report:
    """A report, computed. Equal reports are equal; it is pickled with its figures and its data."""

    __slots__ = ("_catalogue", "_seen", "_tree", "_written")

    def __init__(
        self,
        catalogue: Catalogue,
        written: Mapping[str, object],
        tree: ReportTree | None = None,
        seen: SeenReport | None = None,
    ) -> None:
        """Without its tree it is computed again, from what was written, when that is asked for."""
        self._catalogue = catalogue
        self._written = written
        self._tree = tree
        self._seen = seen

    @property
    def tree(self) -> ReportTree:
        """All that was computed, as the engine has it; raises `RuleError` if rules have changed since."""
        if self._tree is None:
            tree = self._catalogue.evaluate_report(self._written).tree
            different = changed(self.receipt.rules, seen_report(tree).rules)
            if different:
                raise refusal(different)
            self._tree = tree
        return self._tree

    @property
    def _all(self) -> SeenReport:
        if self._seen is None:
            self._seen = seen_report(self.tree)
        return self._seen

    @property
    def title(self) -> str:
        """The title of the report."""
        return self._all.title

    @property
    def organization(self) -> str:
        """Whose report it is."""
        return self._all.organization

    @property
    def year(self) -> int:
        """The performance year."""
        return self._all.year

    @property
    def periods(self) -> Pair | None:
        """The part of the year that it is about, in Indonesian and English; `None` is the whole year."""
        return self._all.period

    def period(self, lang: Language = "id") -> str | None:
        """The part of the year in a language; raises `UsageError` for another one."""
        spoken = known_language(lang)
        return None if self._all.period is None else say(self._all.period, spoken)

    @property
    def receipt(self) -> Receipt:
        """The rules that it was computed with."""
        return Receipt(self._all.rules, last_day_of(self.year))

    @property
    def rules(self) -> tuple[str, ...]:
        """The references of the rules that it was computed with."""
        return tuple(used.reference for used in self._all.rules)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is worth knowing about the report and all its records."""
        return self._all.diagnostics

    @property
    def root(self) -> ReportRecord:
        """The record of the organization, with all others below it."""
        return self._all.root

    @property
    def records(self) -> tuple[ReportRecord, ...]:
        """All records, in the order of the report."""
        return tuple(self.root.walk())

    def record(self, path: str) -> ReportRecord:
        """Gives the record with a path: ids joined by `/`, the root `.`.

        Raises `UsageError` for a path that the report does not have.
        """
        found = next((record for record in self.root.walk() if record.path == path), None)
        if found is None:
            raise self._unknown_path(path)
        return found

    def rows(self, lang: Language = "id") -> list[dict[str, Any]]:
        """Gives a dict for each figure of each record and year: `--format tidy`, for a table of a program.

        Keys are path, level, id, title, rule, year, figure, figure_title, value, unit, exact, category,
        status and reason. Raises `UsageError` for another language.
        """
        from sakip_rules.exporters.report.tidy import rows  # noqa: PLC0415 - whoever computes does not wait

        return list(rows(self.root.walk(), known_language(lang)))

    def to_dict(self, lang: Language = "id", *, receipt: bool = False) -> dict[str, Any]:
        """The report as JSON sees it, with its receipt if asked; raises `UsageError` for another language."""
        from sakip_rules.exporters.report.json import seen_object  # noqa: PLC0415 - as above

        made = seen_object(self._all, known_language(lang))
        return made | ({"receipt": self.receipt.to_dict()} if receipt else {})

    def explain(
        self, path: str = ROOT, figure: str | None = None, year: int | None = None, lang: Language = "id"
    ) -> str:
        """The steps of one figure of a record, or of its headline, for the report's year or another.

        Raises `UsageError` for a path, figure or year that the report does not have, or another language;
        `RuleError` if rules have changed since.
        """
        from sakip_rules.explainer.lines import render  # noqa: PLC0415 - as above

        return render(self.steps(path, figure, year, lang))

    def steps(
        self, path: str = ROOT, figure: str | None = None, year: int | None = None, lang: Language = "id"
    ) -> list[Line]:
        """The lines of `explain`, each with its depth and what it tells; raises as that."""
        language = known_language(lang)
        record = self.record(path)
        name = record.headline if figure is None else figure
        wanted = self.year if year is None else year
        known = [figure.name for given, figures in record.years if given == wanted for figure in figures]
        if name is None or name not in known:
            raise no_figure(name or path, known)
        from sakip_rules.explainer.steps import explain_node  # noqa: PLC0415 - as above

        node = self.tree.root.find(path)
        if node is None:
            raise self._unknown_path(path)
        return explain_node(node, self.tree.framework, figure=name, year=year, lang=language)

    def _unknown_path(self, path: str) -> UsageError:
        near = did_you_mean(str(path), [record.path for record in self.root.walk()])
        return UsageError([diagnose("unknown-name.record", None, name=shown(path), near=near)])

    def __iter__(self) -> Iterator[ReportNode]:
        """Gives the records as the engine has them; `records` are values."""
        return self.tree.root.walk()

    def find(self, path: str) -> ReportNode | None:
        """The record with a path as the engine has it; `record` gives a value."""
        return self.tree.root.find(path)

    def __reduce__(
        self,
    ) -> tuple[type[Report], tuple[Catalogue, Mapping[str, object], None, SeenReport]]:
        return type(self), (self._catalogue.unread(), self._written, None, self._all)

    def __copy__(self) -> Report:
        return self  # nothing in it changes

    def __deepcopy__(self, _memo: dict[int, Any]) -> Report:
        return self

    def __eq__(self, other: object) -> bool:
        return self._all == other._all if isinstance(other, Report) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.title, self.year, self.receipt))

    def __repr__(self) -> str:
        return f"<Report {self.title}>"
