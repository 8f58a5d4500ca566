"""`sakip evaluate`: compute a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sakip_rules.cli.declared.app import NamedRules
from sakip_rules.cli.work.delivery import deliver, look_for
from sakip_rules.cli.work.failures import warn
from sakip_rules.cli.work.opening import open_rules
from sakip_rules.diagnostics import render_all
from sakip_rules.languages import Language
from sakip_rules.results import report_diagnostics

if TYPE_CHECKING:
    from sakip_rules.results import Figure, ReportTree


def run(*, report: str, form: str, output: str | None, rules: NamedRules, lang: Language) -> int:
    """Prints a computed report; 1 if a figure of it is not computable."""
    tree = open_rules(rules).evaluate_report(report).tree
    warn(render_all(report_diagnostics(tree), lang))
    deliver("report", tree, form, look_for(output, lang), output)
    return int(any(_is_broken(figure) for figure in _figures(tree)))


def _figures(tree: ReportTree) -> Iterator[Figure]:
    for node in tree.root.walk():
        for year in node.years:
            yield from year.record.figures.values()


def _is_broken(figure: Figure) -> bool:
    return figure.absent is not None and figure.absent.word == "not_computable"
