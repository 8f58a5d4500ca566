"""JSON read as plans: a stranger's text is refused with its place, or gives plans that can be computed."""

import contextlib
import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules import Catalogue, RuleError, SakipRulesError
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.expression import FormulaFaultError, parse
from sakip_rules.plans import AnyPlan, RulePlan
from sakip_rules.portable import plans_json, read_plans
from sakip_rules.portable.nodes import nodes_of
from sakip_rules.portable.reading import CHARACTERS, DEPTH
from sakip_rules.reader import read_arguments

RASIO = "index\ninputs: {a: {}, b: {}}\nformula: a / b\n@end\n"


def refused(text: str) -> str:
    """What is said of a text that is refused, in English."""
    with pytest.raises(RuleError) as caught:
        read_plans(text, "rencana.json")
    (found,) = caught.value.diagnostics
    assert found.place is not None
    assert found.place.file == "rencana.json"
    return f"{found.key} {found.place.within} {found.message('en')}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "bad-value.plan-json 1:1 This plan is no JSON that can be read: its signs are wrong."),
        ('{"format":\n "sakip-plan/1",}', "bad-value.plan-json 2:17 "),
        (
            '{"a": 1, "a": 2}',
            "bad-value.plan-json 1:1 This plan is no JSON that can be read: a key",
        ),
        ('{"a": 1.5}', "bad-value.plan-json 1:1 "),
        ('{"a": NaN}', "bad-value.plan-json 1:1 "),
        ('{"a": 1' + "0" * 5000 + "}", "bad-value.plan-json 1:1 "),
        (
            "[" * (DEPTH + 1),
            f"bad-value.plan-json 1:{DEPTH + 1} This plan is no JSON that can be",
        ),
        ("[" * 1_000_000, "bad-value.plan-json 1:101 "),
        ('"' + "[" * 200 + '"', "bad-value.plan-format  This is no plan of the format `sakip-plan/1`."),
        ("[]", "bad-value.plan-format  "),
        ('{"format": "sakip-plan/2"}', "bad-value.plan-format  "),
        (" " * (CHARACTERS + 1), "file-too-large.plan  This plan has more than 8,388,608 characters."),
    ],
)
def test_what_is_no_json_of_the_format_is_refused(text: str, said: str) -> None:
    """Where it stops, and why; nothing depends on how deep the reader's stack is."""
    assert refused(text).startswith(said)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            ("roots",),
            ["contoh/lain@1.0.0"],
            "`roots/0`: `contoh/lain@1.0.0` is not here.",
        ),
        (("roots",), [], "`rules/0`: it is not what"),
        (("rules",), [], "`roots/0`: `contoh/rasio@1.0.0` is not here."),
        (("rules", 0, "kind"), "indeks", "`rules/0`: what stands there is not of this format."),
        (("rules", 0, "source", "sha256"), "abc", "`rules/0/source/sha256`: what stands there is not of"),
        (("rules", 0, "source", "id"), "contoh/lain", "`roots/0`: `contoh/rasio@1.0.0` is not here."),
        (("rules", 0, "asing"), 1, "`rules/0/asing`: what stands there is not of this format."),
        (("rules", 0, "record"), None, "`rules/0/record`: what stands there is not of this format."),
        (
            ("rules", 0, "record", "inputs", "a", "type"),
            "teks",
            "`rules/0/record/inputs/a/type`: what",
        ),
        (("rules", 0, "result", "how", "text"), "a * b", "`rules/0/result/how/nodes/2/0`: it is not what"),
        (
            ("rules", 0, "result", "how", "nodes", 2),
            ["/", 0, True],
            "`rules/0/result/how/nodes/2/2`: it",
        ),
        (("rules", 0, "result", "how", "nodes", 0), "b", "`rules/0/result/how/nodes/0`: it is not what"),
        (("rules", 0, "result", "how", "text"), "a /", "`rules/0`: "),
        (("rules", 0, "result", "how", "text"), "a / c", "`rules/0`: "),
        (("rules", 0, "result", "rounding"), {"places": 13}, "`rules/0/result/rounding/places`: "),
        (
            ("rules", 0, "result", "rounding"),
            {"places": "2"},
            "`rules/0/result/rounding/places`: ",
        ),
        (
            ("rules", 0, "result", "scale"),
            "contoh/skala@1.0.0",
            "`rules/0`: `contoh/skala@1.0.0` does",
        ),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(
    json_of: Callable[..., Any], path: tuple[str | int, ...], value: Any, said: str
) -> None:
    """The message names the place, and what is wrong there."""
    data = json_of(rasio=RASIO)
    *way, last = path
    inside = data
    for part in way:
        inside = inside[part]
    inside[last] = value
    assert refused(json.dumps(data)).removeprefix("bad-value.plan  At ").startswith(said)


def test_spaces_and_usual_values_may_be_written(json_of: Callable[..., Any]) -> None:
    """The same plan is read, whoever laid the text out."""
    data = json_of(rasio=RASIO)
    text = plans_json(*read_plans(json.dumps(data)))
    data["rules"][0]["record"]["inputs"]["a"]["from_rule"] = False
    assert plans_json(*read_plans(json.dumps(data, indent=2))) == text


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all that a piece of JSON holds."""
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield (*path, key)
            yield from places(part, (*path, key))


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    for part in path:
        value = value[part]
    return value


def agreeing(data: Any) -> Any:
    """Data whose formulas have the nodes that belong to them, as a clever stranger would write it."""
    for part in [at(data, path) for path in places(data)]:
        if isinstance(part, dict) and isinstance(part.get("text"), str) and "nodes" in part:
            try:
                part["nodes"] = nodes_of(parse(part["text"]))
            except FormulaFaultError:
                continue
    return data


WORDS = ["x", "a", "number", "truth", "choice", "range", "rows", "result", "1", "1/3", "sum(c.f)", ""]
CHANGES = ["copy", "leave out", "null", "true", "0", "1", "-1", "[]", "{}", *(f'"{word}"' for word in WORDS)]
PLACES = st.integers(min_value=0, max_value=10**6)


@pytest.fixture(scope="module")
def json_number(bundled: Catalogue) -> Callable[[int], Any]:
    """Gives the JSON of some bundled rule, by number: every tenth has one."""
    rules = [item.rule.reference for item in bundled.checked.usable]
    texts = [plans_json(bundled.rule(reference).plan) for reference in rules[::10]]
    return lambda number: json.loads(texts[number % len(texts)])


@given(PLACES, PLACES, PLACES, st.sampled_from(CHANGES))
def test_a_changed_plan_is_refused_or_can_be_computed(
    json_number: Callable[[int], Any], number: int, place: int, other: int, change: str
) -> None:
    """Whatever one place is changed to, or filled with from another: no error but ours leaves the library."""
    changed = json_number(number)
    paths = list(places(changed))
    *way, last = paths[place % len(paths)]
    inside = at(changed, tuple(way))
    if change == "copy":
        inside[last] = copy.deepcopy(at(changed, paths[other % len(paths)]))
    elif change == "leave out":
        del inside[last]
    else:
        inside[last] = json.loads(change)
    with contextlib.suppress(SakipRulesError):
        for plan in read_plans(json.dumps(agreeing(changed))):
            compute(plan)


def compute(plan: AnyPlan) -> None:
    """Computes a rule from nothing, and from ones."""
    if isinstance(plan, RulePlan):
        inputs = plan.record.inputs.items()
        numbers = [name for name, declared in inputs if declared.type in ("number", "range")]
        for arguments in ({}, dict.fromkeys(numbers, 1)):
            with contextlib.suppress(SakipRulesError):
                evaluate_rule(plan, read_arguments(plan, arguments, None))
