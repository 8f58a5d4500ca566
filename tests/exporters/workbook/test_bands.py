"""Scales and tables in cells give what the engine gives, at every end of every band too."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from tests.rule_sheets import RuleSheets, wrong

from sakip_rules.exporters.workbook.absence import Leaf
from sakip_rules.exporters.workbook.bands import comparable, must_be_apart, number_text
from sakip_rules.exporters.workbook.refusals import NotAFormulaError

Sheets = Callable[..., RuleSheets]


def test_a_scale_and_a_category_in_formulas(sheets: Sheets) -> None:
    """Bands with open and closed ends, outside of them, of absent values; a step's category, and compared."""
    bodies = {
        "scale skala": """
            domain: {from: 0, up_to: 100}
            bands:
              - {category: Kurang, code: K, up_to: 50}
              - {category: Cukup, code: C, above: 50, below: 75}
              - {category: Baik, code: B, from: 75}
              - {category: Belum, code: X, status: missing}
            examples: [{title: contoh, given: 0, category: Kurang}]
        """,
        "index a": """
            inputs: {a: {}, b: {}}
            uses: {skala: contoh/skala}
            steps:
              bagi: {formula: a / b * 10, unit: nilai, scale: contoh/skala}
              lulus: {formula: skala(bagi) == B or skala(a) == X}
            formula: 1 if lulus else 0
        """,
    }
    assert wrong(sheets(bodies, "a")) == {}


def test_a_number_is_said_with_fifteen_digits() -> None:
    """A number that a cell cannot hold is no part of a formula."""
    assert number_text(Fraction(-1, 8)) == "-0.125"
    assert number_text(Fraction(10**14)) == "100000000000000"
    for number in (Fraction(1, 3), Fraction(10**15 + 1), Fraction(1, 2**40)):
        with pytest.raises(NotAFormulaError):
            number_text(number)


def test_numbers_that_are_compared_are_equal_or_apart() -> None:
    """What a cell cannot tell apart is not compared; equal numbers are."""
    must_be_apart(Fraction(75), Fraction(75))
    must_be_apart(Fraction(75), Fraction(75) + Fraction(1, 10**8))
    must_be_apart(None, Fraction(1))
    with pytest.raises(NotAFormulaError):
        must_be_apart(Fraction(75), Fraction(75) + Fraction(1, 10**12))


def test_only_a_decimal_beside_a_whole_number_is_compared_as_it_stands() -> None:
    """Gnumeric takes 0.7072 in a cell and in a formula for two numbers; arithmetic may have moved others."""
    assert comparable(Leaf("D4", clean=True), None, Fraction(75)) == "D4"
    assert comparable(Leaf("D4", clean=True), Fraction(1), Fraction(7072, 10000)) == "ROUND(D4,10)"
    assert comparable(Leaf("D4", clean=True), Fraction(1), None) == "ROUND(D4,10)"
    assert comparable(Leaf("D4"), Fraction(-3), Fraction(75)) == "ROUND(D4,10)"
    assert comparable(Leaf("D4"), Fraction(5 * 10**12), Fraction(75)) == "ROUND(D4,2)"
