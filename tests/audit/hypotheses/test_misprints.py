"""Slips of the pen, and how little counts as one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.audit.invented import audited

from sakip_rules.audit.hypotheses.misprints import misprint_between


@pytest.mark.parametrize(
    ("meant", "printed", "slip"),
    [
        ("339.90", "339.40", ("replaced", 5)),
        ("63.98", "63.8", ("left_out", 4)),
        ("98.82", "98.20", ("left_out", 4)),  # 98.2, with the zero of two decimals
        ("143213", "14321", ("left_out", 6)),
        ("1250", "12500", ("added", 5)),
        ("98.24", "98.42", ("exchanged", 4)),
        ("71.27", "17.27", ("exchanged", 1)),
        ("71.27", "72.17", ("exchanged", 2)),  # across the decimal point
        ("-67.71", "67.71", ("sign", 1)),
        ("267.71", "26.771", ("point", 3)),
        ("267.71", "26771", ("point", 6)),
    ],
)
def test_slips(meant: str, printed: str, slip: tuple[str, int]) -> None:
    """Each slip is named with the place in the text that was meant, or at which a character is added."""
    assert misprint_between(meant, printed) == slip


@pytest.mark.parametrize(
    ("meant", "printed"),
    [
        ("216.89", "216.65"),  # two digits
        ("95.45", "98.37"),
        ("98.80", "100.37"),
        ("76", "80"),
        ("76", "77"),  # too short: every number is near to it
        ("12.34", "12.34"),
        ("12.34", "14.32"),  # exchanged, but no neighbours
        ("-12.34", "12.35"),  # a sign and a digit
        ("12.34", "123.44"),
    ],
)
def test_no_slips(meant: str, printed: str) -> None:
    """More than one change is no slip, nor is anything in a number of two digits."""
    assert misprint_between(meant, printed) is None


DIGITS = st.integers(10000, 99999).map(str)


@given(DIGITS, st.integers(0, 4), st.sampled_from("0123456789"))
def test_any_one_digit_may_be_replaced(meant: str, at: int, digit: str) -> None:
    """Law: replacing one digit by another is found, at its place."""
    printed = meant[:at] + digit + meant[at + 1 :]
    assert misprint_between(meant, printed) == (None if printed == meant else ("replaced", at + 1))


@given(DIGITS, st.integers(0, 4))
def test_any_one_digit_may_be_left_out(meant: str, at: int) -> None:
    """Law: putting back the digit that was left out gives the text that was meant."""
    printed = meant[:at] + meant[at + 1 :]
    slip = misprint_between(meant, printed)
    assert slip is not None
    assert slip.kind == "left_out"
    assert printed[: slip.at - 1] + meant[slip.at - 1] + printed[slip.at - 1 :] == meant


def test_the_right_printing_elsewhere_is_named(tmp_path: Path) -> None:
    """Beside a right printing of the same figure the slip is measured against that one, with its place."""
    entries = ["figure: rasio, value: 107.15, where: Tabel 1", "figure: rasio, value: 17.15, where: Bab 2"]
    right, wrong = audited(tmp_path, {"satu/a": entries}).findings
    assert right.cause is None
    assert wrong.cause is not None
    assert wrong.cause.code == "misprint"
    assert dict(wrong.cause.with_) == {"meant": "107.15", "slip": "left_out", "at": "2", "where": "Tabel 1"}
    assert wrong.cause.message[0] == "satu angka tertinggal; di tempat lain tercetak 107,15 (Tabel 1)"


def test_two_unexplained_printings_do_not_explain_each_other(tmp_path: Path) -> None:
    """555.55 and 555.56 differ by one digit; neither is right, so neither explains the other."""
    entries = ["figure: rasio, value: 555.55", "figure: rasio, value: 555.56"]
    assert [one.cause for one in audited(tmp_path, {"satu/a": entries}).findings] == [None, None]
