"""The examples of a framework: the figures that come out of each report, and its headline explained."""

from __future__ import annotations

from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.evaluator import evaluate_report
from sakip_rules.explainer.steps import explain_node
from sakip_rules.markup import NOTHING, Markup, joined, table, tag
from sakip_rules.pages.rule.outline import outline, result_words
from sakip_rules.reader import read_example_report
from sakip_rules.results import ROOT
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.explainer.lines import Line
    from sakip_rules.languages import Pair
    from sakip_rules.models import FrameworkExample, FrameworkRule
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources
    from sakip_rules.results import Figure, ReportNode, ReportTree

_HEADS: Final[tuple[Pair, ...]] = (("rekaman", "record"), ("angka", "figure"), ("hasil", "result"))
_EXPLAINED: Final[Pair] = ("Nilai utamanya, langkah demi langkah", "Its headline, step by step")
_WHOLE: Final[Pair] = ("seluruh laporan", "the whole report")
ROWS_SHOWN: Final = 40


def reports(rule: FrameworkRule, subject: RuleSubject, sources: SiteSources, view: RuleView) -> Markup:
    """Gives every example of a framework: what comes out of its report."""
    told = []
    for place, example in enumerate(rule.examples):
        tree = _computed(example, place, subject, sources)
        if tree is not None:
            told.append(_example(example, tree, view))
    return joined(told)


def _computed(
    example: FrameworkExample, place: int, subject: RuleSubject, sources: SiteSources
) -> ReportTree | None:
    """The report of an example; none where its data is wrong, as its test says then."""
    try:
        at = ("examples", place, "report")
        return evaluate_report(read_example_report(example, subject.loaded, at, sources.resolver_of))
    except SakipRulesError:
        return None


def _example(example: FrameworkExample, tree: ReportTree, view: RuleView) -> Markup:
    rows = list(_rows(example, tree, view))[:ROWS_SHOWN]
    shown = table([view.say(head) for head in _HEADS], rows, class_="examples")
    return tag(
        "details",
        tag("summary", safe(example.title.pair, view.lang)),
        shown,
        _explained(tree, view),
    )


def _rows(example: FrameworkExample, tree: ReportTree, view: RuleView) -> Iterator[list[str]]:
    for path, expected in example.expect.items():
        node = tree.root.find(path)
        for name in expected if node is not None else ():
            figure = _figure(node, name)
            if figure is not None:
                record = view.say(_WHOLE) if path == ROOT else tag("code", path)
                yield [record, tag("code", name), result_words(figure, view.lang)]


def _figure(node: ReportNode | None, name: str) -> Figure | None:
    """The figure `name` of this year, or `name@2019` of another."""
    own, _, year = name.partition("@")
    return None if node is None else node.figure(own, int(year) if year else None)


def _explained(tree: ReportTree, view: RuleView) -> Markup:
    """The headline of the report, where it has one."""
    node = next((node for node in tree.root.walk() if node.headline_figure is not None), None)
    if node is None:
        return NOTHING
    lines = explain_node(node, tree.framework, lang=view.lang)
    heading = tag("p", tag("strong", view.say(_EXPLAINED)))
    return joined([heading, outline(_body(lines))])


def _body(lines: list[Line]) -> Iterator[Line]:
    """The lines between the heading and what follows the figures: empty lines part them."""
    behind = list(dropwhile(lambda line: line.text, lines))[1:]
    return takewhile(lambda line: line.text, behind)
