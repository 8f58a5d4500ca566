"""The worked cases of rules, executed: each one is a test (language reference 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sakip_rules.catalogue import last_day_of, rule_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import Diagnostic, SakipRulesError, diagnose, quoted
from sakip_rules.evaluator import evaluate_report, evaluate_rule
from sakip_rules.expression import Context, ExactEvaluator, FormulaFaultError, analyse, parse
from sakip_rules.expression.scope import Scope
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    FormulaExample,
    FormulaRule,
    FrameworkExample,
    FrameworkRule,
    Rounding,
    ScaleExample,
    ScaleRule,
    TableExample,
    TableRule,
)
from sakip_rules.numbers import Interval, fraction_text, round_number, shortest_text
from sakip_rules.plans import InputPlan, RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader.example import read_example_report
from sakip_rules.reader.values import InputReader
from sakip_rules.resolver import Resolver
from sakip_rules.results import Figure, Node
from sakip_rules.tables import Table
from sakip_rules.values import Absent, Category, Value

Path = tuple[str | int, ...]
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class ExampleOutcome:
    """One example: which rule, its title, and what came out otherwise than expected."""

    rule: str
    title: tuple[str, str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.diagnostics


def run_examples(checked: Checked, progress: Progress | None = None) -> list[ExampleOutcome]:
    """Runs every example of every rule without errors; `progress` is told (done, all)."""
    items = [item for item in checked.catalogue.loaded if item.rule and item.file not in checked.unusable]
    resolvers: dict[int, Resolver] = {}
    found: list[ExampleOutcome] = []
    for index, item in enumerate(items):
        year = rule_of(item).valid_from.year
        resolver = resolvers.setdefault(year, Resolver(checked, last_day_of(year)))
        found += run_rule_examples(item, resolver)
        if progress is not None:
            progress(index + 1, len(items))
    return found


def run_rule_examples(item: LoadedRule, resolver: Resolver) -> Iterator[ExampleOutcome]:
    """Runs the examples of one rule, its references taken on the resolver's day."""
    rule = rule_of(item)
    for index, example in enumerate(rule.examples):
        outcome = ExampleOutcome(rule.reference, example.title.pair)
        comparison = Comparison(item, ("examples", index), outcome)
        try:
            _run(example, item, resolver, comparison)
        except SakipRulesError as error:
            outcome.diagnostics += error.diagnostics
        yield outcome


def _run(example: Any, item: LoadedRule, resolver: Resolver, comparison: Comparison) -> None:
    rule = rule_of(item)
    if isinstance(rule, FrameworkRule):
        _framework(example, item, resolver, comparison)
        return
    plan = resolver.plan_of(item)
    if isinstance(rule, FormulaRule) and isinstance(plan, RulePlan):
        _formula(example, plan, comparison)
    elif isinstance(rule, ScaleRule) and isinstance(plan, ScalePlan):
        _scale(example, plan, comparison)
    elif isinstance(rule, TableRule) and isinstance(plan, TablePlan):
        _table(example, plan, comparison)


class Comparison:
    """Compares what came out with what an example expects, and notes every difference."""

    def __init__(self, item: LoadedRule, path: Path, outcome: ExampleOutcome) -> None:
        self.item = item
        self.path = path
        self.outcome = outcome

    def report(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        document = self.item.document
        place = document.place((*self.path, *at)) if document else None
        self.outcome.diagnostics.append(diagnose(key, place, **texts))

    def differs(self, at: Path, what: str, expected: str, found: str) -> None:
        texts = {"what": quoted(what), "expected": quoted(expected), "found": quoted(found)}
        self.report("example-differs", at, **texts)

    def number(self, at: Path, what: str, expected: str, found: Value) -> None:
        """Compares exactly; the expected value is a number or a formula of constants."""
        wanted = self.constant(expected, at)
        if wanted is not None and found != wanted:
            self.differs(at, what, expected, value_words(found))

    def constant(self, text: str, at: Path) -> Fraction | None:
        try:
            formula = parse(text)
        except FormulaFaultError as error:
            self.report(error.fault.key, at, **dict(error.fault.texts))
            return None
        value = None
        if formula.is_constant and not analyse(formula, Scope({})).faults:
            value = ExactEvaluator(Context({})).value(formula)
        if not isinstance(value, Fraction):
            self.report("bad-value.example-result", at, text=quoted(text))
            return None
        return value

    def category(self, expected: str | None, found: Category | None) -> None:
        if expected is not None and (found is None or found.label != expected):
            self.differs(("category",), "category", expected, found.label if found else "–")

    def absent(self, status: str, reason: str | None, found: Value, at: Path = ()) -> None:
        """Compares the word, and the reason if one is expected."""
        if not isinstance(found, Absent) or found.word != status:
            self.differs((*at, "status"), "status", status, value_words(found))
        elif reason is not None and found.reason != reason and found.json_reason != reason:
            self.differs((*at, "reason"), "reason", reason, str(found.reason or "–"))


def value_words(value: Value) -> str:
    """Gives a value for a message."""
    if isinstance(value, Fraction):
        return shortest_text(value) or fraction_text(value)
    if isinstance(value, Interval):
        return f"{shortest_text(value.low)} … {shortest_text(value.high)}"
    if isinstance(value, Absent):
        return value.word if value.reason is None else f"{value.word}: {value.reason}"
    if isinstance(value, Category):
        return value.label
    return str(value)


# formula rules


def _formula(example: FormulaExample, plan: RulePlan, comparison: Comparison) -> None:
    before = len(comparison.outcome.diagnostics)

    def report(key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        comparison.report(key, at, **texts)

    given = InputReader(report).record(example.given, plan.record, ("given",))
    if len(comparison.outcome.diagnostics) > before:
        return
    record = evaluate_rule(plan, given)
    result = record.result
    if result is None:
        return
    if example.result is not None:
        _result(example.result, result, example.rounding, comparison)
    for name, expected in example.steps.items():
        figure = record.figures.get(name)
        if figure is None or figure.origin != "computed":
            comparison.report("unknown-name.example-step", ("steps", name), name=quoted(name))
        else:
            comparison.number(("steps", name), name, expected, compared(figure, None))
    comparison.category(example.category, result.category)
    if example.status is not None:
        comparison.absent(example.status, example.reason, result.value)


def _result(expected: str, result: Figure, rounding: Rounding | None, comparison: Comparison) -> None:
    comparison.number(("result",), "result", expected, compared(result, rounding))


def compared(figure: Figure, rounding: Rounding | None) -> Value:
    """Gives what an example compares: rounded as the rule or the example says, else exact."""
    if isinstance(figure.value, Absent):
        return figure.value
    chosen = rounding or figure.rounding
    if chosen is None or not isinstance(figure.exact, Fraction | Interval):
        return figure.exact
    settled = round_number(figure.exact, chosen.places, chosen.mode)
    return figure.exact if settled is None else settled


# scales and tables


def _scale(example: ScaleExample, plan: ScalePlan, comparison: Comparison) -> None:
    declared = InputPlan("given", ("given", "given"), "number", plan.unit)
    value = _literal(example.given, declared, comparison, ("given",))
    if value is None:
        return
    found = band_of(plan, value)
    comparison.category(example.category, found if isinstance(found, Category) else None)
    if example.status is not None:
        comparison.absent(example.status, example.reason, found)


def _literal(written: Any, declared: InputPlan, comparison: Comparison, at: Path) -> Value | None:
    try:
        return read_literal(written, declared)
    except LiteralError as error:
        comparison.report(error.key, (*at, *error.path), **error.texts)
        return None


def _table(example: TableExample, plan: TablePlan, comparison: Comparison) -> None:
    operands = _operands(example, plan, comparison)
    if operands is None:
        return
    found = call(plan, operands)
    if example.result is not None:
        comparison.number(("result",), "result", example.result, found)
    if example.status is not None:
        comparison.absent(example.status, example.reason, found)


def _operands(example: TableExample, plan: TablePlan, comparison: Comparison) -> tuple[Value, ...] | None:
    """Gives the arguments of a table example: one value, or a map from key to value."""
    given = example.given
    if not isinstance(plan.table, Table):
        written = next(iter(given.values())) if isinstance(given, Mapping) else given
        declared = InputPlan("given", ("given", "given"), "number")
        value = _literal(written, declared, comparison, ("given",))
        return None if value is None else (value,)
    keys = plan.table.keys
    if isinstance(given, str):
        given = {keys[0]: given}
    if not isinstance(given, Mapping) or set(given) != set(keys):
        comparison.report("bad-value.example-keys", ("given",), keys=", ".join(map(quoted, keys)))
        return None
    return tuple(str(given[key]) for key in keys)


# frameworks


def _framework(
    example: FrameworkExample, item: LoadedRule, resolver: Resolver, comparison: Comparison
) -> None:
    checked: Checked = resolver.checked
    data = read_example_report(example, item, (*comparison.path, "report"), checked)
    root = evaluate_report(data).root
    for path, figures in example.expect.items():
        node = root.find(path)
        if node is None:
            comparison.report("unknown-name.path", ("expect", path), name=quoted(path))
            continue
        for figure, expected in figures.items():
            _expected(node, figure, expected, ("expect", path, figure), comparison)


def _expected(node: Node, figure_name: str, expected: Any, at: Path, comparison: Comparison) -> None:
    name, _, year = figure_name.partition("@")
    figure = node.figure(name, int(year) if year.isdigit() else None)
    if figure is None:
        comparison.report("unknown-name.example-figure", at, name=quoted(figure_name))
        return
    wanted = expected if isinstance(expected, Mapping) else {"value": expected}
    if wanted.get("value") is not None:
        comparison.number(at, figure_name, str(wanted["value"]), compared(figure, None))
    if wanted.get("category") is not None:
        label = figure.category.label if figure.category else "–"
        if label != wanted["category"]:
            comparison.differs((*at, "category"), figure_name, str(wanted["category"]), label)
    if wanted.get("status") is not None:
        comparison.absent(str(wanted["status"]), wanted.get("reason"), figure.value, at)


__all__ = ["ExampleOutcome", "run_examples", "run_rule_examples"]
