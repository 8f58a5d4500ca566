"""Numbers of cells: the 15 digits that a person means, and those that a cell shows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.sheets.digits import (
    NoNumberError,
    fifteen_digits,
    is_scaled,
    places_shown,
    shown_digits,
    stored_number,
)


@pytest.mark.parametrize(
    ("stored", "number"),
    [
        ("29.42", "29.42"),
        ("0.30000000000000004", "0.3"),
        ("0.29420000000000002", "0.2942"),
        ("2.942E-1", "0.2942"),
        ("1E-7", "0.0000001"),
        ("5085713014", "5085713014"),
        ("5.085713014E+9", "5085713014"),
        ("1E+20", "100000000000000000000"),
        ("999999999999999", "999999999999999"),
        ("-0", "0"),
        (" 7. ", "7"),
        (".5", "0.5"),
    ],
)
def test_a_stored_number_is_what_was_typed(stored: str, number: str) -> None:
    """Fifteen digits, whatever the program wrote behind them, and no exponent."""
    assert stored_number(stored) == number


@pytest.mark.parametrize(
    ("stored", "kind"),
    [
        *(
            (text, "none")
            for text in ("1E+400", "-1e999", "NaN", "inf", "0x10", "1_000", "１", "", "1e99999")
        ),
        ("1000000000000001", "digits"),
        ("198503122010011005", "digits"),
        ("1" * 500, "none"),
    ],
)
def test_what_is_no_number_is_refused(stored: str, kind: str) -> None:
    """Also one whose last digits a sheet lost: a number of an employee has eighteen."""
    with pytest.raises(NoNumberError) as caught:
        stored_number(stored)
    assert caught.value.kind == kind


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_every_number_of_15_digits_comes_back(digits: int, places: int) -> None:
    """What a person types, a sheet stores as a double: its 15 digits are the ones that were typed."""
    typed = Decimal(digits).scaleb(-places)
    assert Decimal(fifteen_digits(Decimal(float(typed)))) == typed


@pytest.mark.parametrize(
    ("number", "places", "percent", "shown"),
    [
        ("29.4", 2, False, "29.40"),
        ("29.4", None, False, "29.4"),
        ("0.2942", 2, True, "29.42"),
        ("0.2942", None, True, "29.42"),
        ("0.5", None, True, "50"),
        ("2.6771", 0, True, "268"),
        ("1.005", 2, False, "1.01"),
        ("-1.005", 2, False, "-1.01"),
        ("29.42", 0, False, "29"),
    ],
)
def test_a_cell_shows_so_many_decimals(number: str, places: int | None, percent: bool, shown: str) -> None:
    """Rounded as sheets do, a half away from zero."""
    assert shown_digits(number, places, percent=percent) == shown


@pytest.mark.parametrize(
    ("number", "shown", "percent", "places"),
    [
        ("29.4", "29,40", False, 2),
        ("5085713014", "5.085.713.014", False, 0),
        ("0.2942", "29,42%", True, 2),
        ("0.2942", "29%", True, 0),
        ("1234.5", "Rp1.234,50", False, 2),
        ("-3.5", "(3,5)", False, 1),
        ("12345678", "12", False, None),
        ("12", "", False, None),
        ("1250000", "###", False, None),
    ],
)
def test_decimals_are_found_in_what_a_cell_shows(
    number: str,
    shown: str,
    percent: bool,
    places: int | None,
) -> None:
    """Whatever signs the language of the program has; thousands, or signs for too little room, show none."""
    assert places_shown(number, shown, percent=percent) == places


@pytest.mark.parametrize(
    ("text", "shown", "scaled"),
    [
        ("1000000000", "1.000", True),
        ("1234567.8", "1,235", True),
        ("1234567.8", "1.2", True),
        ("1000", "1.000", False),
        ("1234.5", "1.235", False),
        ("5", "5", False),
        ("1000000", "ada", False),
        ("=", "1", False),
    ],
)
def test_a_number_that_is_shown_in_thousands_or_millions(text: str, shown: str, scaled: bool) -> None:
    """By its digits, in any language."""
    assert is_scaled(text, shown) is scaled
