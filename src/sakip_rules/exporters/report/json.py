"""A computed report as JSON: the contract that other programs read (design, section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import figures_object, to_text
from sakip_rules.exporters.seen import seen_report
from sakip_rules.languages import Language, say
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json
    from sakip_rules.exporters.seen import FigureValue, ReportRecord, SeenReport
    from sakip_rules.results import ReportTree


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as JSON text."""
    return to_text(report_object(tree, look.lang))


def report_object(tree: ReportTree, lang: Language = "id") -> Json:
    """Gives a computed report as one object."""
    return seen_object(seen_report(tree), lang)


def seen_object(report: SeenReport, lang: Language = "id") -> Json:
    """Gives a report, as it is seen from outside, as one object."""
    return {
        "report": report.title,
        "year": report.year,
        **({"period": say(report.period, lang)} if report.period is not None else {}),
        "engine": __version__,
        "rules": [used._asdict() for used in report.rules],
        "results": _nodes(report.root, lang),
    }


def _nodes(top: ReportRecord, lang: Language) -> Json:
    """Gives the root with everything below it, without recursion."""
    root = node_object(top, lang)
    agenda = [(top, root)]
    while agenda:
        record, into = agenda.pop()
        for child in record.children:
            below = node_object(child, lang)
            into["children"].append(below)
            agenda.append((child, below))
    return root


def node_object(record: ReportRecord, lang: Language = "id") -> Json:
    """Gives one record of a report, its `children` still empty."""
    (_, now), *earlier = record.years
    result = record.result
    return {
        "level": record.level,
        "id": record.id,
        "title": record.title(lang),
        "rule": record.rule,
        **figures_object(now, lang),
        "category": result.category if result is not None else None,
        "status": result.status if result is not None else "ok",
        "reason": result.reason if result is not None else None,
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in record.diagnostics],
        "children": [],
        "history": {str(year): _year(figures, lang) for year, figures in reversed(earlier)},
    }


def _year(figures: Iterable[FigureValue], lang: Language) -> Json:
    known = list(figures)
    stated = [figure.name for figure in known if figure.origin == "stated"]
    return figures_object(known, lang) | ({"stated": stated} if stated else {})
