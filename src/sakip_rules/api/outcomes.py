"""What evaluations give to programs: values as Decimal and Fraction, words, explanations, JSON."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip_rules.api.boundary import shown
from sakip_rules.diagnostics import Diagnostic, UsageError, diagnose
from sakip_rules.diagnostics.core import known_language
from sakip_rules.languages import Language
from sakip_rules.numbers import display_text
from sakip_rules.results import ROOT, Figure, ReportNode, ReportTree, RuleResult, record_diagnostics
from sakip_rules.values import Absent, Category, Value, is_number

if TYPE_CHECKING:
    from sakip_rules.explainer.lines import Line


class Result:
    """What a formula rule gives for one record."""

    def __init__(self, record: RuleResult) -> None:
        self.record = record

    @property
    def figure(self) -> Figure:
        """The rule's result, with unit, rounding and trace."""
        return self.record.result

    @property
    def value(self) -> Decimal | None:
        """The value rounded as the rule says, or to two places for showing; `None` if absent."""
        text = self.figure.text
        return None if text is None else Decimal(text)

    @property
    def exact(self) -> Fraction | None:
        """The exact value before rounding; `None` if absent or approximate."""
        return self.figure.fraction

    @property
    def category(self) -> str | None:
        """The band of the rule's scale."""
        category = self.figure.category
        return None if category is None else category.label

    @property
    def status(self) -> str:
        """`ok`, `missing`, `not_applicable` or `error`."""
        absent = self.figure.absent
        return "ok" if absent is None else absent.status

    @property
    def reason(self) -> str | None:
        """Why there is no value."""
        absent = self.figure.absent
        return None if absent is None else absent.json_reason

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Failed checks and warnings of the record and of every rule that it called."""
        return tuple(record_diagnostics([self.record]))

    def explain(self, lang: Language = "id") -> str:
        """Every step in words and numbers; raises `UsageError` for another language."""
        from sakip_rules.explainer.lines import render  # noqa: PLC0415 - whoever computes does not wait for it
        from sakip_rules.explainer.steps import explain_record  # noqa: PLC0415 - as above

        return render(explain_record(self.record, known_language(lang)))

    def to_dict(self, lang: Language = "id") -> dict[str, Any]:
        """The result as JSON sees it; raises `UsageError` for another language."""
        from sakip_rules.exporters.objects import record_object  # noqa: PLC0415 - as above

        return record_object(self.record, known_language(lang))

    def __repr__(self) -> str:
        return f"<Result {self.value if self.status == 'ok' else self.status}>"


class _Outcome:
    """What a scale or a table gives, or why it gives nothing."""

    def __init__(self, outcome: Value) -> None:
        self.outcome = outcome

    @property
    def status(self) -> str:
        """`ok`, or the status of what is absent."""
        return self.outcome.status if isinstance(self.outcome, Absent) else "ok"

    @property
    def reason(self) -> str | None:
        """Why there is nothing."""
        return self.outcome.json_reason if isinstance(self.outcome, Absent) else None


class Classified(_Outcome):
    """What a scale gives for one number."""

    @property
    def category(self) -> str | None:
        """The label of the band; `None` if there is none."""
        return self.outcome.label if isinstance(self.outcome, Category) else None

    @property
    def code(self) -> str | None:
        """The CODE of the band, if it has one."""
        return self.outcome.code if isinstance(self.outcome, Category) else None

    def __repr__(self) -> str:
        return f"<Classified {self.category or self.status}>"


class LookedUp(_Outcome):
    """What a table gives for its CODEs, or an interpolation for a number."""

    @property
    def exact(self) -> Fraction | None:
        """The number found; `None` if there is none or it is approximate."""
        return self.outcome if isinstance(self.outcome, Fraction) else None

    @property
    def value(self) -> Decimal | None:
        """The number as a decimal, if it is one; otherwise to two places."""
        if not is_number(self.outcome):
            return None
        return Decimal(display_text(self.outcome, None))

    def __repr__(self) -> str:
        return f"<LookedUp {self.value if self.status == 'ok' else self.status}>"


class Report:
    """A report, computed."""

    def __init__(self, tree: ReportTree) -> None:
        self.tree = tree

    def __iter__(self) -> Iterator[ReportNode]:
        return self.tree.root.walk()

    def find(self, path: str) -> ReportNode | None:
        """The node with a path; `.` is the root."""
        return self.tree.root.find(path)

    def explain(
        self, path: str = ROOT, figure: str | None = None, year: int | None = None, lang: Language = "id"
    ) -> str:
        """The steps of one figure of a node, or of its headline, for the report's year or another.

        Raises `UsageError` for a path, figure or year that the report does not have, or another language.
        """
        from sakip_rules.explainer.lines import render  # noqa: PLC0415 - as above

        return render(self.steps(path, figure, year, lang))

    def steps(
        self, path: str = ROOT, figure: str | None = None, year: int | None = None, lang: Language = "id"
    ) -> list[Line]:
        """The lines of `explain`, each with its depth and what it tells; raises as that."""
        language = known_language(lang)
        node = self.find(path)
        if node is None:
            raise UsageError([diagnose("unknown-name.path", None, name=shown(path))])
        name = node.headline if figure is None else figure
        if name is None or name not in self._figures(node, year):
            raise UsageError([diagnose("unknown-name.example-figure", None, name=shown(name or path))])
        from sakip_rules.explainer.steps import explain_node  # noqa: PLC0415 - as above

        return explain_node(node, self.tree.framework, figure=name, year=year, lang=language)

    @staticmethod
    def _figures(node: ReportNode, year: int | None) -> list[str]:
        wanted = node.now.year if year is None else year
        return [name for of_year in node.years if of_year.year == wanted for name in of_year.record.figures]

    def to_dict(self, lang: Language = "id") -> dict[str, Any]:
        """The report as JSON sees it; raises `UsageError` for another language."""
        from sakip_rules.exporters.report.json import report_object  # noqa: PLC0415 - as above

        return report_object(self.tree, known_language(lang))

    def __repr__(self) -> str:
        return f"<Report {self.tree.title}>"
