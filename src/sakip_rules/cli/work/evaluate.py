"""`sakip evaluate`: compute reports, or ask one rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.answering import evaluate_rule
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import FILE, WrongUsageError, warn
from sakip_rules.cli.work.forgotten import with_folders
from sakip_rules.cli.work.opening import open_rules, reference_in, rule_in_force
from sakip_rules.cli.work.sources import report_source
from sakip_rules.diagnostics import SakipRulesError, render_all
from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters.subjects import FilledTemplate, LiveReport, NamedReport
from sakip_rules.formats import FORMATS
from sakip_rules.languages import Language
from sakip_rules.results import ReportTree, report_diagnostics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.api import Catalogue
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure

_ON: Pair = (
    "--on hanya untuk aturan; sebuah laporan menyebut tahunnya sendiri.",
    "--on is for rules only; a report names its own year.",
)
_LIVE: Pair = (
    "--live menulis satu laporan dengan rumus: tulis --format xlsx, atau -o BERKAS.xlsx.",
    "--live writes one report with formulas: write --format xlsx, or -o FILE.xlsx.",
)
_TEMPLATE: Pair = (
    "--template mengisi dokumen Word dengan satu laporan: tulis --format docx, atau -o BERKAS.docx.",
    "--template fills a Word document with one report: write --format docx, or -o FILE.docx.",
)
_DATA: Pair = (
    "--data hanya untuk aturan; laporan disebut namanya, atau - untuk masukan standar.",
    "--data is for rules only; a report is named, or - for standard input.",
)
_ONE: Pair = (
    "Bentuk {form} memuat satu laporan saja. Untuk beberapa laporan: {known}.",
    "The format {form} holds one report only. For several reports: {known}.",
)


def run(  # noqa: PLR0913 - one for each option
    *,
    subject: str,
    words: tuple[str, ...],
    on: str | None,
    data: str | None,
    form: str,
    output: str | None,
    live: bool,
    template: str | None,
    rules: NamedRules,
    lang: Language,
) -> int:
    """Prints computed reports, or what a rule gives.

    Gives 1 if something is not computable, 3 if one of several reports or data has errors.
    """
    catalogue = open_rules(rules)
    reference = reference_in(catalogue, subject, "evaluate")
    _look_at_form(form, is_report=reference is None and not words, live=live, template=template)
    if reference is not None:
        rule = rule_in_force(catalogue, reference, on)
        return evaluate_rule(rule, words, data, form, output, lang)
    if on is not None or data is not None:
        raise WrongUsageError(_DATA if on is None else _ON)
    if words:
        return _several(catalogue, (subject, *words), form, output, lang)
    if live:
        return _live(catalogue, subject, form, output, lang)
    tree = _computed(catalogue, subject, lang)
    if template is None:
        deliver("report", tree, form, look_for(output, lang), output)
    else:
        deliver("filled", FilledTemplate(tree, template, template), form, look_for(output, lang), output)
    return int(has_broken(tree))


def _look_at_form(form: str, *, is_report: bool, live: bool, template: str | None) -> None:
    """Raises `WrongUsageError` where an option for one report in one format is given for something else."""
    if live and not (is_report and form in FORMATS["live"]):
        raise WrongUsageError(_LIVE)
    if template is not None and not (is_report and form in FORMATS["filled"]):
        raise WrongUsageError(_TEMPLATE)


def _live(catalogue: Catalogue, name: str, form: str, output: str | None, lang: Language) -> int:
    data = catalogue.read_report(report_source(name))
    tree, years = evaluate_every_year(data)
    warn(render_all(report_diagnostics(tree), lang))
    deliver("live", LiveReport(data, tree, years), form, look_for(output, lang), output)
    return int(has_broken(tree))


def _several(
    catalogue: Catalogue, names: Sequence[str], form: str, output: str | None, lang: Language
) -> int:
    known = FORMATS["reports"]
    if form not in known:
        texts = {"form": form, "known": ", ".join(known)}
        raise WrongUsageError((_ONE[0].format(**texts), _ONE[1].format(**texts)))
    reports = [NamedReport(name, _outcome(catalogue, name, lang)) for name in names]
    deliver("reports", reports, form, look_for(output, lang), output)
    trees = [report.outcome for report in reports if isinstance(report.outcome, ReportTree)]
    return FILE if len(trees) < len(reports) else int(any(map(has_broken, trees)))


def _outcome(catalogue: Catalogue, name: str, lang: Language) -> ReportTree | SakipRulesError:
    """Gives a computed report, or what is wrong with it, which is told at once."""
    try:
        return _computed(catalogue, name, lang)
    except SakipRulesError as error:
        told = type(error)(with_folders(error.diagnostics))
        warn(render_all(told.diagnostics, lang))
        return told


def _computed(catalogue: Catalogue, name: str, lang: Language) -> ReportTree:
    tree = catalogue.evaluate_report(report_source(name)).tree
    warn(render_all(report_diagnostics(tree), lang))
    return tree


def has_broken(tree: ReportTree) -> bool:
    """Says whether a figure of a report cannot be computed."""
    return any(_is_broken(figure) for figure in _figures(tree))


def _is_broken(figure: Figure) -> bool:
    return figure.absent is not None and figure.absent.word == "not_computable"


def _figures(tree: ReportTree) -> Iterator[Figure]:
    for node in tree.root.walk():
        for year in node.years:
            yield from year.figures.values()
