"""`sakip evaluate`: compute a report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.cli.work.failures import warn
from sakip_rules.cli.work.opening import deliver, open_rules
from sakip_rules.cli.work.terminal import paint_for, width
from sakip_rules.diagnostics import Diagnostic, render_all
from sakip_rules.explainer.lines import unpainted
from sakip_rules.exporters.csv import report_csv
from sakip_rules.exporters.json import node_diagnostics, report_object, to_text
from sakip_rules.exporters.markdown import report_markdown
from sakip_rules.exporters.table import WIDTH, report_table
from sakip_rules.languages import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.results import Figure, ReportTree

FORMATS: Final[dict[str, Callable[[ReportTree, Language], str]]] = {
    "json": lambda tree, lang: to_text(report_object(tree, lang)),
    "csv": report_csv,
    "markdown": report_markdown,
}


def run(*, report: str, form: str, output: str | None, folders: Sequence[str], lang: Language) -> int:
    """Prints a computed report; 1 if a figure of it is not computable."""
    tree = open_rules(folders).evaluate_report(report).tree
    warn(render_all(diagnostics_of(tree), lang))
    deliver(_formatted(tree, form, output, lang), output)
    return int(any(_is_broken(figure) for figure in _figures(tree)))


def _formatted(tree: ReportTree, form: str, output: str | None, lang: Language) -> str:
    if form in FORMATS:
        return FORMATS[form](tree, lang)
    if output is not None:
        return report_table(tree, lang, width=WIDTH, paint=unpainted)
    return report_table(tree, lang, width=width(), paint=paint_for(sys.stdout))


def diagnostics_of(tree: ReportTree) -> list[Diagnostic]:
    """Gives what is worth knowing about a report and all its records, each thing once."""
    nodes = (found for node in tree.root.walk() for found in node_diagnostics(node))
    return list(dict.fromkeys([*tree.diagnostics, *nodes]))


def _figures(tree: ReportTree) -> Iterator[Figure]:
    for node in tree.root.walk():
        for year in (node.now, *node.earlier.values()):
            yield from year.record.figures.values()


def _is_broken(figure: Figure) -> bool:
    return figure.absent is not None and figure.absent.word == "not_computable"
