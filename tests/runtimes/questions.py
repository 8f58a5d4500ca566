"""Questions to the runtimes, with the answers of this package: of the suite, of the bundled examples.

A question has `plan`, a place among the plans, `rule`, `ask` (`evaluate`, `classify`, `look_up`) and `with`.
Data stand in it so that JSON confuses none: texts, truths and null as they are, `{"map": [[key, datum]]}`,
`{"list": […]}`, `{"number": "1/3"}`, `{"float": "0.5"}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.conformance.test_conformance import Case, RulesOf, cases, find_rule, nothing_for_null
from tests.runtimes.answers import Outcome, answer

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.api import Rule
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FormulaRule, ScaleRule, TableRule
from sakip_rules.plans import AnyPlan
from sakip_rules.portable import plans_json

Json = Any
CALLS: dict[str, Callable[..., Outcome]] = {
    "evaluate": Rule.evaluate_inputs,
    "classify": Rule.classify,
    "look_up": Rule.look_up,
}


@dataclass
class Questions:
    """Questions to a runtime, the plans they are about, and what is to be answered."""

    plans: list[str] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    answers: list[Json] = field(default_factory=list)
    places: dict[AnyPlan, int] = field(default_factory=dict)

    def ask(self, name: str, rule: Rule, call: str, *data: Any) -> None:
        """Adds a question; `name` is how a wrong answer is told."""
        place = self.places.get(rule.plan)
        if place is None:
            place = self.places[rule.plan] = len(self.plans)
            self.plans.append(plans_json(rule.plan))
        asked = {"plan": place, "rule": rule.reference, "ask": call}
        self.asked.append({**asked, "with": list(map(tagged, data))})
        self.names.append(name)
        self.answers.append(answer(lambda: CALLS[call](rule, *data)))


def tagged(datum: Any) -> Json:
    """Gives a datum as it stands in a question."""
    if isinstance(datum, Mapping):
        return {"map": [[str(key), tagged(value)] for key, value in datum.items()]}
    if isinstance(datum, list | tuple):
        return {"list": [tagged(value) for value in datum]}
    if isinstance(datum, float):
        return {"float": repr(datum)}
    if isinstance(datum, int | Fraction) and not isinstance(datum, bool):
        return {"number": str(datum)}
    return datum


def of_examples(catalogue: Catalogue) -> Questions:
    """Gives a question for every example of formula rules, scales and tables."""
    questions = Questions()
    for loaded in catalogue.checked.usable:
        rule = catalogue.rule(loaded.rule.reference)
        for call, title, data in examples(loaded):
            questions.ask(f"{loaded.rule.reference}: {title}", rule, call, *data)
    return questions


def examples(loaded: LoadedRule) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Gives the calls that the examples of a rule are; those of frameworks are reports, and none."""
    rule = loaded.rule
    match rule:
        case FormulaRule():
            yield from (("evaluate", each.title.id, (each.given,)) for each in rule.examples)
        case ScaleRule():
            yield from (("classify", each.title.id, (each.given,)) for each in rule.examples)
        case TableRule():
            yield from (
                ("look_up", each.title.id, looked_up(each.given, rule.keys)) for each in rule.examples
            )


def looked_up(given: Json, keys: tuple[str, ...]) -> tuple[Any, ...]:
    """Gives the arguments of an example of a table: one value, or those of its keys."""
    return tuple(given[key] for key in keys) if isinstance(given, Mapping) else (given,)


def of_suite(rules_of: RulesOf) -> tuple[Questions, Counter[str]]:
    """Gives a question for every case of the conformance suite that uses a rule, and why others give none."""
    questions, left = Questions(), Counter[str]()
    for kind, call in (("evaluate", "evaluate"), ("classify", "classify"), ("look_up", "look_up")):
        for parameter in cases(kind):
            (case,) = parameter.values
            try:
                rule = find_rule(case, rules_of)
            except SakipRulesError as error:
                left[error.diagnostics[0].code] += 1
                continue
            questions.ask(str(case), rule, call, *data_of(case))
    return questions, left


def data_of(case: Case) -> tuple[Any, ...]:
    """Gives what a case of the suite asks its rule about."""
    entry = case.entry
    if case.kind == "evaluate":
        return (nothing_for_null(entry.get("given", {})),)
    return (entry["value"],) if case.kind == "classify" else tuple(entry["codes"])
