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
