"""The recipes of CONTRIBUTING.md: each is followed, word for word, on a copy of the package."""

import json
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from sakip_rules import Catalogue

ROOT = Path(__file__).parent.parent
RULE = """\
kind: index
id: contoh/tengah
version: 1.0.0
title: {id: Nilai tengah, en: Median}
valid_from: 2021
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs:
  unit_kerja: {each: {inputs: {nilai: {title: {id: capaian unit, en: unit achievement}, unit: persen}}}}
formula: median(unit_kerja.nilai, where=given(unit_kerja.nilai))
unit: persen
examples:
  - {title: ganjil, given: {unit_kerja: [{nilai: 7}, {nilai: 1}, {nilai: 2}]}, result: 2}
  - {title: genap, given: {unit_kerja: [{nilai: 9}, {nilai: 4}, {nilai: 1}, {nilai: 3}]}, result: 7 / 2}
  - {title: satu belum ada, given: {unit_kerja: [{nilai: 9}, {}, {nilai: 1}]}, result: 5}
  - {title: tidak ada, given: {unit_kerja: []}, status: not_applicable}
"""
USE = """
import json, sys
from sakip_rules import Catalogue
from sakip_rules.expression import parse
from sakip_rules.expression.latex import to_latex
from sakip_rules.expression.mathml import to_mathml
from sakip_rules.models.words import name_fault

rules = Catalogue.load(sys.argv[1])
rule = rules.rule("contoh/tengah", on=2021)
result = rule.evaluate(unit_kerja=[{"nilai": 1}, {"nilai": 4}, {"nilai": 3}, {"nilai": 10}])
formula = parse("median(c.f, where=c.t)")
print(json.dumps({
    "package": sys.modules["sakip_rules"].__file__,
    "check": [str(found) for found in rules.check()],
    "examples": [str(found) for outcome in rules.run_examples() for found in outcome.diagnostics],
    "exact": str(result.exact),
    "explained": result.explain(lang="id") + result.explain(lang="en"),
    "name": name_fault("median"),
    "mathml": to_mathml(formula, {}),
    "latex": to_latex(formula, {}),
}))
"""


def blocks_of_recipe(heading: str) -> list[str]:
    """The Python blocks of one recipe, as they would be typed."""
    (section,) = re.findall(
        rf"^## [^\n]*{heading}\n(.*?)^## ",
        (ROOT / "CONTRIBUTING.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    blocks = re.findall(r"^ *```python\n(.*?)^ *```$", section, re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block) for block in blocks]


def put_before(text: str, mark: str, new: str) -> str:
    """A text with something new before the one place where a mark stands."""
    assert text.count(mark) == 1
    return text.replace(mark, new + mark)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder with a rule whose formula calls `median`."""
    file = tmp_path / "rules" / "contoh" / "tengah" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RULE, "utf-8")
    return tmp_path / "rules"


def test_the_language_has_no_median(rules: Path) -> None:
    """What the recipe adds is not there before: a call of no function takes no `where`."""
    assert [found.code for found in Catalogue.load(rules).check()] == ["formula-not-allowed"]


@pytest.mark.slow
def test_a_function_is_added_by_the_steps_of_its_recipe(rules: Path, tmp_path: Path) -> None:
    """Two blocks in one file, and it is checked, computed, explained and drawn."""
    package = tmp_path / "src" / "sakip_rules"
    shutil.copytree(ROOT / "src" / "sakip_rules", package, ignore=shutil.ignore_patterns("__pycache__"))
    computes, entry = blocks_of_recipe("Add a function to formulas")
    file = package / "expression" / "functions.py"
    text = put_before(file.read_text("utf-8"), "ORDINARY: Final", computes + "\n\n")
    file.write_text(
        put_before(text, '    "first": AggregateFunction(', textwrap.indent(entry, "    ")), "utf-8"
    )
    command = [sys.executable, "-W", "error", "-c", USE, str(rules)]
    run = subprocess.run(
        command,
        env={"PYTHONPATH": str(package.parent), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert Path(found["package"]).is_relative_to(tmp_path)
    assert (found["check"], found["examples"], found["exact"]) == ([], [], "7/2")
    assert "nilai tengah capaian unit" in found["explained"]
    assert "median of unit achievement" in found["explained"]
    assert found["name"] == "bad-value.name-function"
    assert found["latex"] == r"\operatorname*{median}_{\text{c.t}}\left(\text{c.f}\right)"
    head = "<munder><mtext>median</mtext><mtext>c.t</mtext></munder>"
    assert head + "<mrow><mo>(</mo><mtext>c.f</mtext><mo>)</mo></mrow>" in found["mathml"]
