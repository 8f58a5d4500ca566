"""Tests of `sakip_rules.checker.formulas`."""

from collections.abc import Callable, Mapping

import pytest

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]


def _cases(*cases: str, inputs: str = "x: {}") -> dict[str, str]:
    listed = "".join(f"  - {case}\n" for case in cases)
    return {"a": f"inputs: {{{inputs}}}\nformula:\n{listed}"}


def test_a_formula_that_cannot_be_parsed(check: Found) -> None:
    """It is said where the text breaks off, and makes no name unused."""
    assert check({"a": "inputs: {x: {}, y: {}}\nformula: (x ; y)\n"}) == [
        ("formula-not-allowed.operator", ";")
    ]


def test_a_condition_must_be_a_truth(check: Found) -> None:
    """`when` and `expect` are conditions."""
    files = _cases("{when: x, then: 1}", "{otherwise: 2}")
    assert check(files) == [("type-mismatch.truth", "x")]
    assert check(
        {
            "b": "inputs: {x: {}}\nformula: x\nchecks: [{expect: x + 1, message: m}]\n",
            **_cases("{when: x > 0, then: 1}"),
        }
    ) == [("type-mismatch.truth", "x + 1")]


def test_a_condition_with_a_mistake_has_one(check: Found) -> None:
    """A condition of unknown type is not also of a wrong one."""
    assert check(_cases("{when: x > y, then: 1}")) == [("unknown-name", "y")]


def test_cases_of_two_types(check: Found) -> None:
    """All cases give the same type."""
    files = _cases("{when: x > 0, then: x}", "{otherwise: x > 1}")
    assert check(files) == [("type-mismatch.cases", "formula")]


def test_cases_of_two_units(check: Found) -> None:
    """All cases give one unit, where it is known."""
    files = _cases("{when: x > 0, then: x}", "{otherwise: y}", inputs="x: {unit: orang}, y: {unit: rupiah}")
    assert check(files) == [("unit-mismatch", "formula")]


def test_cases_of_two_units_are_of_one_type(check: Found) -> None:
    """What is wrong with its use is said as well."""
    files = {
        "a": """
        inputs: {x: {unit: orang}, y: {unit: rupiah}}
        steps: {s: [{when: x > 0, then: x}, {otherwise: y}]}
        formula: 1 if s else 2
        """
    }
    assert [key for key, _ in check(files)] == ["unit-mismatch", "type-mismatch.truth"]


def test_cases_of_absent_values_only(check: Found) -> None:
    """Cases may all be absent: their type is then unknown."""
    assert check(_cases("{when: x > 0, then: {status: missing}}", "{otherwise: {status: not_due}}")) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("x>0", "x > 0"),
        ("x > 0 and y > 0", "(x > 0) and (y > 0)"),
        ("x == 1.50", "x == 1.5"),
        ("min( x,y ) > 0", "(min(x, y)) > 0"),
    ],
)
def test_the_same_condition_again(check: Found, first: str, second: str) -> None:
    """Conditions are compared as trees: spaces, brackets and zeros make no other condition."""
    files = _cases(f"{{when: '{first}', then: 1}}", f"{{when: '{second}', then: y}}", inputs="x: {}, y: {}")
    assert [key for key, _ in check(files)] == ["unreachable-case.same"]


def test_conditions_that_differ(check: Found) -> None:
    """Another order of operands, or another bracket that counts, is another condition."""
    files = _cases(
        "{when: x - (y - 1) > 0, then: 1}", "{when: x - y - 1 > 0, then: 2}", inputs="x: {}, y: {}"
    )
    assert check(files) == []


def test_after_a_condition_that_is_always_true(check: Found) -> None:
    """Every later case is unreachable, once, whatever else is wrong with its condition's sense."""
    files = _cases(
        "{when: 1 == 1, then: x}", "{when: 1 == 2, then: 2}", "{when: 1 == 1, then: 3}", "{otherwise: 4}"
    )
    assert check(files) == [
        ("unreachable-case.constant-true", "1 == 2"),
        ("unreachable-case.constant-true", "1 == 1"),
        ("unreachable-case.constant-true", "4"),
    ]


def test_a_condition_that_is_never_true(check: Found) -> None:
    """A constant false condition is unreachable itself, and later ones are not."""
    assert check(_cases("{when: 2 < 1, then: 1}", "{otherwise: x}")) == [
        ("unreachable-case.constant-false", "2 < 1")
    ]


def test_a_constant_condition_without_a_value(check: Found) -> None:
    """Division by zero is neither true nor false: data-free, but undecided."""
    assert check(_cases("{when: 1 / 0 > 1, then: 1}", "{otherwise: x}")) == []


def test_a_constant_condition_beyond_all_cost(check: Found) -> None:
    """A condition that costs more than a whole record may is left alone: 300 signs of 398,000 bits each."""
    condition = f"{'-' * 300}(((1 / {'9' * 400}) ** 10) ** 10) ** 3 < 0"
    assert check({"a": f'inputs: {{x: {{}}}}\nformula:\n  - when: "{condition}"\n    then: x\n'}) == []


@pytest.mark.parametrize("formula", ["min()", "max()", "given()", "sum(1)", "product(2)", "max(3)"])
def test_a_wrong_formula_is_never_evaluated(check: Found, formula: str) -> None:
    """Constants are computed only where nothing is wrong with them."""
    files = {
        "a": (
            f"inputs: {{x: {{}}}}\nsteps:\n  s:\n    formula: {formula}\n"
            f"formula:\n  - when: {formula} > 1\n    then: x\n"
            f"checks:\n  - {{expect: s > 1, message: m}}\n  - {{expect: {formula} > 2, message: m}}\n"
        )
    }
    keys = {key for key, _ in check(files)}
    assert keys
    assert not {key for key in keys if key.startswith(("unreachable", "check-failed"))}


def test_an_unknown_function_over_rows_is_one_mistake(check: Found) -> None:
    """Whether it ranges over rows is not known; and a name that is misspelled is not unused as well."""
    files = {"a": "inputs: {k: {each: {inputs: {r: {}}}}}\nformula: jumlah(k.r)\n"}
    assert check(files) == [("unknown-name.call", "jumlah(k.r)")]
    files = {"a": "inputs: {realisasi: {}, target: {}}\nformula: Realisasi / Target\n"}
    assert check(files) == [("unknown-name", "Realisasi"), ("unknown-name", "Target")]
