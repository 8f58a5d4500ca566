"""Compiled rules give what the reference gives: for the battery, the examples, and random data.

For the cases of the conformance suite, see there.
"""

from __future__ import annotations

import random
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled import nightly
from tests.compiled.battery import battery
from tests.compiled.comparing import Comparing, Remembering, compiled, of_answer
from tests.compiled.slips import SLIPS
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.rule import compile_rule
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan

KEPT = Path(__file__).parent / "kept.txt"
"""Seeds at which something once differed."""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the battery is written."""
    return tmp_path_factory.mktemp("battery")


@pytest.fixture(scope="session")
def remembering() -> Remembering:
    """What the reference gives for the battery, computed once for all slips."""
    return Remembering()


@pytest.mark.broad
def test_the_battery(folder: Path, remembering: Remembering) -> None:
    """Every part of the language at its edges; most of it is compared, and not declined."""
    assert remembering.all_differences(battery(folder)) == []
    counted = remembering.counted
    assert counted["compared"] > 2500
    assert counted["declined"] - counted["wrong data"] < 40
    assert all(counted[status] > 200 for status in ("ok", "missing", "not_applicable", "error"))


@pytest.mark.slow
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_noticed(
    name: str, folder: Path, remembering: Remembering, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each slip changes one thing in the compiler, and then some answer differs."""
    SLIPS[name](monkeypatch)
    assert any(remembering.differences(rule, given) for rule, given in battery(folder))


@pytest.mark.slow
def test_the_bundled_examples(bundled: Catalogue) -> None:
    """Every example of every formula rule."""
    comparing = Comparing()
    assert [
        each for rule, given in nightly.of_examples(bundled) for each in comparing.differences(rule, given)
    ] == []
    assert comparing.counted["compared"] > 1500


@pytest.mark.slow
def test_nearly_all_bundled_rules_are_compiled(bundled: Catalogue) -> None:
    """All but those that leave the rationals."""
    plans = nightly.formula_rules(bundled)
    left: dict[str, str] = {}
    for plan in plans:
        try:
            compile_rule(plan)
        except UncoveredError as error:
            left[plan.source.reference] = error.reason
    assert set(left.values()) <= {"irrational"}
    assert len(left) <= len(plans) * 0.03


@pytest.mark.slow
@pytest.mark.parametrize("seed", [*map(int, KEPT.read_text().split()), None])
def test_random_data(bundled: Catalogue, seed: int | None, tmp_path: Path) -> None:
    """Bundled and random rules with random data: very often with a new seed, and with each that was kept."""
    seed, count = (random.SystemRandom().getrandbits(32), 10_000) if seed is None else (seed, 500)
    found, comparing = nightly.differences(bundled, tmp_path, seed, count)
    assert found == [], f"seed {seed}: add it to {KEPT.name}"
    assert comparing.counted["compared"] > count / 3
    sys.stdout.write(f"{comparing.counted}")


@pytest.mark.broad
def test_what_is_not_compiled_is_said(tmp_path: Path) -> None:
    """Roots and logarithms leave the rationals; a rule as long as many is left, too."""
    long = " + ".join(["x * y"] * 120)
    steps = "\n".join(f"  s{number}: {long}" for number in range(14))
    total = " + ".join(f"s{number}" for number in range(14))
    bodies = {
        "index akar": "inputs: {x: {}}\nformula: root(x, 2)",
        "index log": "inputs: {x: {}}\nformula: ln(x)",
        "index geo": "inputs: {r: {each: {inputs: {x: {}}}}}\nformula: geomean(r.x)",
        "index panjang": f"inputs: {{x: {{}}, y: {{}}}}\nsteps:\n{steps}\nformula: {total}",
        "index besar": f"inputs: {{x: {{}}}}\nformula: x + {'9' * 300}",
    }
    catalogue = rules(tmp_path, bodies)
    reasons = {}
    for name in ("akar", "log", "geo", "panjang", "besar"):
        with pytest.raises(UncoveredError) as caught:
            compile_rule(plan_of(catalogue, name))
        reasons[name] = caught.value.reason
    irrational = dict.fromkeys(("akar", "log", "geo"), "irrational")
    assert reasons == {**irrational, "panjang": "long", "besar": "long-number"}


def test_a_long_chain_of_rules_is_left_to_the_reference(tmp_path: Path) -> None:
    """However deep rules call rules, compiling never meets the end of the stack."""
    bodies = {"index a0": "inputs: {x: {}}\nformula: x / 3"}
    bodies |= {
        f"index a{n}": f"inputs: {{x: {{}}}}\nsteps: {{b: {{rule: contoh/a{n - 1}}}}}\nformula: b"
        for n in range(1, 60)
    }
    catalogue = rules(tmp_path, bodies)
    with pytest.raises(UncoveredError, match="deep"):
        compile_rule(plan_of(catalogue, "a59"))
    short = compiled(plan_of(catalogue, "a5"))
    assert short is not None
    assert of_answer(CompiledResult(short, {"x": 1}))[:2] == ("0.33", Fraction(1, 3))


@pytest.mark.parametrize(("floats", "text"), [("shortest", "0.30"), (None, None)])
def test_floats_are_read_as_the_catalogue_says(floats: Floats, text: str | None, tmp_path: Path) -> None:
    """With `shortest` by their shortest text; else they are left to the reference, which refuses them."""
    plan = plan_of(rules(tmp_path, {"index a": "inputs: {x: {}}\nformula: x * 3"}), "a")
    rule = compile_rule(plan, floats)
    comparing = Comparing()
    assert comparing.differences(rule, {"x": 0.1}) == []
    assert comparing.counted["compared"] == (text is not None)
    if text is not None:
        assert of_answer(CompiledResult(rule, {"x": 0.1}))[0] == text


def plan_of(catalogue: Catalogue, name: str) -> RulePlan:
    """Gives the plan of a rule."""
    plan = catalogue.rule(f"contoh/{name}", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan
