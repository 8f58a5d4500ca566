"""A rule on a tape: what is noted depends on the bounds of the data."""

from pathlib import Path

import numpy as np
from tests.written import rules

from sakip_rules.columns.absent import Words
from sakip_rules.columns.noted import note_rule
from sakip_rules.columns.packed import Packed
from sakip_rules.plans import RulePlan


def test_what_the_bounds_rule_out_is_not_noted(tmp_path: Path) -> None:
    """No absent values where all are there, no zero where there is none, and no doubt below 2⁵¹."""
    plan = (
        rules(tmp_path, {"index r": "inputs: {a: {}, b: {}}\nformula: a / b"}).rule("contoh/r", on=2020).plan
    )
    assert isinstance(plan, RulePlan)
    above = Packed("number", np.array([1, 9]), low=1, high=9)
    noted = note_rule(plan, Words(), {"a": above, "b": above}, absent=True, exact=True)
    assert noted.registers.keys() == {"units", "above", "below"}
    with_zero = Packed("number", np.array([0, 9]), low=0, high=9)
    noted = note_rule(plan, Words(), {"a": above, "b": with_zero}, absent=True, exact=False)
    assert noted.registers.keys() == {"units", "absent", "told"}
    gone = Packed("number", np.array([1, 9]), absent=np.array([0, 96], "u1"), low=1, high=9)
    assert "absent" in note_rule(plan, Words(), {"a": above, "b": gone}, absent=True, exact=False).registers
    noted = note_rule(plan, Words(), {"a": above, "b": gone}, absent=False, exact=False)
    assert noted.registers.keys() == {"units"}
