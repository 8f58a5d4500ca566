"""Looks for an input that tells a changed rule from the original one.

It tries what a careful author would: the rule's own examples, every number that stands in the rule
and its neighbours, zeros, blanks and absent values. What no input tells apart is no mistake.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Any, Final, assert_never

from sakip_rules.evaluator import evaluate_rule
from sakip_rules.examples.comparison import compared
from sakip_rules.expression import FormulaFaultError
from sakip_rules.expression.tokens import tokenize
from sakip_rules.models import AnyRule
from sakip_rules.numbers import read_plain, shortest_text, unmistakable
from sakip_rules.plans import (
    AnyPlan,
    FrameworkPlan,
    InputPlan,
    RecordPlan,
    RulePlan,
    ScalePlan,
    TablePlan,
    band_of,
    call,
)
from sakip_rules.reader.values import InputReader
from sakip_rules.tables import Table
from sakip_rules.values import MISSING, NOT_APPLICABLE, Absent, Range, Row, Rows, Value
from sakip_rules.vocabulary import POLARITIES

TRIES: Final = 300
HEAD_KEYS: Final = ("id", "version", "valid_from", "valid_to", "legal_basis", "errata")
COMMON: Final = tuple(Fraction(n, 2) for n in (0, 1, 2, 4, 6, 14, 20, 50, 100, 198, 200, 202, 2000, -2))
NEAR: Final = (Fraction(1), Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))

Given = dict[str, Value]
Observed = tuple[Any, ...]
Seen = Callable[[Any], Observed]


def telling_input(rule: AnyRule, data: dict[str, Any], original: AnyPlan, changed: AnyPlan) -> str | None:
    """Gives an example that the changed rule would fail, as a line of YAML; `None` if none is found."""
    for given in _tried(rule, data, original):
        expected = _outcome(original, given)
        if expected != _outcome(changed, given):
            return f"given: {written(given)}, {_expected(expected)}"
    return None


def _tried(rule: AnyRule, data: dict[str, Any], plan: AnyPlan) -> Iterable[Any]:
    """Gives what is tried: inputs of a formula rule, numbers for a scale, keys of a table."""
    match plan:
        case RulePlan():
            return _givens(rule, data, plan)
        case ScalePlan():
            return [*_numbers(data), MISSING, NOT_APPLICABLE]
        case TablePlan():
            return _keys(data, plan)
        case FrameworkPlan():
            return []  # whole reports: nobody would read one to see what a change does
        case _:
            assert_never(plan)


def _outcome(plan: AnyPlan, given: Any) -> Observed:  # noqa: ANN401 - what the plan takes
    match plan:
        case RulePlan():
            return _rule_outcome(plan, given)
        case ScalePlan():
            return (band_of(plan, given),)
        case TablePlan():
            return (call(plan, given),)
        case FrameworkPlan():
            return ()
        case _:
            assert_never(plan)


# formula rules


def _rule_outcome(plan: RulePlan, given: Given) -> Observed:
    """What an example can see of a result: value or absent value, and category; it cannot see warnings."""
    result = evaluate_rule(plan, given).result
    label = result.category.label if result.category else None
    return compared(result), label


def _givens(rule: AnyRule, data: dict[str, Any], plan: RulePlan) -> Iterator[Given]:
    """The inputs of the rule's examples, and these with a few inputs changed."""
    chance = random.Random(rule.reference)  # noqa: S311 - the same tries every time, nothing secret
    bases = [_read(example.get("given") or {}, plan) for example in data["examples"]]
    yield from bases
    pool = [*COMMON, *_numbers(data)]
    names = list(plan.record.inputs)
    for _ in range(TRIES if names else 0):
        given = dict(chance.choice(bases)) if bases else {}
        # One input changed is found most often, and is the example that is easiest to read.
        for name in chance.sample(names, min(len(names), chance.choice((1, 1, 2, len(names))))):
            given[name] = _changed(given.get(name), plan.record.inputs[name], pool, chance)
        yield given


def _read(written_given: dict[str, Any], plan: RulePlan) -> Given:
    return InputReader(lambda *_, **__: None).record(written_given, plan.record, ())


def _changed(value: Value | None, declared: InputPlan, pool: list[Fraction], chance: random.Random) -> Value:  # noqa: PLR0911 - one for each type
    if chance.randrange(12) == 0:  # now and then: most rules treat absent values in places of their own
        return chance.choice((MISSING, NOT_APPLICABLE))
    match declared.type:
        case "truth":
            return chance.choice((True, False))
        case "choice":
            return chance.choice(declared.choices) if declared.choices else MISSING
        case "polarity":
            return chance.choice(POLARITIES)
        case "count":
            return Fraction(abs(int(_near(value, pool, chance))))
        case "range":
            low, high = sorted((_near(value, pool, chance), _near(value, pool, chance)))
            return Range(low, high)
        case "rows":
            return _rows(value, declared.each, pool, chance)
    return _near(value, pool, chance)


def _near(value: Value | None, pool: list[Fraction], chance: random.Random) -> Fraction:
    if isinstance(value, Fraction) and chance.choice((True, False)):
        return value + chance.choice((-1, 1)) * chance.choice(NEAR)
    return chance.choice(pool)


def _rows(value: Value | None, each: RecordPlan | None, pool: list[Fraction], chance: random.Random) -> Value:
    """The rows with one field of one row changed, a row left out, or a row twice."""
    rows = list(value.rows) if isinstance(value, Rows) else []
    if not rows or each is None or not each.inputs:
        return Rows(())
    index = chance.randrange(len(rows))
    way = chance.randrange(10)
    if way in (0, 1):
        del rows[index]
    elif way == 2:  # noqa: PLR2004 - one row of ten comes twice
        rows.insert(index, rows[index])
    else:
        row = rows[index]
        name = chance.choice(list(each.inputs))
        fields = dict(row.values)
        fields[name] = _changed(fields.get(name), each.inputs[name], pool, chance)
        rows[index] = Row(row.id, fields)
    return Rows(tuple(rows))


# numbers and keys


def _numbers(data: dict[str, Any]) -> list[Fraction]:
    """Every number that stands in the rule outside its head, and its neighbours."""
    numbers: dict[Fraction, None] = {}
    stack: list[Any] = [data[key] for key in data if key not in HEAD_KEYS]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            stack += [*part.keys(), *part.values()]
        elif isinstance(part, list):
            stack += part
        elif isinstance(part, str):
            numbers.update(dict.fromkeys(_in_text(part)))
    ends = list(numbers)[:200]  # a table may have thousands, and each is tried with every change
    return [*ends, *(end + sign * step for end in ends for step in NEAR for sign in (-1, 1))]


def _in_text(text: str) -> list[Fraction]:
    number = read_plain(text)
    if number is not None:
        return [number]
    try:
        tokens = tokenize(text)
    except FormulaFaultError:
        return []
    return [n for token in tokens if token.kind == "number" and (n := read_plain(token.text)) is not None]


def _keys(data: dict[str, Any], plan: TablePlan) -> Iterator[tuple[Value, ...]]:
    if isinstance(plan.table, Table):
        yield from plan.table.cells
    else:
        yield from ((number,) for number in _numbers(data))


# writing


def written(value: Any) -> str:  # noqa: ANN401, PLR0911 - one line for each kind of value
    """Gives inputs as an author would write them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(part)}" for name, part in value.items()) + "}"
    if isinstance(value, tuple):
        return written(value[0]) if len(value) == 1 else "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, Rows):
        return "[" + ", ".join(written(dict(row.values)) for row in value.rows) + "]"
    if isinstance(value, Range):
        return f"{{min: {written(value.low)}, max: {written(value.high)}}}"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Fraction):
        return unmistakable(shortest_text(value) or str(value))
    if isinstance(value, Absent):
        return value.word
    return str(getattr(value, "label", value))


def _expected(outcome: Observed) -> str:
    value, *rest = outcome
    if isinstance(value, Absent):
        reason = f", reason: {value.reason}" if value.reason else ""
        return f"status: {value.word}{reason}"
    label = rest[0] if rest else None
    if hasattr(value, "label"):
        return f"category: {value.label}"
    shown = f"result: {written(value)}"
    return f"{shown}, category: {label}" if label else shown
