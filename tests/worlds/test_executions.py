"""Random worlds give the same answers in every execution of a plan.

The reference is asked random data about random rules, and each other execution is held to what it says, step
by step. `.ci/nightly` asks far more, of new worlds; what was answered otherwise is in `tests/runtimes/kept`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.runtimes.asking import RUNTIMES, differences
from tests.runtimes.hostile import of_rules
from tests.runtimes.questions import Questions
from tests.worlds.making import make_world, plans_of_worlds

from sakip_rules import Catalogue
from sakip_rules.expression import FUNCTION_NAMES
from sakip_rules.plans import AnyPlan, RulePlan

WORLDS = 60
QUESTIONS = 5_000
SEED = 1
NAMES = ("skala", "tabel", "silang", "kurva", "dasar", "tengah", "puncak")


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> list[AnyPlan]:
    """The plans of all rules of some worlds."""
    return plans_of_worlds(tmp_path_factory.mktemp("worlds"), range(WORLDS))


@pytest.fixture(scope="module")
def questions(plans: list[AnyPlan]) -> Questions:
    """What is asked about them, with the answers of the reference."""
    return of_rules(plans, QUESTIONS, seed=SEED)


@pytest.mark.slow
@pytest.mark.parametrize("runtime", RUNTIMES)
def test_the_runtimes_answer_alike(questions: Questions, runtime: str, tmp_path: Path) -> None:
    """JavaScript and PHP: values, exact numbers, cases, rows that left, diagnostics."""
    assert differences(runtime, questions, tmp_path) == []


@pytest.mark.slow
def test_most_rules_of_a_world_may_be_run(plans: list[AnyPlan]) -> None:
    """What the checker refuses is left out; it is few, so the worlds are what they are meant to be."""
    counted = Counter(plan.source.id for plan in plans)
    assert set(counted) == {f"dunia/{name}" for name in NAMES}
    assert min(counted.values()) >= WORLDS * 2 // 3


@pytest.mark.slow
def test_most_answers_are_values(questions: Questions) -> None:
    """Random data must not be refused so often that nothing is computed."""
    told = Counter(_kind(answer) for answer in questions.answers)
    assert told["value"] > QUESTIONS // 4
    assert told["absent"] > QUESTIONS // 20
    assert told["refused"] > QUESTIONS // 50


def _kind(answer: object) -> str:
    if not isinstance(answer, dict) or "errors" in answer:
        return "refused"
    return "value" if answer.get("text") is not None or answer.get("category") else "absent"


@pytest.mark.broad
def test_worlds_have_every_function_and_construct(tmp_path: Path) -> None:
    """Nothing of the language is left out by the ways in which formulas are made."""
    text, kinds = "", Counter[str]()
    for seed in range(WORLDS):
        make_world(tmp_path / str(seed), seed)
    for file in tmp_path.rglob("*.yaml"):
        text += file.read_text(encoding="utf-8")
    assert [name for name in FUNCTION_NAMES if f"{name}(" not in text] == []
    words = (
        "otherwise:",
        "where=",
        "weight=",
        "carry: exact",
        "default:",
        "codes:",
        "severity: warning",
        "with:",
    )
    more = (
        "rounding:",
        "scale:",
        "gaps:",
        "interpolate:",
        "outside:",
        "type: range",
        ".min",
        "** -",
        " if ",
        "not (",
    )
    assert [
        word
        for word in (*words, *more, "status: not_due", "each:", " and ", " or ", "mode:")
        if word not in text
    ] == []
    kinds.update(line.split(": ")[1] for line in text.splitlines() if line.startswith("kind: "))
    assert set(kinds) == {"scale", "table", "index"}


def test_a_seed_is_a_world(tmp_path: Path) -> None:
    """The same one, whatever else was made before."""
    texts = []
    for place in ("one", "two"):
        make_world(tmp_path / place, 7)
        texts.append([file.read_text("utf-8") for file in sorted((tmp_path / place).rglob("*.yaml"))])
    assert texts[0] == texts[1]
    assert len(Catalogue.load(tmp_path / "one").checked.usable) > 3


@pytest.mark.slow
def test_rules_call_each_other(plans: list[AnyPlan]) -> None:
    """A slip in what a called rule is given would be seen."""
    assert (
        sum(any(step.calls for step in plan.record.steps) for plan in plans if isinstance(plan, RulePlan))
        > 20
    )
