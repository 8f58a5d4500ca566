"""The runtimes in other languages give what this package gives, step by step.

Compared are value, exact number, text, category, case, rows that were counted and that left, and the codes of
diagnostics: for every example of the bundled rules, and every case of the conformance suite that uses a rule.
"""

from __future__ import annotations

import decimal
import re
import subprocess
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.test_conformance import write_rules
from tests.runtimes.asking import RUNTIMES, differences, program, projected
from tests.runtimes.hostile import of_rules
from tests.runtimes.keeping import keep, of_kept
from tests.runtimes.kernel import of_call, of_numbers
from tests.runtimes.questions import Json, Questions, askable, joined, of_examples, of_suite, of_versions

from sakip_rules import Catalogue
from sakip_rules.expression import FUNCTION_NAMES
from sakip_rules.site.calculator.script import bundled as bundled_script
from sakip_rules.site.calculator.script import runtime_folder

ROOT = Path(__file__).parents[2]


def different(questions: Questions, folder: Path) -> list[Json]:
    """Gives what each runtime answers otherwise: the questions and their answers are made once for all."""
    return [(runtime, *each) for runtime in RUNTIMES for each in differences(runtime, questions, folder)]


@pytest.mark.slow
def test_the_bundled_examples(bundled: Catalogue, tmp_path: Path) -> None:
    """Every example of a formula rule, a scale or a table; the script of a page gives the same, too."""
    questions = of_examples(bundled)
    assert len(questions.asked) > 2800
    assert different(questions, tmp_path) == []
    script = tmp_path / "page.js"
    script.write_text(bundled_script(runtime_folder()), "utf-8")
    assert differences("node", questions, tmp_path, script) == []


@pytest.mark.slow
def test_the_conformance_suite(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every case of `evaluate`, `classify` and `look_up`; what has no rule to ask is not about a plan."""
    load = cache(lambda file: Catalogue.load(write_rules(file, tmp_path_factory.mktemp("rules"))))
    questions, without_rule = of_suite(load)
    assert len(questions.asked) > 1900
    assert set(without_rule) == {"unknown-rule", "rule-has-errors", "not-yet-in-force", "no-longer-in-force"}
    assert different(questions, tmp_path) == []


@pytest.mark.slow
def test_versions_random_data_and_numbers(bundled: Catalogue, tmp_path: Path) -> None:
    """Which version holds beside each day on which that changes; what strangers give; numbers at their edges.

    And what was once answered otherwise. `.ci/nightly` asks far more, with other data each night.
    """
    kept = of_kept()
    assert kept.asked
    sets = (of_versions(bundled), of_rules(askable(bundled), 400, seed=1), of_numbers(720, seed=1), kept)
    assert different(joined(sets), tmp_path) == []


@pytest.mark.slow
def test_logarithms_that_need_many_bits(tmp_path: Path) -> None:
    """Next to one beside a decimal, to 100,000 places; and e^(1/2) to 1,500 digits, which all refuse."""
    questions = Questions()
    nearby = [Fraction(1, 10**places) for places in (50, 380, 3_800, 30_000, 100_000)]
    made = Fraction(decimal.Context(prec=1_500).exp(decimal.Decimal("0.5")))
    for operand in [*(1 + each for each in nearby), *(1 - each for each in nearby), made]:
        of_call(questions, f"ln of {operand.denominator.bit_length()} bits", "ln", (operand,))
    assert [answer for answer in questions.answers if isinstance(answer, dict)] == [{"errors": ["too-large"]}]
    assert different(questions, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("package", "command"), [("javascript", ["node", "--test"]), ("php", ["php", "tests/run.php"])]
)
def test_the_tests_of_the_packages(package: str, command: list[str]) -> None:
    """Each package has its own, that need nothing but the language."""
    command = [program(command[0]), *command[1:]]
    folder = ROOT / "runtimes" / package
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ({"text": "1", "more": 2}, {"text": "2"}),
        ({"text": "1"}, {"text": "1", "exact": "1"}),
        ({"steps": []}, {"steps": [{"text": "1"}]}),
        ({"diagnostics": [{"code": "a", "severity": "error"}]}, {"diagnostics": [["a", "warning"]]}),
        ({"case": {"place": 0}}, {"case": 1}),
        ({"case": None}, {"case": 0}),
        ({"errors": ["bad-value"]}, {"text": "1"}),
    ],
)
def test_what_differs_is_seen(found: Any, wanted: Any) -> None:
    """A key that an answer lacks, another value, step, case or diagnostic."""
    assert projected(found, wanted) != wanted


def test_a_kept_question_is_the_same(bundled: Catalogue, tmp_path: Path) -> None:
    """Written and read again: its data, and what is to be answered."""
    for questions in (of_rules(askable(bundled), 40, seed=2), of_numbers(36, seed=2)):
        for place in range(len(questions.asked)):
            keep(questions, place, tmp_path)
    again = of_kept(tmp_path)
    first = of_rules(askable(bundled), 40, seed=2), of_numbers(36, seed=2)
    wanted = [each for questions in first for each in questions.answers]
    assert sorted(map(str, again.answers)) == sorted(map(str, wanted))


@pytest.mark.parametrize("file", ["javascript/src/formulas.js", "php/src/Formulas.php"])
def test_the_runtimes_have_every_function(file: str) -> None:
    """A function that is added to the language is added to them."""
    text = (ROOT / "runtimes" / file).read_text("utf-8")
    names = [name for name in sorted(FUNCTION_NAMES) if not re.search(rf"\b{name}\b", text)]
    assert names == []
