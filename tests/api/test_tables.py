"""`Rule.evaluate_table`: what it is called on, and the packages that it needs."""

import sys
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules import UsageError

SCALE = "bands: [{category: A, below: 1}, {category: B, from: 1}]"


@pytest.mark.parametrize("package", ["numpy", "pyarrow"])
def test_a_package_that_is_missing_is_told_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """The core of the library does without them."""
    rule = rules(tmp_path, {"index r": "inputs: {a: {}}\nformula: a"}).rule("contoh/r", on=2020)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(UsageError, match=r"sakip-rules\[columns\]") as caught:
        rule.evaluate_table({"a": [1]})
    assert [one.code for one in caught.value.diagnostics] == ["missing-extra"]


def test_a_rule_that_is_no_formula_names_the_call_that_fits(tmp_path: Path) -> None:
    """A scale classifies."""
    rule = rules(tmp_path, {"scale s": SCALE}).rule("contoh/s", on=2020)
    with pytest.raises(UsageError, match="classify"):
        rule.evaluate_table({"a": [1]})


def test_the_wish_of_the_catalogue_holds_where_the_call_says_nothing(tmp_path: Path) -> None:
    """A catalogue that reads floats reads them in tables, too."""
    bodies = {"index r": "inputs: {a: {}}\nformula: a"}
    rule = rules(tmp_path, bodies, floats="shortest").rule("contoh/r", on=2020)
    assert [str(value) for value in rule.evaluate_table({"a": [0.1]})["value"]] == ["0.10"]
