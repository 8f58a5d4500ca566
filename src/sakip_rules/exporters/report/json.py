"""A computed report as JSON: the contract that other programs read (design, section 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import (
    category_of,
    figures_object,
    to_text,
)
from sakip_rules.languages import Language, say
from sakip_rules.results import ROOT, node_diagnostics
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json
    from sakip_rules.plans import Source
    from sakip_rules.results import NodeYear, ReportNode, ReportTree


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as JSON text."""
    return to_text(report_object(tree, look.lang))


def report_object(tree: ReportTree, lang: Language = "id") -> Json:
    """Gives a computed report as one object."""
    used = {source.reference: source for source in (tree.framework, *tree.rules)}
    return {
        "report": tree.title,
        "year": tree.year,
        **({"period": say(tree.period, lang)} if tree.period is not None else {}),
        "engine": __version__,
        "rules": [_source(used[reference]) for reference in sorted(used)],
        "results": _nodes(tree, lang),
    }


def _source(source: Source) -> Json:
    return {"id": source.id, "version": source.version, "sha256": source.sha256}


def _nodes(tree: ReportTree, lang: Language) -> Json:
    """Gives the root with everything below it, without recursion."""
    root = node_object(tree.root, lang) | {"title": tree.organization}
    agenda = [(tree.root, root)]
    while agenda:
        node, into = agenda.pop()
        for child in node.children:
            below = node_object(child, lang)
            into["children"].append(below)
            agenda.append((child, below))
    return root


def node_object(node: ReportNode, lang: Language = "id") -> Json:
    """Gives one record of a report, its `children` still empty."""
    headline = node.headline_figure
    absent = headline.absent if headline is not None else None
    title = node.title if node.title is not None else say(node.title_pair, lang)
    return {
        "level": node.level,
        "id": ROOT if node.path == ROOT else node.id,
        "title": title,
        "rule": node.rule.reference if node.rule is not None else None,
        **figures_object(node.now.record),
        "category": category_of(headline) if headline is not None else None,
        "status": absent.status if absent is not None else "ok",
        "reason": absent.json_reason if absent is not None else None,
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in node_diagnostics(node)],
        "children": [],
        "history": {str(year): _year(node.earlier[year]) for year in sorted(node.earlier)},
    }


def _year(year: NodeYear) -> Json:
    stated = [figure.name for figure in year.record.figures.values() if figure.origin == "stated"]
    return figures_object(year.record) | ({"stated": stated} if stated else {})
