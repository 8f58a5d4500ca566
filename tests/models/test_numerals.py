"""Numbers of rule files, and the names of units."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from pydantic_core import ValidationError
from tests.loader.smallest import RULE

from sakip_rules.loader import parse_document, read_rule
from sakip_rules.models.numerals import UNIT, ExactNumber, NumberText, Unit, number_fault
from sakip_rules.models.reading import validator_of


def fault(shape: Any, value: object, unit: str | None = None) -> str:
    """The key of the diagnostic that a value gets."""
    with pytest.raises(ValidationError) as caught:
        validator_of(shape).validate_python(value, context={UNIT: unit})
    return str(caught.value.errors()[0]["type"])


@pytest.mark.parametrize("text", ["88.31", "88,31", " 88,31 "])
def test_numbers_are_read_as_data_are(text: str) -> None:
    """A decimal point, or the Indonesian way."""
    assert validator_of(ExactNumber).validate_python(text) == Fraction(8831, 100)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("1e3", "bad-value.number-exponent"),
        ("1.250", "ambiguous-number"),
        ("-", "which-absent"),
        ("9" * 401, "bad-value.digits"),
        (None, "bad-value.empty"),
        ({}, "bad-value.number"),
    ],
)
def test_no_numbers(value: object, key: str) -> None:
    """A text that is no number is refused with what stands in the way."""
    assert fault(ExactNumber, value) == key


def test_the_unit_of_the_rule_counts() -> None:
    """One sign before three digits is a decimal sign for `indeks`, and asked about for `orang`."""
    shape = validator_of(ExactNumber)
    assert shape.validate_python("1,250", context={UNIT: "indeks"}) == Fraction(5, 4)
    assert fault(ExactNumber, "1,250", "orang") == "ambiguous-number"


@pytest.mark.parametrize(
    ("written", "kept"), [("1.20", "1.20"), ("1,20", "1.2"), ("1.234.567", "1234567"), ("007", "007")]
)
def test_a_cell_keeps_its_text_where_it_is_plain(written: str, kept: str) -> None:
    """Digits and a decimal point stay as written; any other way of writing becomes so."""
    assert validator_of(NumberText).validate_python(written) == kept


@pytest.mark.parametrize("sign", ["%", "Rp", "rp.", " % "])
def test_a_sign_is_no_unit(sign: str) -> None:
    """The signs beside numbers have names."""
    assert fault(Unit, sign) == "bad-value.unit-sign"


def test_a_sign_is_quoted_once_in_a_rule_as_in_a_report() -> None:
    """The loader quotes what a model refuses."""
    document, _ = parse_document(RULE.replace("unit: nilai", "unit: '%'"), "a.yaml")
    assert document is not None
    (found,) = read_rule(document, document.plain())[1]
    assert (found.message("id"), found.hint("id")) == (
        "`%` adalah tanda, bukan nama satuan.",
        "Tulis `persen`.",
    )


@pytest.mark.parametrize("unit", ["persen", "per 100.000", "orang", "% poin"])
def test_a_unit_is_any_phrase(unit: str) -> None:
    """Any word or phrase names a unit."""
    assert validator_of(Unit).validate_python(unit) == unit


def test_a_range_where_a_number_should_stand_is_shown_as_one() -> None:
    """The mend holds both numbers."""
    key, texts = number_fault("70 – 80,5", "range", "target", None)
    assert key == "bad-value.number-range"
    assert (texts["low"], texts["high"]) == ("70", "80,5")
