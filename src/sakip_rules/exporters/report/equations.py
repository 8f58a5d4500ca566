"""The formulas that a report was computed with: of indicators, achievements, absorbed money, efficiency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.exporters.report.roles import part
from sakip_rules.values import Absent
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.expression import Formula
    from sakip_rules.languages import Language
    from sakip_rules.results import Figure, ReportNode, ReportTree, RuleResult

_CALLED: Final[tuple[Role, ...]] = ("achievement", "absorbed", "efficiency")


class Equation(NamedTuple):
    """A rule's formula as it was used: what it gives, from which rule, and the titles of its names."""

    title: str
    reference: str
    formula: Formula
    titles: Mapping[str, str]


def equations_of(tree: ReportTree, lang: Language) -> list[Equation]:
    """Gives each formula once, in the order in which the report uses them; of cases those that applied."""
    found: dict[tuple[str, str], Equation] = {}
    for used in _used(tree):
        formula = None if used.result.trace is None else used.result.trace.formula
        if formula is not None and not _is_idle(used.result):
            titles = {name: safe(figure.title, lang) or name for name, figure in used.figures.items()}
            equation = Equation(safe(used.source.title, lang), used.source.reference, formula, titles)
            found.setdefault((equation.reference, formula.text), equation)
    return list(found.values())


def _is_idle(result: Figure) -> bool:
    """Says whether there was nothing to apply the formula to: a report without money absorbs none."""
    return isinstance(result.value, Absent) and result.value.word == "not_applicable"


def _used(tree: ReportTree) -> Iterator[RuleResult]:
    """The rules that were asked: first those of indicators, then those that judge them."""
    nodes = list(tree.root.walk())
    yield from (node.now.indicator for node in nodes if node.now.indicator is not None)
    for role in _CALLED:
        yield from (called for node in nodes if (called := _called(node, role)) is not None)


def _called(node: ReportNode, role: Role) -> RuleResult | None:
    shown = part(role, node.now)
    trace = None if shown is None else node.now.record.figures[shown.name].trace
    return None if trace is None else trace.called
