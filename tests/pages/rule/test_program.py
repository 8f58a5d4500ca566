"""A rule for programmers: what its page shows can be run."""

import shlex
import subprocess
import sys

import pytest

from sakip_rules.models import AnyRule, FormulaRule, FrameworkRule
from sakip_rules.pages.rule.program import command, python
from sakip_rules.pages.sources import SiteSources


def sampled(sources: SiteSources) -> list[AnyRule]:
    """Every tenth version, so that each kind of rule is among them."""
    return [subject.rule for subject in sources.subjects[::10] if not isinstance(subject.rule, FrameworkRule)]


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
