"""A law: whatever a formula is given, its cells give what the engine gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.rule_sheets import RuleSheets, wrong

from sakip_rules.exporters.workbook import translating

Sheets = Callable[..., RuleSheets]

NUMBERS = "inputs: {a: {}, b: {}, c: {}, benar: {type: truth}, arah: {type: polarity}, batas: {type: range}}"
FORMULAS = {
    "bagi": "a / b * 100",
    "bagi-dua": "(a - b) / (a / c) - -b ** 2",
    "power": "a ** -2 + b ** 3 - +c",
    "signs": "-a * -b - (-c)",
    "functions": "max(a, b) - min(a, b, c) + abs(a - b)",
    "clamped": "clamp(a / b, b, c)",
    "roots": "root(a, 3) + root(b * c, 2)",
    "logs": "ln(a) - ln(b)",
    "choice": "a if b > c else a / c",
    "nested": "(a if benar else b) * (c if not benar else 2) + 1",
    "chain": "1 if 0 <= a / c < b else 0",
    "logic": "1 if (a > b and b > c) or benar else 2",
    "given": "a if given(a) and not given(b) else (c if given(a) or given(c) else 5)",
    "polar": "a if arah == higher_is_better else b",
    "unlike": "1 if arah != lower_is_better and (a > b) == benar else 0",
    "ranges": "batas.max - batas.min + batas",
    "whole": "a * batas if given(batas) else 1",
}


def test_formulas(sheets: Sheets) -> None:
    """Every operator and function, with every absent value, zeros, ties and numbers below zero."""
    bodies = {f"index {name}": f"{NUMBERS}\nformula: {text}" for name, text in FORMULAS.items()}
    made = sheets(bodies)
    assert len(made.formulas()) > 30 * len(FORMULAS)
    assert wrong(made) == {}
    assert wrong(made, empty=True) == {}


def test_a_mistake_in_the_translation_is_noticed(sheets: Sheets, monkeypatch: pytest.MonkeyPatch) -> None:
    """The law can fail: with the order of two operands changed, cells differ."""
    monkeypatch.setitem(translating.SIGNS, ">", "<")
    assert wrong(sheets({"index a": f"{NUMBERS}\nformula: 1 if a > b else 2"})) != {}


@pytest.mark.parametrize("carry", ["rounded", "exact"])
def test_steps_cases_and_called_rules(sheets: Sheets, carry: str) -> None:
    """Steps, cases that call a rule, bindings, a failed check that takes the result from the outside."""
    bodies = {
        "index dalam": """
            inputs: {x: {}, y: {default: 3}}
            checks: [{expect: x > y, message: terlalu kecil}]
            formula: x / y
        """,
        "index luar": f"""
            inputs: {{a: {{}}, b: {{}}, benar: {{type: truth}}}}
            uses: {{}}
            steps:
              bagi: {{formula: a / b, rounding: {{places: 2, mode: half_up, carry: {carry}}}}}
              pilih:
                formula:
                  - {{when: benar, then: {{rule: contoh/dalam, with: {{x: a * 2}}}}}}
                  - {{when: bagi > 1, then: bagi}}
                  - {{when: a == b, then: {{status: not_applicable}}}}
                  - {{otherwise: a + b}}
              jauh: {{rule: contoh/dalam, with: {{x: pilih, y: bagi}}}}
            formula: jauh + bagi
        """,
    }
    assert wrong(sheets(bodies, "luar")) == {}
