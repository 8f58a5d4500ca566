"""A kind of rule more: type checking names every place that has to know it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLACES_OF_RULES = {
    "checker/rules.py",  # what is wrong with it
    "examples/runner.py",  # how its examples are run
    "explainer/described.py",  # what it says, in words
    "exporters/rules/entries.py",  # what programs are told of it
    "links/references.py",  # what it refers to
    "models/shape.py",  # how large it may be
    "pages/rule/described.py",  # what its page says
    "mutation/slips.py",  # where a pen slips in it
    "resolver.py",  # how it becomes a plan
}
PLACES_OF_PLANS = {
    "api/rule.py",  # which call computes with it
    "cli/work/answering.py",  # how its answer is shown
    "exporters/schema/inputs.py",  # what data it takes
    "mutation/telling.py",  # what tells a changed one from it
}


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.slow
@pytest.mark.gates
def test_type_checking_fails_until_every_place_knows_a_new_kind(tmp_path: Path) -> None:
    """A fifth shape of rule file and of plan is refused where kinds are told apart, and nowhere else."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "src" / "sakip_rules"
    union = "AnyRule: TypeAlias = FormulaRule | AliasRule | FrameworkRule\n"
    rule = (
        'class NoteRule(RuleHead):\n    kind: Literal["index"]\n    examples: tuple[ScaleExample, ...] = ()\n'
    )
    _replace(package / "models" / "rules.py", union, f"{rule}\n\n{union.strip()} | NoteRule\n")
    union = "AnyPlan: TypeAlias = RulePlan | AliasPlan | FrameworkPlan\n"
    plan = (
        "@dataclass(frozen=True, slots=True)\nclass NotePlan:\n"
        "    kind: ClassVar[str] = 'note'\n    source: Source\n"
    )
    _replace(package / "plans.py", union, f"{plan}\n\n{union.strip()} | NotePlan\n")
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--hide-error-context", "src/sakip_rules"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = re.compile(r'src/sakip_rules/(\S+?):\d+: error: .*"assert_never".* type "(NoteRule|NotePlan)"')
    lines = said.stdout.splitlines()
    found = [match.groups() for line in lines if (match := told.match(line))]
    assert [line for line in lines if not told.match(line)] == [], said.stderr
    assert {place for place, kind in found if kind == "NoteRule"} == PLACES_OF_RULES
    assert {place for place, kind in found if kind == "NotePlan"} == PLACES_OF_PLANS
