"""The quick part of the tests: small, and yet something of every module."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.quick import quick_part

HERE = Path(__file__).parent
ROOT = HERE.parent
PACKAGE = ROOT / "src" / "sakip_rules"
# Words and no code: tested together.
TOGETHER = {PACKAGE / "diagnostics" / "texts": "test_texts.py"}

pytestmark = pytest.mark.slow  # it collects the tests in a process


@pytest.fixture(scope="module")
def chosen(request: pytest.FixtureRequest) -> list[str]:
    """The tests that `run.py test --quick` runs: of those of this run, if it has all of them."""
    items = request.session.items
    if {item.path for item in items} >= set(HERE.rglob("test_*.py")):
        return [item.nodeid for item in quick_part(items)]
    command = [sys.executable, "-m", "pytest", "--quick", "--collect-only", "-q", "-p", "no:cacheprovider"]
    outer = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "PYTEST"))}
    done = subprocess.run(command, cwd=ROOT, env=outer, capture_output=True, check=True, text=True)
    return [line for line in done.stdout.splitlines() if "::" in line]


def test_every_module_has_a_test_in_it(chosen: list[str]) -> None:
    """Whatever is added to the package is in the quick part as well."""
    files = {Path(test.partition("::")[0]).name for test in chosen}
    modules = [path for path in PACKAGE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py")]
    wanted = {path: TOGETHER.get(path.parent, f"test_{path.name}") for path in modules}
    assert len(wanted) >= 100
    assert [path.name for path, test in wanted.items() if test not in files] == []


def test_it_stays_small(chosen: list[str]) -> None:
    """Enough to mean something, and few enough for a minute or two; of no test more than ten cases."""
    assert 2000 <= len(chosen) <= 5000
    assert max(Counter(test.partition("[")[0] for test in chosen).values()) <= 10


def test_it_has_the_examples_of_the_rules_and_something_of_the_language(chosen: list[str]) -> None:
    """Every example of every bundled rule, and cases of each kind of the conformance suite."""
    assert "tests/examples/test_runner.py::test_every_example_of_the_bundled_rules" in chosen
    suite = {test.partition("[")[0].partition("::")[2] for test in chosen if "conformance" in test}
    assert len(suite) >= 7
