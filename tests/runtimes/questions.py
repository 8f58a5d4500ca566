"""Questions to the runtimes, with the answers of this package: of the suite, of the bundled examples.

A question has `plan`, a place among the plans, `rule`, `ask`, which is a call or `version`, and `with`.
Data stand in it so that JSON confuses none: texts, truths and null as they are, `{"map": [[key, datum]]}`,
`{"list": […]}`, `{"integer": "7"}`, `{"number": "1/3"}`, `{"interval": ["1", "2"]}`, `{"float": "0.5"}`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tests.conformance.test_conformance import Case, RulesOf, cases, find_rule, nothing_for_null
from tests.runtimes.answers import answer, classified, evaluated, looked_up, version

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FormulaRule, ScaleRule, TableRule
from sakip_rules.numbers import Interval, fraction_text
from sakip_rules.plans import AnyPlan, FrameworkPlan
from sakip_rules.portable import plans_json

Json = Any
ANSWERS: dict[str, Callable[..., Json]] = {
    "evaluate": evaluated,
    "classify": classified,
    "look_up": looked_up,
}
ONE_DAY = datetime.timedelta(days=1)


@dataclass
class Questions:
    """Questions to a runtime, the plans they are about, and what is to be answered."""

    plans: list[str] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    answers: list[Json] = field(default_factory=list)
    places: dict[AnyPlan, int] = field(default_factory=dict)

    def ask(self, name: str, plan: AnyPlan, call: str, *data: Any) -> None:
        """Adds a question about a rule; `name` is how a wrong answer is told."""
        place = self.places.get(plan)
        if place is None:
            place = self.places[plan] = self.add(plans_json(plan))
        wanted = answer(partial(ANSWERS[call], plan, *data))
        self.note(name, {"plan": place, "rule": plan.source.reference, "ask": call}, data, wanted)

    def add(self, text: str) -> int:
        """Adds the JSON of plans; gives its place."""
        self.plans.append(text)
        return len(self.plans) - 1

    def note(self, name: str, asked: Json, data: tuple[Any, ...], wanted: Json) -> None:
        """Adds a question with its answer."""
        self.asked.append({**asked, "with": list(map(tagged, data))})
        self.names.append(name)
        self.answers.append(wanted)


def joined(sets: Iterable[Questions]) -> Questions:
    """Gives several questions as one: a runtime is started once for all."""
    whole = Questions()
    for each in sets:
        first = len(whole.plans)
        whole.plans += each.plans
        whole.asked += [
            {**asked, "plan": first + asked["plan"]} if "plan" in asked else asked for asked in each.asked
        ]
        whole.names += each.names
        whole.answers += each.answers
    return whole


def tagged(datum: Any) -> Json:
    """Gives a datum as it stands in a question."""
    match datum:
        case None | bool() | str():
            return datum
        case Mapping():
            return {"map": [[str(key), tagged(value)] for key, value in datum.items()]}
        case list() | tuple():
            return {"list": [tagged(value) for value in datum]}
    kind, written = scalar(datum)
    return {kind: written}


def scalar(datum: Any) -> tuple[str, str | list[str]]:
    """Gives the tag of a number, and the number as text."""
    match datum:
        case float():
            return "float", repr(datum)
        case int():
            return "integer", str(datum)
        case Interval():
            return "interval", [fraction_text(datum.low), fraction_text(datum.high)]
    return "number", fraction_text(datum)


def of_examples(catalogue: Catalogue) -> Questions:
    """Gives a question for every example of formula rules, scales and tables."""
    questions = Questions()
    for loaded in catalogue.checked.usable:
        plan = catalogue.rule(loaded.rule.reference).plan
        for call, title, data in examples(loaded):
            questions.ask(f"{loaded.rule.reference}: {title}", plan, call, *data)
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
            yield from (("look_up", each.title.id, operands(each.given, rule.keys)) for each in rule.examples)


def operands(given: Json, keys: tuple[str, ...]) -> tuple[Any, ...]:
    """Gives the arguments of an example of a table: one value, or those of its keys."""
    return tuple(given[key] for key in keys) if isinstance(given, Mapping) else (given,)


def askable(catalogue: Catalogue) -> list[AnyPlan]:
    """Gives the plans of all usable rules that can be asked something: all but frameworks."""
    plans = (catalogue.rule(each.rule.reference).plan for each in catalogue.checked.usable)
    return [plan for plan in plans if not isinstance(plan, FrameworkPlan)]


def of_suite(rules_of: RulesOf) -> tuple[Questions, Counter[str]]:
    """Gives a question for every case of the conformance suite that uses a rule, and why others give none."""
    questions, left = Questions(), Counter[str]()
    for call in ANSWERS:
        for parameter in cases(call):
            (case,) = parameter.values
            try:
                plan = find_rule(case, rules_of).plan
            except SakipRulesError as error:
                left[error.diagnostics[0].code] += 1
                continue
            questions.ask(str(case), plan, call, *data_of(case))
    return questions, left


def data_of(case: Case) -> tuple[Any, ...]:
    """Gives what a case of the suite asks its rule about."""
    entry = case.entry
    if case.kind == "evaluate":
        return (nothing_for_null(entry.get("given", {})),)
    return (entry["value"],) if case.kind == "classify" else tuple(entry["codes"])


def of_versions(catalogue: Catalogue) -> Questions:
    """Asks which version of each rule holds on each day on which that changes, and on the days beside it."""
    questions = Questions()
    usable = catalogue.checked.usable
    place = questions.add(plans_json(*(catalogue.rule(each.rule.reference).plan for each in usable)))
    for rule_id in catalogue.rules.ids():
        turns = catalogue.rules.turns(rule_id)
        for day in sorted({day + ONE_DAY * shift for day in turns for shift in (-1, 0, 1)}):
            asked = {"plan": place, "rule": rule_id, "ask": "version"}
            wanted = answer(partial(version, catalogue, rule_id, day))
            questions.note(f"{rule_id} on {day}", asked, (str(day),), wanted)
    return questions
