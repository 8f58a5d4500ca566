"""Results, rules and catalogues as values: in other processes, in threads, in an event loop."""

from __future__ import annotations

import asyncio
import copy
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.written import outcome, rules, write

from sakip_rules import Catalogue, Result, RuleError, SakipRulesError, UsageError
from sakip_rules.api import Classified, LookedUp, Workspace

T = TypeVar("T")

PARENT = "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b + 1\nunit: nilai"
CALLED = "inputs: {x: {unit: nilai}}\nformula: x * 2\nunit: nilai"
SCALE = "bands: [{category: Baik, code: B, from: 75}, {category: Kurang, below: 75}]"
BODIES = {"index a": PARENT, "index b": CALLED, "scale s": SCALE, "table t": "keys: [k]\nrows: {A: 1, B: 2}"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """A rule that calls another, a scale and a table."""
    return rules(tmp_path, BODIES)


def sent(value: T) -> T:
    """A value as it comes out in another process."""
    return pickle.loads(pickle.dumps(value))  # type: ignore[no-any-return]  # noqa: S301 - our own


def codes(call: Any) -> list[str]:
    """The codes of the error that a call raises."""
    with pytest.raises(RuleError) as caught:
        call()
    return [one.code for one in caught.value.diagnostics]


# ---------------------------------------------------------------- values


def test_a_result_is_a_value(catalogue: Catalogue, tmp_path: Path) -> None:
    """Equal when rule, day, data and outcome are; hashable; its copies are itself."""
    rule = catalogue.rule("contoh/a", on=2020)
    one, same = rule.evaluate(x=3), Catalogue.load(tmp_path).rule("contoh/a", on="2020").evaluate(x="3,0")
    assert (one == same, hash(one) == hash(same), len({one, same})) == (True, True, 1)
    others = [rule.evaluate(x=4), rule.evaluate(), catalogue.rule("contoh/a", on=2021).evaluate(x=3), None]
    assert [one == other for other in others] == [False] * 4
    assert copy.copy(one) is copy.deepcopy(one) is one


def test_a_result_keeps_its_figures_in_another_process(catalogue: Catalogue) -> None:
    """Without its rules; with them it explains itself as before."""
    one = catalogue.rule("contoh/a", on=2020).evaluate(x=3)
    other = sent(one)
    assert other == one
    assert (other.value, other.exact) == (Decimal(7), Fraction(7))
    assert other.to_dict("en", receipt=True) == one.to_dict("en", receipt=True)
    assert [(name, figure.value) for name, figure in other.figures.items()] == [("x", 3), ("b", 6)]
    assert "plan" not in vars(other.rule)
    assert other.explain("en") == one.explain("en")
    assert sent(sent(other)).explain() == one.explain()


def test_outcomes_of_scales_and_tables_are_values(catalogue: Catalogue) -> None:
    """As results are; with what was asked, and the rule."""
    scale, table = catalogue.rule("contoh/s", on=2020), catalogue.rule("contoh/t", on=2020)
    pairs: list[tuple[Classified | LookedUp, Classified | LookedUp, Classified | LookedUp]] = [
        (scale.classify(80), scale.classify("80"), scale.classify(81)),
        (table.look_up("A"), table.look_up("A"), table.look_up("B")),
    ]
    for one, same, other in pairs:
        assert (one == same == sent(one) == copy.deepcopy(one), hash(one) == hash(same)) == (True, True)
        assert one != other
    classified, found = pairs[0][0].to_dict("en", receipt=True), pairs[1][0].to_dict()
    assert classified == {
        "rule": "contoh/s@1.0.0",
        "title": "Contoh",
        "category": "Baik",
        "code": "B",
        "status": "ok",
        "reason": None,
        "receipt": scale.receipt.to_dict(),
    }
    assert found == {
        "rule": "contoh/t@1.0.0",
        "title": "Contoh",
        "value": "1",
        "exact": "1",
        "unit": "nilai",
        "status": "ok",
        "reason": None,
    }


def test_a_receipt_names_every_file(catalogue: Catalogue) -> None:
    """The rule and all that it calls, each with the hash of its file, and the day."""
    receipt = catalogue.rule("contoh/a", on=2020).receipt
    assert [used.reference for used in receipt.rules] == ["contoh/a@1.0.0", "contoh/b@1.0.0"]
    assert receipt.to_dict()["day"] == "2020-12-31"
    assert [len(used["sha256"]) for used in receipt.to_dict()["rules"]] == [64, 64]


def test_a_result_is_small_when_it_is_pickled() -> None:
    """Of the bundled rules the one with most figures, too."""
    bundled = Catalogue.bundled()
    for name, given in (("nasional/nilai-sakip", "0.75"), ("lumajang/ketepatan-sasaran", "12345")):
        rule = bundled.rule(name, on=2020)
        result = rule.evaluate_inputs(dict.fromkeys(rule.formula_plan.record.inputs, given))
        assert result.status == "ok"
        assert len(pickle.dumps(result)) < 4096
        assert len(pickle.dumps(rule)) < 2048


# ---------------------------------------------------------------- files that change


def test_a_rule_whose_file_has_changed_says_so(catalogue: Catalogue, tmp_path: Path) -> None:
    """Or one that it calls; what was computed is still there."""
    rule = catalogue.rule("contoh/a", on=2020)
    result, other = sent(rule.evaluate(x=3)), sent(rule)
    write(tmp_path, "index b", CALLED.replace("2", "3"))
    assert codes(lambda: other.evaluate(x=3)) == ["rule-changed"]
    assert codes(result.explain) == ["rule-changed"]
    assert result.value == 7
    write(tmp_path, "index b", CALLED)
    assert other.evaluate(x=3) == rule.evaluate(x=3)


def test_a_catalogue_in_another_process_reads_again(catalogue: Catalogue, tmp_path: Path) -> None:
    """A rule that was read before has to be the same; another may be what it is now."""
    first = catalogue.rule("contoh/b", on=2020)
    other = sent(catalogue)
    assert other.rule("contoh/b", on=2020) == first
    assert sent(other).rule("contoh/b", on=2020) == first
    assert copy.deepcopy(catalogue) is copy.copy(catalogue) is catalogue
    before = sent(Catalogue.load(tmp_path))
    write(tmp_path, "scale s", SCALE.replace("75", "80"))
    catalogue.rule("contoh/s", on=2020)
    assert codes(lambda: sent(catalogue).rule("contoh/s", on=2020)) == ["rule-changed"]
    assert before.rule("contoh/s", on=2020).classify(78).category == "Kurang"


def test_a_workspace_is_sent_with_its_texts(tmp_path: Path) -> None:
    """They stand in no file."""
    write(tmp_path, "index b", CALLED)
    workspace = Workspace(tmp_path)
    file = tmp_path / "contoh" / "b" / "1.0.0.yaml"
    workspace.update(file, file.read_text().replace("x * 2", "x * 5"))
    rule = Catalogue.of(workspace).rule("contoh/b", on=2020)
    assert outcome(sent(rule).evaluate(x=1)) == outcome(rule.evaluate(x=1)) == 5


# ---------------------------------------------------------------- processes, threads, tasks


@pytest.mark.slow
def test_rules_and_catalogues_in_processes_that_begin_anew(catalogue: Catalogue) -> None:
    """As `multiprocessing` begins them everywhere, and Celery; results come back as they are here."""
    rule = catalogue.rule("contoh/a", on=2020)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        rules_there = pool.submit(catalogue.rule, "contoh/b", 2020)
        found = [pool.submit(rule.evaluate_inputs, {"x": x}) for x in (3, 4, "?")]
        assert [result.result() for result in found[:2]] == [rule.evaluate(x=3), rule.evaluate(x=4)]
        assert rules_there.result() == catalogue.rule("contoh/b", on=2020)
        with pytest.raises(SakipRulesError) as caught:
            found[2].result()
    assert [one.path for one in caught.value.diagnostics] == [("x",)]


def test_eight_threads_share_a_rule_of_another_process(catalogue: Catalogue) -> None:
    """Each gets the right result, whoever links the rule first."""
    rule = sent(catalogue.rule("contoh/a", on=2020))
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: rule.evaluate(x=number), range(200)))
    assert [result.exact for result in found] == [2 * number + 1 for number in range(200)]


def test_an_event_loop_computes_in_threads(catalogue: Catalogue) -> None:
    """What is computed is short and blocks nothing else when it is handed to a thread."""

    async def compute() -> list[Result]:
        rule = catalogue.rule("contoh/a", on=2020)
        return await asyncio.gather(*(asyncio.to_thread(rule.evaluate, x=number) for number in range(50)))

    with ThreadPoolExecutor(1) as other:  # the thread of the tests may have a loop of its own
        found = other.submit(lambda: asyncio.run(compute())).result()
    assert [result.value for result in found] == [2 * number + 1 for number in range(50)]


def test_a_figure_by_a_wrong_name_leads_to_the_right_one(catalogue: Catalogue) -> None:
    """Also a `KeyError`, as of any map; what is not asked for by brackets is as in any map."""
    figures = catalogue.rule("contoh/a@1.0.0").evaluate(x=1).figures
    with pytest.raises(UsageError, match=r"`bb`.*\n.*`b`") as raised:
        figures["bb"]
    assert isinstance(raised.value, KeyError)
    assert sent(raised.value).diagnostics == raised.value.diagnostics
    assert (figures.get("bb"), "bb" in figures, figures == dict(figures)) == (None, False, True)
    assert sent(figures)["b"] == figures["b"]
