"""A rule for programmers: what its page shows can be run."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sakip_rules.models import AnyRule, FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.pages.rule.program import command, javascript, php, python
from sakip_rules.pages.sources import SiteSources
from sakip_rules.portable import plans_json

RUNTIMES = Path(__file__).parents[3] / "runtimes"


def sampled(sources: SiteSources) -> list[AnyRule]:
    """Every tenth version, and some tables beside them."""
    rules = [subject.rule for subject in sources.subjects]
    tables = [rule for rule in rules if isinstance(rule, TableRule)]
    return [*(rule for rule in rules[::10] if not isinstance(rule, FrameworkRule)), *tables[::3]]


def test_the_command_gives_every_input_of_the_first_worked_example(bundled_sources: SiteSources) -> None:
    """Quoted for a shell where that is needed."""
    rule = bundled_sources.newest["nasional/nilai-kinerja-anggaran"]
    assert command(rule) == (
        "sakip explain nasional/nilai-kinerja-anggaran@1.0.0 perencanaan=18.70 pelaksanaan=99.27"
    )
    scale = bundled_sources.newest["nasional/skala-lan"]
    assert command(scale) == f"sakip explain {scale.reference}"


@pytest.mark.slow
def test_the_python_of_a_page_prints_the_result_of_its_example(bundled_sources: SiteSources) -> None:
    """For a sample of rules of all kinds."""
    rules = sampled(bundled_sources)
    assert {type(rule).__name__ for rule in rules} == {"FormulaRule", "ScaleRule", "TableRule"}
    for rule in rules:
        printed: list[object] = []
        exec(compile(python(rule), rule.reference, "exec"), {"print": printed.append})  # noqa: S102 - our own text
        assert len(printed) == 1
        assert printed[0] is not None


@pytest.mark.slow
def test_the_commands_of_pages_run(bundled_sources: SiteSources) -> None:
    """As they stand, in a shell of their own."""
    formulas = [rule for rule in sampled(bundled_sources) if isinstance(rule, FormulaRule)][::6]
    assert len(formulas) >= 3
    for rule in formulas:
        words = shlex.split(command(rule))
        run = subprocess.run(
            [sys.executable, "-m", "sakip_rules", *words[1:]], capture_output=True, check=True, text=True
        )
        assert "result = " in run.stdout


def asked(sources: SiteSources) -> list[tuple[AnyRule, str]]:
    """A rule of each kind that the runtimes compute, with its plan as JSON."""
    found: dict[type, tuple[AnyRule, str]] = {}
    for subject in sources.subjects:
        if isinstance(subject.rule, FormulaRule | ScaleRule | TableRule):
            found.setdefault(type(subject.rule), (subject.rule, plans_json(subject.plan)))
    return list(found.values())


def printed_by_python(rule: AnyRule) -> str:
    """What the Python of a page prints."""
    printed: list[object] = []
    exec(compile(python(rule), rule.reference, "exec"), {"print": printed.append})  # noqa: S102 - our own text
    return str(printed[0])


@pytest.mark.slow
def test_the_javascript_of_a_page_prints_the_same(bundled_sources: SiteSources, tmp_path: Path) -> None:
    """With the runtime of this repository beside it, where there is Node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    package = tmp_path / "node_modules" / "sakip-rules"
    shutil.copytree(RUNTIMES / "javascript", package)
    for rule, plan in asked(bundled_sources):
        (tmp_path / "rencana.json").write_text(plan, encoding="utf-8")
        (tmp_path / "contoh.mjs").write_text(javascript(rule), encoding="utf-8")
        run = subprocess.run([node, "contoh.mjs"], cwd=tmp_path, capture_output=True, check=True, text=True)
        assert run.stdout.strip() == printed_by_python(rule)


@pytest.mark.slow
def test_the_php_of_a_page_prints_the_same(bundled_sources: SiteSources, tmp_path: Path) -> None:
    """With the runtime of this repository, where there is PHP with GMP."""
    binary = shutil.which("php")
    if (
        binary is None
        or "gmp" not in subprocess.run([binary, "-m"], capture_output=True, check=True, text=True).stdout
    ):
        pytest.skip("PHP with GMP is not installed")
    source = RUNTIMES / "php" / "src"
    loader = (
        "spl_autoload_register(fn ($name) => require '{}/' . basename(strtr($name, '\\\\', '/')) . '.php');"
    )
    for rule, plan in asked(bundled_sources):
        (tmp_path / "rencana.json").write_text(plan, encoding="utf-8")
        use, _, rest = php(rule).partition("\n")
        text = f"<?php\n{use}\n{loader.format(source.as_posix())}\n{rest}"
        (tmp_path / "contoh.php").write_text(text, encoding="utf-8")
        run = subprocess.run([binary, "contoh.php"], cwd=tmp_path, capture_output=True, check=True, text=True)
        assert run.stdout.strip() == printed_by_python(rule)
