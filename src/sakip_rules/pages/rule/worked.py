"""The examples of a rule, worked: the first one step by step, the others folded, each with what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.steps import result_lines
from sakip_rules.markup import NOTHING, Markup, joined, table, tag
from sakip_rules.models import FrameworkRule, ScaleRule, TableRule
from sakip_rules.pages.rule.outline import outline, result_words
from sakip_rules.pages.rule.reported import reports
from sakip_rules.plans import RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader import read_key, read_value
from sakip_rules.tables import Table
from sakip_rules.values import Absent
from sakip_rules.wording.values import safe, value_words

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.models import FormulaExample
    from sakip_rules.pages.rule.subject import RuleSubject
    from sakip_rules.pages.rule.view import RuleView
    from sakip_rules.pages.sources import SiteSources
    from sakip_rules.results import RuleResult
    from sakip_rules.values import Value

FOLDED_WHOLE: Final = 6
"""So many examples are told step by step; of more, what comes out."""

_NUMBER: Final[Pair] = ("nilai", "value")
_CATEGORY: Final[Pair] = ("kategori", "category")
_EXAMPLE: Final[Pair] = ("contoh", "example")
_RESULT: Final[Pair] = ("hasil", "result")
_COUNTED: Final[Pair] = ("{count} contoh yang diuji", "{count} examples that are tested")
_MORE: Final[Pair] = ("dan {count} contoh lagi", "and {count} more examples")
_OTHERS: Final[Pair] = ("Contoh lainnya", "More examples")


def examples_section(subject: RuleSubject, sources: SiteSources, view: RuleView) -> Markup:
    """Gives the examples of a rule as the engine computes them; nothing where it has none."""
    plan, rule = subject.plan, subject.rule
    if isinstance(plan, RulePlan):
        return _of_formula(subject, rule.examples, view)  # type: ignore[arg-type]  # a plan has its rule's examples
    if isinstance(plan, ScalePlan) and isinstance(rule, ScaleRule):
        return _of_scale(rule, plan, view)
    if isinstance(plan, TablePlan) and isinstance(rule, TableRule):
        return _of_table(rule, plan, view)
    return reports(rule, subject, sources, view) if isinstance(rule, FrameworkRule) else NOTHING


def first_worked(examples: tuple[FormulaExample, ...]) -> FormulaExample | None:
    """Gives the first example that has a number, else the first there is."""
    numbers = [example for example in examples if example.status is None]
    return next(iter([*numbers, *examples]), None)


def _of_formula(subject: RuleSubject, examples: tuple[FormulaExample, ...], view: RuleView) -> Markup:
    shown = first_worked(examples)
    if shown is None:
        return NOTHING
    computed = list(zip(examples, subject.records, strict=True))
    first = next(record for example, record in computed if example is shown)
    others = [(example, record) for example, record in computed if example is not shown]
    folded = [_folded(example, record, view) for example, record in others[:FOLDED_WHOLE]]
    rest = [_told(example, record, view) for example, record in others[FOLDED_WHOLE:]]
    heads = [view.say(_EXAMPLE), view.say(_RESULT)]
    return joined([
        tag("p", tag("strong", safe(shown.title.pair, view.lang))),
        _steps(first, view),
        tag("h3", view.say(_OTHERS)) if others else NOTHING,
        *folded,
        _folded_table(_MORE, heads, rest, view) if rest else NOTHING,
    ])  # fmt: skip


def _steps(record: RuleResult | None, view: RuleView) -> Markup:
    """Told from the result on, whose name is a word here: no author gave it."""
    if record is None:
        return NOTHING
    first, *others = result_lines(record, view.lang)
    named = first.text.replace(f"{record.result.name} =", f"{view.say(_RESULT).capitalize()} =", 1)
    return outline([first._replace(text=named, about="text"), *others])


def _folded(example: FormulaExample, record: RuleResult | None, view: RuleView) -> Markup:
    if record is None:
        return NOTHING
    title = safe(example.title.pair, view.lang)
    summary = tag("summary", title, " → ", tag("strong", result_words(record.result, view.lang)))
    return tag("details", summary, _steps(record, view))


def _told(example: FormulaExample, record: RuleResult | None, view: RuleView) -> list[str]:
    return [
        safe(example.title.pair, view.lang),
        "" if record is None else result_words(record.result, view.lang),
    ]


def _of_scale(rule: ScaleRule, plan: ScalePlan, view: RuleView) -> Markup:
    given = [(example, read_value(example.given, plan.unit)) for example in rule.examples]
    rows = [
        [_value(value, view), _value(band_of(plan, value), view), safe(example.title.pair, view.lang)]
        for example, value in given
    ]
    return _folded_table(_COUNTED, [view.say(head) for head in (_NUMBER, _CATEGORY, _EXAMPLE)], rows, view)


def _folded_table(label: Pair, heads: list[str], rows: list[list[str]], view: RuleView) -> Markup:
    """Examples that say no more than what goes in and what comes out."""
    summary = tag("summary", view.say(label).format(count=len(rows)))
    return tag("details", summary, table(heads, rows, class_="examples"))


def _of_table(rule: TableRule, plan: TablePlan, view: RuleView) -> Markup:
    rows = []
    for example in rule.examples:
        given = example.given if isinstance(example.given, Mapping) else {rule.keys[0]: example.given}
        operands = tuple(_operand(given[key], plan) for key in rule.keys)
        shown = [_value(operand, view) for operand in operands]
        rows.append([*shown, _value(call(plan, operands), view), safe(example.title.pair, view.lang)])
    return _folded_table(_COUNTED, [*rule.keys, view.say(_RESULT), view.say(_EXAMPLE)], rows, view)


def _operand(written: object, plan: TablePlan) -> Value:
    return read_key(written) if isinstance(plan.table, Table) else read_value(written, plan.unit)


def _value(value: Value, view: RuleView) -> str:
    said = value_words(value, None, view.lang)
    return tag("em", said) if isinstance(value, Absent) else said
