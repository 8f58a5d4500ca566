"""Number formats: what they show."""

from __future__ import annotations

import pytest

from sakip_rules.sheets.number_formats import GENERAL, NumberFormat, read_format


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", GENERAL),
        ("@", GENERAL),
        ("0", NumberFormat(0)),
        ("#,##0.00", NumberFormat(2)),
        ("#,##0.00;[Red]-#,##0.00", NumberFormat(2)),
        ("0.00%", NumberFormat(2, percent=True)),
        ("0%", NumberFormat(0, percent=True)),
        ("0.0#", NumberFormat(None)),
        ('"Rp"#,##0', NumberFormat(0)),
        ("[$Rp-421]#,##0.00", NumberFormat(2)),
        ('0.00" hari"', NumberFormat(2)),
        ('0" %"', NumberFormat(0)),
        ("0\\%", NumberFormat(0)),
        ("_(* #,##0.00_);_(* (#,##0.00)", NumberFormat(2)),
        ("0.0,", NumberFormat(1, scaled=True)),
        ("0,,", NumberFormat(0, scaled=True)),
        ("0.00E+00", GENERAL),
        ("0.00E+00%", NumberFormat(percent=True)),
        ("# ?/?", GENERAL),
        ("dd/mm/yyyy", NumberFormat(date=True)),
        ("[h]:mm", NumberFormat(date=True)),
        ("mmm-yy", NumberFormat(date=True)),
        ("d/m", NumberFormat(date=True)),
        ("[Red]0.0", NumberFormat(1)),
    ],
)
def test_a_format_says_what_it_shows(code: str, shown: NumberFormat) -> None:
    """Words between quotes, colours and currencies show nothing of a number."""
    assert read_format(code) == shown


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("[<1]0.00%;0.00", "95", NumberFormat(2)),
        ("[<1]0.00%;0.00", "0.95", NumberFormat(2, percent=True)),
        ("[<=1]0%;0.0", "1", NumberFormat(0, percent=True)),
        ("[>1]0.00;0.0%", "0.95", NumberFormat(1, percent=True)),
        ("[>=1000000]0.0,,;[>=1000]0.0,;0", "2500", NumberFormat(1, scaled=True)),
        ("[>=1000000]0.0,,;[>=1000]0.0,;0", "7", NumberFormat(0)),
        ("[Red][<0.5]0%;[Green]0.0", "0.7", NumberFormat(1)),
        ('[=0]"-; nihil";0.00%', "0.5", NumberFormat(2, percent=True)),
        ("[<1]0.00%;0.00;@", "95", NumberFormat(2)),
        ("0.0%;0.00", "-3", NumberFormat(1, percent=True)),
    ],
)
def test_a_condition_chooses_what_is_shown_of_a_number(code: str, number: str, shown: NumberFormat) -> None:
    """A share below 1 as percentage and what was typed as percentage plainly: 95 is not 9500 percent."""
    assert read_format(code).of(number)._replace(sections=()) == shown
