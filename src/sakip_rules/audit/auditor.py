"""Every printed figure beside the recomputed one, with the cause where one is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from sakip_rules.audit.book import Book, Key, Print, Versions, exact_number, no_versions, number_of
from sakip_rules.audit.calculation import Recomputations
from sakip_rules.audit.digits import PrintedNumber, ending, exact_text, mode_of
from sakip_rules.audit.findings import Audit, Cause, Finding, Warned
from sakip_rules.audit.hypotheses import FOLLOWING, HYPOTHESES, POLICIES
from sakip_rules.audit.hypotheses.carrying import in_worlds
from sakip_rules.audit.hypotheses.categories import category_cause, same_category
from sakip_rules.audit.hypotheses.misfit import Misfit, first_cause, policy_of, rounded_cause
from sakip_rules.audit.hypotheses.misprints import misprint
from sakip_rules.audit.hypotheses.sources import another_source
from sakip_rules.audit.printed import printed_worlds
from sakip_rules.audit.reasons import no_category, not_recomputable
from sakip_rules.evaluator import evaluate_report
from sakip_rules.languages import Pair
from sakip_rules.numbers import Number, decimal_text, round_number, shortest_text
from sakip_rules.reader import ReportData
from sakip_rules.results import ROOT, Figure, PrintedFigure, node_diagnostics
from sakip_rules.values import Range
from sakip_rules.vocabulary import Verdict

CUT = ("dipotong, tidak dibulatkan", "cut off instead of rounded")


_Mark = tuple[Key, PrintedNumber | None, str | None]


@dataclass(slots=True)
class _Draft:
    """A finding, and the misfit of which the cause is still to be found."""

    finding: Finding
    key: Key
    number: PrintedNumber | None = None
    misfit: Misfit | None = None

    @property
    def mark(self) -> _Mark:
        """What two printings of one figure at one place have in common."""
        return self.key, self.number, self.finding.where


def audit_report(report: ReportData, versions: Versions = no_versions) -> Audit:
    """Gives every printed figure and category of a report beside the recomputed one, in report order.

    `versions` gives all versions of a rule: an older report may have been computed by another one.
    """
    book = Book(report, evaluate_report(report), versions)
    again = Recomputations(book)
    drafts = [
        draft
        for node in book.nodes.values()
        for printed in node.printed
        for draft in _drafts(again, node.path, printed)
    ]
    used = _explain_following(drafts, book)
    _explain(drafts)
    _explain_slips(drafts, used)
    warnings = [Warned(node.path, told) for node in book.nodes.values() for told in node_diagnostics(node)]
    findings = [draft.finding for draft in drafts]
    named = _Named.of(book, _operand_paths(findings))
    return Audit(
        report.title,
        findings,
        warnings,
        named.records,
        named.figures,
        organization=report.organization,
        year=report.year,
        framework=report.framework.source.reference,
    )


class _Named(NamedTuple):
    """What records with printed figures or warnings, those that causes name, and their figures are called."""

    records: dict[str, Pair]
    figures: dict[tuple[str, str], Pair]

    @classmethod
    def of(cls, book: Book, operands: Collection[str]) -> _Named:
        """Gives the titles of a report; the root is called by its organization."""
        named = cls({}, {})
        for node in book.nodes.values():
            if not node.printed and node.path not in operands and not node_diagnostics(node):
                continue
            title = book.tree.organization if node.path == ROOT else node.title
            named.records[node.path] = node.title_pair if title is None else (title, title)
            figures = (figure for year in node.years for figure in year.figures.values())
            named.figures.update({(node.path, figure.name): figure.title for figure in figures})
        return named


def _operand_paths(findings: Iterable[Finding]) -> set[str]:
    """The paths of the records whose figures causes name, as in `path:figure`."""
    causes = (cause for finding in findings for cause in (finding.cause, finding.also) if cause is not None)
    return {key.rpartition(":")[0] for cause in causes for key in cause.with_}


def _drafts(again: Recomputations, path: str, printed: PrintedFigure) -> Iterator[_Draft]:
    key = Key(path, printed.printed.figure, printed.year)
    if printed.printed.value is not None:
        yield _of_value(again, key, printed)
    if printed.printed.category is not None:
        yield _Draft(_of_category(again.book, key, printed), key)


def _of_value(again: Recomputations, key: Key, printed: PrintedFigure) -> _Draft:
    text, where = printed.printed.text, printed.printed.where
    figure = again.book.figure(key)
    if figure is None:
        return _Draft(not_recomputable(again.book, key, where, text), key)
    figure = figure.computed or figure
    if _is_compared_as_stated(printed, figure):
        return _Draft(_of_stated(key, printed, figure), key)
    exact, number = exact_number(figure), again.book.read(printed, figure)
    # An approximate value may lie on both sides of a rounding: then no digits can be printed beside it.
    recomputed = None if exact is None or number is None else _digits(figure, exact, number)
    if recomputed is None:
        return _Draft(not_recomputable(again.book, key, where, text), key)
    assert exact is not None and number is not None  # noqa: S101, PT018 - they gave the digits
    found = ending(exact, number, mode_of(figure.rounding))
    if found == "rounded":
        return _Draft(_finding(key, where, text, recomputed, "same"), key, number)
    misfit = Misfit(again.book, key, figure, exact, number, where, again)
    if found is None:
        differs = replace(_finding(key, where, text, recomputed, "differs"), given=_given(figure))
        return _Draft(differs, key, number, misfit)
    cause = Cause("cut", CUT, {"mode": "down", "places": str(number.places)})
    also = rounded_cause(misfit, HYPOTHESES)
    cut = replace(_finding(key, where, text, recomputed, "cut"), cause=cause, also=also)
    return _Draft(cut, key, number)


def _is_compared_as_stated(printed: PrintedFigure, figure: Figure) -> bool:
    """Says whether what is printed, or what stands beside it, is no number, and neither is absent."""
    is_range = isinstance(figure.exact, Range) and number_of(figure.exact) is None
    return figure.absent is None and (printed.stated is not None or is_range)


def _of_stated(key: Key, printed: PrintedFigure, figure: Figure) -> Finding:
    """A printed range, choice, truth or polarity beside the recomputed one, as data."""
    recomputed = _stated_text(figure)
    verdict: Verdict = "same" if printed.stated in (figure.value, recomputed) else "differs"
    return _finding(key, printed.printed.where, printed.printed.text, recomputed, verdict)


def _stated_text(figure: Figure) -> str | None:
    """Gives a value that is no number as data write it."""
    if isinstance(figure.value, Range):
        low, high = exact_text(figure.value.low), exact_text(figure.value.high)
        return low if low == high else f"{{min: {low}, max: {high}}}"
    return figure.text


def _digits(figure: Figure, exact: Number, printed: PrintedNumber) -> str | None:
    """The recomputed value with the printed number of decimals, rounded once."""
    number = round_number(exact, printed.places, mode_of(figure.rounding))
    return None if number is None else decimal_text(number, printed.places)


def _given(figure: Figure) -> str | None:
    """All digits of a number that the data give."""
    if figure.origin != "given" or not isinstance(figure.exact, Fraction):
        return None
    return shortest_text(figure.exact)


def _finding(key: Key, where: str | None, text: str, recomputed: str | None, verdict: Verdict) -> Finding:
    return Finding(key.path, key.figure, key.year, where, text, recomputed, verdict)


def _of_category(book: Book, key: Key, printed: PrintedFigure) -> Finding:
    text, where = printed.printed.category, printed.printed.where
    assert text is not None  # noqa: S101 - so it was chosen
    figure = book.figure(key)
    if figure is None or figure.in_category is None:
        return no_category(book, key, where, text)
    category = figure.in_category
    if same_category(text, category):
        return _finding(key, where, text, category.label, "same")
    cause = category_cause(key.figure, text, book.read(printed, figure), category, figure.scale)
    return replace(_finding(key, where, text, category.label, "differs"), cause=cause)


def _explain_following(drafts: list[_Draft], book: Book) -> set[Key]:
    """Tells apart what follows from other printed figures: of one place, else from all there are.

    Gives the figures that others follow from: somebody computed with them as they are printed.
    """
    used: set[Key] = set()
    wrong = [draft for draft in drafts if draft.misfit is not None]
    worlds = printed_worlds(book) if wrong else []
    for draft in wrong:
        assert draft.misfit is not None  # noqa: S101 - so they were chosen
        cause = first_cause(draft.misfit, FOLLOWING) or in_worlds(draft.misfit, worlds)
        if cause is not None:
            used.update(key for key in draft.misfit.operands if draft.misfit.name(key) in cause.with_)
            draft.finding = replace(draft.finding, verdict="follows", cause=cause)
            draft.misfit = None
    return used


def _explain(drafts: list[_Draft]) -> None:
    """Looks for the cause of every number that differs; what is printed again at one place, once.

    A policy that explains several figures comes before what explains one.
    """
    known: dict[_Mark, tuple[Cause | None, list[Cause]]] = {}
    for draft in drafts:
        if draft.misfit is not None and draft.mark not in known:  # it may stand in several tables
            found = (first_cause(draft.misfit, (policy,)) for policy in POLICIES)
            policies = [cause for cause in found if cause is not None]
            known[draft.mark] = first_cause(draft.misfit, HYPOTHESES), policies
    explained = Counter(policy_of(cause) for _, policies in known.values() for cause in policies)
    for draft in drafts:
        if draft.misfit is not None:
            first, policies = known[draft.mark]
            widest = max(policies, key=lambda cause: explained[policy_of(cause)], default=None)
            is_wide = widest is not None and explained[policy_of(widest)] > 1
            draft.finding = replace(draft.finding, cause=widest if is_wide else first)


def _explain_slips(drafts: list[_Draft], used: set[Key]) -> None:
    """Looks for slips last: they are measured against the printings that are right or explained."""
    explained: dict[Key, dict[str, Print]] = {}
    for draft in drafts:
        is_explained = draft.misfit is None or draft.finding.cause is not None
        if draft.number is not None and is_explained:
            one = Print(draft.number, draft.finding.where)
            explained.setdefault(draft.key, {}).setdefault(draft.number.text, one)
    for draft in drafts:
        if draft.misfit is not None and draft.finding.cause is None:
            right = list(explained.get(draft.key, {}).values())
            cause = misprint(draft.misfit, right, is_used=draft.key in used) or another_source(draft.misfit)
            draft.finding = replace(draft.finding, cause=cause)
