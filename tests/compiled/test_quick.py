"""A rule is compiled at its twentieth call, by whichever thread makes it; declined calls are counted."""

from __future__ import annotations

import inspect
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled.traps import rule_of
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.compiled import rule
from sakip_rules.compiled.quick import RECORDS_WORTH, WORTH, QuickReports, QuickRule
from sakip_rules.compiled.rule import compile_rule
from sakip_rules.evaluator import evaluate_report
from sakip_rules.reader import ReportData


@pytest.fixture
def asked(tmp_path: Path) -> QuickRule:
    """A rule that nobody asked yet."""
    return QuickRule(rule_of(tmp_path, "inputs: {x: {}}\nformula: x / 3").plan)


def test_it_is_compiled_when_it_is_worth_it(asked: QuickRule) -> None:
    """Whoever asks seldom gets no answer here, and waits for no compiler."""
    assert [asked.answer({"x": 1}) for _ in range(WORTH - 1)] == [None] * (WORTH - 1)
    assert not asked.speed.is_compiled
    answer = asked.answer({"x": 1})
    assert answer is not None
    assert answer.exact == Fraction(1, 3)


def test_what_is_left_to_the_reference_is_counted(asked: QuickRule) -> None:
    """Wrong data and long numbers."""
    answers = [asked.answer({"x": 1}) for _ in range(WORTH)]
    assert answers[-1] is not None
    assert [asked.answer({"x": each}) for each in ("tidak tahu", 10**30)] == [None, None]
    assert asked.speed == (True, 2)


def test_what_cannot_be_compiled_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From then on the reference computes."""
    tried = []

    def compiling(*arguments: object, **how: object) -> object:
        tried.append(arguments)
        return compile_rule(*arguments, **how)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(rule, "compile_rule", compiling)
    plan = rule_of(tmp_path / "a", "inputs: {x: {}}\nformula: x").plan
    root = rules(tmp_path / "b", {"index a": "inputs: {x: {}}\nformula: root(x, 2)"}).rule(
        "contoh/a", on=2020
    )
    irrational = QuickRule(root.plan)  # type: ignore[arg-type]  # of a formula rule
    assert [irrational.answer({"x": 4}) for _ in range(3 * WORTH)] == [None] * (3 * WORTH)
    assert len(tried) == 1
    assert QuickRule(plan).is_covered


def test_a_caller_deep_in_its_stack_is_no_trouble(asked: QuickRule) -> None:
    """What cannot be compiled there is compiled when somebody with more room asks."""

    def deep(frames: int) -> list[object]:
        return deep(frames - 1) if frames else [asked.answer({"x": 1}) for _ in range(2 * WORTH)]

    assert deep(sys.getrecursionlimit() - len(inspect.stack(0)) - 25) == [None] * (2 * WORTH)
    assert asked.answer({"x": 1}) is not None


def test_threads_compile_once(asked: QuickRule, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them get the same rule, and right answers."""
    made = []

    def compiling(*arguments: object, **how: object) -> object:
        made.append(compile_rule(*arguments, **how))  # type: ignore[arg-type]  # handed on as they are
        return made[-1]

    monkeypatch.setattr(rule, "compile_rule", compiling)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda x: (x, asked.answer({"x": x})), range(400)))
    assert len(made) == 1
    assert sum(answer is not None for _, answer in answers) == 400 - WORTH + 1
    assert all(answer.exact == Fraction(x, 3) for x, answer in answers if answer is not None)


def test_a_framework_is_compiled_when_its_reports_have_held_enough(tmp_path: Path) -> None:
    """All of a large report; of small ones those from then on; another catalogue knows nothing of it."""
    framework = """
        levels:
          kantor: {result: s, steps: {s: sum(butir.x)}}
          butir: {under: kantor, result: x, inputs: {x: {}}}
    """
    catalogue = rules(tmp_path, {"framework k": framework})

    def report(count: int) -> ReportData:
        head = {"report": "R", "organization": "O", "year": 2020, "framework": "contoh/k"}
        return catalogue.read_report(head | {"butir": [{"id": f"u{at}", "x": at} for at in range(count)]})

    small, large = report(RECORDS_WORTH // 2 - 1), report(RECORDS_WORTH - 1)
    quick = QuickReports()
    assert [quick.of(small) is None for _ in range(3)] == [True, False, False]
    once = quick.of(small)
    again = quick.of(large)
    assert once is not None
    assert again is not None
    assert once.compiled is again.compiled
    assert QuickReports().of(report(RECORDS_WORTH - 2)) is None
    asked = QuickReports().of(large)
    assert asked is not None
    assert evaluate_report(large, asked).root.now.figures["s"].value == sum(range(RECORDS_WORTH - 1))
    assert (asked.computed, asked.declined) == (RECORDS_WORTH, 0)


def test_the_sample_report_is_not_compiled(bundled: Catalogue) -> None:
    """Whoever asks once waits for no compiler."""
    sample = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"
    assert QuickReports().of(bundled.read_report(sample)) is None
