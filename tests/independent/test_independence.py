"""Calculations that expected values come from: made apart from the engine, committed as they come out."""

import ast
from pathlib import Path

import pytest
from tests.independent import lumajang

HERE = Path(__file__).parent
CALCULATIONS = sorted(path.name for path in HERE.glob("*.py") if not path.name.startswith("test_"))


@pytest.mark.parametrize("name", CALCULATIONS)
def test_a_calculation_imports_nothing_of_the_engine(name: str) -> None:
    """A mistake of the engine cannot hide in an expected value: no calculation knows the package."""
    nodes = list(ast.walk(ast.parse((HERE / name).read_text(encoding="utf-8"))))
    modules = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    modules += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    assert modules
    assert [module for module in modules if module.startswith("sakip_rules")] == []


def test_the_table_of_the_lumajang_report_is_what_its_calculation_gives() -> None:
    """The committed table was not written by hand, and no cause is named for a figure that is not printed."""
    assert lumajang.TABLE.read_text(encoding="utf-8") == lumajang.as_csv(lumajang.checked_rows())
