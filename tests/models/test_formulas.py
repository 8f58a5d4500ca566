"""Texts, formulas, cases and absent values."""

from __future__ import annotations

import pytest
from pydantic_core import SchemaValidator, ValidationError

from sakip_rules.models import AbsentValue, Case, Folded, FormulaField, Text
from sakip_rules.models.formulas import StepFormula
from sakip_rules.models.reading import validator_of
from sakip_rules.values import Absent

FORMULA = validator_of(FormulaField)


def fault(shape: SchemaValidator, value: object) -> tuple[str, tuple[str | int, ...]]:
    """The key of the diagnostic that a value gets, and where below it the mistake stands."""
    with pytest.raises(ValidationError) as caught:
        shape.validate_python(value)
    error = caught.value.errors()[0]
    return error["type"], error.get("ctx", {}).get("at", ())


def test_line_ends_of_a_formula_are_spaces() -> None:
    """Each line end becomes one space, so that columns stay; those at the end go."""
    assert FORMULA.validate_python("a +\n  b\n") == "a +   b"


def test_a_folded_block_is_no_formula() -> None:
    """A formula in a folded block is refused, as formula, cell of a list of cases, and outcome."""
    assert fault(FORMULA, Folded("a + b"))[0] == "yaml-not-allowed.folded"
    assert fault(FORMULA, [{"when": Folded("a"), "then": "b"}])[0] == "yaml-not-allowed.folded"
    assert fault(FORMULA, [{"otherwise": Folded("a")}])[0] == "yaml-not-allowed.folded"


def test_cases() -> None:
    """A list of cases stands for a formula; outcomes are formulas or absent values."""
    cases = FORMULA.validate_python(
        [
            {"when": "a == 0", "then": {"status": "not_computable", "reason": "division-by-zero"}},
            {"otherwise": "b / a", "note": "Biasa"},
        ]
    )
    assert cases == (
        Case(when="a == 0", then=AbsentValue(status="not_computable", reason="division-by-zero")),
        Case(otherwise="b / a", note=Text(id="Biasa")),
    )


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([], ("bad-value.list-empty", ())),
        ([{"when": "a"}], ("missing-key.then", ())),
        ([{"then": "a"}], ("missing-key.when", ())),
        ([{"note": "a"}], ("missing-key.when", ())),
        ([{"when": "a", "otherwise": "b"}], ("bad-value.otherwise-alone", ("otherwise",))),
        ([{"otherwise": "b"}, {"when": "a", "then": "b"}], ("bad-value.otherwise-last", (0, "otherwise"))),
        ([{"when": "a", "then": None}], ("bad-value.empty", ())),
        ([{"when": "a", "then": [{"otherwise": "b"}]}], ("string_type", ())),
        ([{"when": " ", "then": "b"}], ("bad-value.empty", ())),
    ],
)
def test_wrong_cases(cases: object, expected: tuple[str, tuple[str | int, ...]]) -> None:
    """`when` goes with `then`, `otherwise` stands last and alone, and cases do not nest."""
    assert fault(FORMULA, cases) == expected


def test_absent_value() -> None:
    """An absent value of a file is the absent value of the language, with its note."""
    written = AbsentValue.read({"status": "missing", "reason": "hilang", "note": "Berkas hilang"})
    assert written.value() == Absent("missing", "hilang")
    assert written.value().note == ("Berkas hilang", "Berkas hilang")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"status": "not_computable"}, "missing-key.reason"),
        ({"status": "not_computable", "reason": "sakit"}, "bad-value.reason"),
        ({"status": "missing", "reason": "tidak tahu"}, "bad-value.reason-word"),
        ({"status": "hilang"}, "literal_error"),
    ],
)
def test_wrong_absent_values(value: object, key: str) -> None:
    """`not_computable` has a known reason, any other status one word."""
    assert fault(validator_of(AbsentValue), value)[0] == key


def test_a_case_of_a_step_may_call_a_rule() -> None:
    """Its inputs are bound to formulas; elsewhere, and with cases in `with`, it is refused."""
    steps = validator_of(StepFormula)
    written = [{"when": "x", "then": {"rule": "contoh/a", "with": {"y": "x + 1"}}}, {"otherwise": "x"}]
    first, last = steps.validate_python(written)
    assert (first.key, str(first.outcome.rule), first.outcome.with_) == ("then", "contoh/a", {"y": "x + 1"})
    assert (last.key, last.outcome) == ("otherwise", "x")
    assert fault(FORMULA, written) == ("bad-value.call-outside-step", (0, "then", "rule"))
    nested = [{"otherwise": {"rule": "contoh/a", "with": {"y": [{"otherwise": "1"}]}}}]
    assert fault(steps, nested)[0] == "string_type"
    assert fault(steps, [{"otherwise": {"rule": "contoh/a", "status": "missing"}}])[0] == "extra_forbidden"
