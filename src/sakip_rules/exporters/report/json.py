"""A computed report as JSON: the contract that other programs read (design, section 7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import figures_object, to_text
from sakip_rules.exporters.seen import seen_record, seen_report, used_rules
from sakip_rules.languages import Language, say
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json
    from sakip_rules.exporters.seen import FigureValue, ReportRecord, SeenReport, UsedRule
    from sakip_rules.languages import Pair
    from sakip_rules.results import ReportNode, ReportTree


INDENT: Final = "  "
BELOW: Final = '\n  "children": ['
"""Where those below stand in the text of a record: texts in it have no line ends, inner keys more spaces."""


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as JSON text."""
    return "".join(pieces(tree, look))


def pieces(tree: ReportTree, look: Look) -> Iterator[str]:
    """Gives the text of a computed report record by record: the object of it all is never made."""
    head = _head(tree.title, tree.year, tree.period, used_rules((tree.framework, *tree.rules)), look.lang)
    before, _, after = to_text({**head, "results": None}).rpartition("null")
    yield before
    yield from _records(tree, look.lang)
    yield after


def _records(tree: ReportTree, lang: Language) -> Iterator[str]:
    """Gives the text of the root with everything below it, without recursion."""
    agenda: list[str | tuple[ReportNode, int]] = [(tree.root, 1)]
    while agenda:
        entry = agenda.pop()
        if isinstance(entry, str):
            yield entry
            continue
        node, depth = entry
        made = to_text(node_object(seen_record(node, tree.organization), lang)).rstrip("\n")
        before, below, after = made.replace("\n", "\n" + INDENT * depth).partition(
            BELOW[:1] + INDENT * depth + BELOW[1:]
        )
        yield before + below
        agenda.append(after)
        if node.children:
            inner = "\n" + INDENT * (depth + 2)
            agenda.append("\n" + INDENT * (depth + 1))
            for place, child in reversed(list(enumerate(node.children))):
                agenda += [(child, depth + 2), "," + inner if place else inner]


def report_object(tree: ReportTree, lang: Language = "id") -> Json:
    """Gives a computed report as one object."""
    return seen_object(seen_report(tree), lang)


def seen_object(report: SeenReport, lang: Language = "id") -> Json:
    """Gives a report, as it is seen from outside, as one object."""
    head = _head(report.title, report.year, report.period, report.rules, lang)
    return {**head, "results": _nodes(report.root, lang)}


def _head(title: str, year: int, period: Pair | None, rules: Iterable[UsedRule], lang: Language) -> Json:
    return {
        "report": title,
        "year": year,
        **({"period": say(period, lang)} if period is not None else {}),
        "engine": __version__,
        "rules": [used._asdict() for used in rules],
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
