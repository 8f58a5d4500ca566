"""A rule on a tape: what is noted depends on the bounds of the data."""

from pathlib import Path

import numpy as np
import pytest
from tests.written import rules

from sakip_rules.columns.cells import Cells
from sakip_rules.columns.noted import note_rule
from sakip_rules.columns.table import TableRun
from sakip_rules.plans import RulePlan


@pytest.mark.parametrize(
    ("below", "there", "exact", "wanted"),
    [
        ([1, 9], None, True, {"units", "above", "below"}),
        ([1, 9], None, False, {"units"}),
        ([0, 9], None, False, {"units", "absent", "told"}),
        ([1, 9], [True, False], False, {"units", "absent"}),
        ([1, 2**61], None, False, {"units", "doubt"}),
    ],
)
def test_what_the_bounds_rule_out_is_not_noted(
    tmp_path: Path, below: list[int], there: list[bool] | None, exact: bool, wanted: set[str]
) -> None:
    """No absent values where all are there, no zero where there is none, and no doubt below 2⁵¹."""
    plan = rules(tmp_path, {"index r": "inputs: {a: {}, b: {}}\nformula: a / b"}).rule("contoh/r@1.0.0").plan
    assert isinstance(plan, RulePlan)
    held = None if there is None else np.array(there)
    cells = {"a": Cells(np.array([1, 9])), "b": Cells(np.array(below), held)}
    run = TableRun(plan, cells, 2, None)
    noted = note_rule(plan, run.words, run.tape, run.inputs, exact=exact)
    assert noted.registers.keys() == wanted
