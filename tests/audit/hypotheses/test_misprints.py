"""Slips of the pen, and how little counts as one."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.audit.invented import audited

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key, Print
from sakip_rules.audit.calculation import Recomputations
from sakip_rules.audit.digits import PrintedNumber
from sakip_rules.audit.hypotheses.misfit import Misfit
from sakip_rules.audit.hypotheses.misprints import misprint, misprint_between
from sakip_rules.evaluator import evaluate_report
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval
from sakip_rules.vocabulary import Mode


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
        ("101.01", "101.10", ("exchanged", 5)),  # not 101.1, with a zero that fills up
        ("71.27", "72.17", ("exchanged", 2)),  # across the decimal point
        ("-67.71", "67.71", ("sign", 1)),
        ("67.71", "-67.71", ("sign", 1)),
        ("98.82", "98.80", ("left_out", 5)),  # 98.8 with a zero that fills up, and no 2 mistyped
        ("1983", "198.00", ("left_out", 4)),  # 198, with two decimals that are zeros
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
        ("76", "761"),
        ("761", "76"),
        ("12.34", "12.34"),
        ("12.34", "14.32"),  # exchanged, but no neighbours
        ("-12.34", "12.35"),  # a sign and a digit
        ("12.34", "123.44"),
        ("1234", "3214"),  # exchanged over another digit
        ("1245", "2345"),  # only one of the two stands in the other's place
        ("1245", "3145"),
        ("-125", "1125"),  # a sign is no digit mistyped, neither is a point
        ("1125", "-125"),
        ("1.25", "1825"),
        ("1825", "1.25"),
        ("12.3", "123.00"),  # a point left out, and decimals that are zeros
        ("-123", "123.00"),
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


@pytest.fixture(scope="module")
def misfit(tmp_path_factory: pytest.TempPathFactory) -> Misfit:
    """A figure of the invented report; each test says which number it is, and which is printed."""
    folder = tmp_path_factory.mktemp("misprints")
    audited(folder, {})
    report = Catalogue.load(folder / "rules").read_report(folder / "report.yaml")
    book, key = Book(report, evaluate_report(report)), Key("satu/a", "selisih", 2020)
    figure = book.figure(key)
    assert figure is not None
    zero = PrintedNumber(Fraction(0), 0)
    return Misfit(book, key, figure._replace(rounding=None), Fraction(0), zero, None, Recomputations(book))


def printed(text: str) -> PrintedNumber:
    """A number as it is printed."""
    return PrintedNumber(Fraction(text), len(text.partition(".")[2]))


def slip(
    misfit: Misfit, exact: str, text: str, *, is_used: bool = False, mode: Mode | None = None
) -> dict[str, str] | None:
    """What a cause says of a number that is printed nowhere else; with a mode, rounded to two places."""
    rounding = None if mode is None else Rounding(places=2, mode=mode)
    case = replace(
        misfit,
        exact=Fraction(exact),
        printed=printed(text),
        figure=misfit.figure._replace(rounding=rounding),
    )
    found = misprint(case, [], is_used=is_used)
    return None if found is None else dict(found.with_)


# The row of a keyboard, and its pad: 7 8 9 above 4 5 6 above 1 2 3 above a wide 0.
KEYS = {"0": "912", "1": "204", "2": "1305", "3": "246", "4": "3517"}
KEYS |= {"5": "4628", "6": "5739", "7": "684", "8": "795", "9": "806"}


@pytest.mark.parametrize("meant", "0123456789")
def test_only_a_neighbour_on_the_keyboard_is_guessed(misfit: Misfit, meant: str) -> None:
    """Where the right figure is printed nowhere, the digit replaced lies beside the right one."""
    for digit in set("0123456789") - {meant}:
        found = slip(misfit, f"66{meant}66", f"66{digit}66")
        expected = {"meant": f"66{meant}66", "slip": "replaced", "at": "3"}
        assert found == (expected if digit in KEYS[meant] else None)


@pytest.mark.parametrize(
    ("exact", "text", "is_used", "kind"),
    [
        ("1234", "1235", False, "replaced"),
        ("123", "124", False, None),  # too short for a guess
        ("123", "124", True, "replaced"),  # but other figures follow from it
        ("123", "129", True, "replaced"),
        ("12", "13", True, None),  # too short at all
        ("1234", "124", False, None),
        ("12345", "1245", False, "left_out"),
        ("1234", "12234", False, "added"),
        ("1234", "1324", False, "exchanged"),
        ("-1234", "1234", False, "sign"),
    ],
)
def test_a_guess_needs_four_digits(
    misfit: Misfit, exact: str, text: str, is_used: bool, kind: str | None
) -> None:
    """Any slip may be guessed of four digits; with three only if printed figures follow from the number."""
    found = slip(misfit, exact, text, is_used=is_used)
    assert (None if found is None else found["slip"]) == kind


@pytest.mark.parametrize(
    ("exact", "text", "mode", "meant"),
    [
        ("98.765", "97.77", "half_up", "98.77"),
        ("98.765", "97.76", "half_up", "98.76"),  # cut, then mistyped
        ("98.765", "97.76", "down", "98.76"),
        ("98.765", "97.77", "down", None),  # in this mode never 98.77
        ("198.765", "197.8", "half_up", "198.8"),  # with the decimals that are printed
        ("98.762", "9.76", "half_up", None),  # three digits, the 8 left out
        ("198.762", "19.76", "half_up", "198.76"),
        ("198.762", "1987.6", "half_up", "198.76"),  # with the figure's own two places: the point is wrong
    ],
)
def test_the_digits_that_were_meant(
    misfit: Misfit, exact: str, text: str, mode: Mode, meant: str | None
) -> None:
    """With the printed decimals or the figure's own, rounded in its mode or cut off."""
    found = slip(misfit, exact, text, mode=mode)
    assert (None if found is None else found["meant"]) == meant


def test_the_own_places_may_be_none(misfit: Misfit) -> None:
    """Rounded to whole numbers it is 19876: 1987.6 has its point in the wrong place."""
    whole = misfit.figure._replace(rounding=Rounding(places=0))
    found = misprint(replace(misfit, exact=Fraction("19876.2"), printed=printed("1987.6"), figure=whole), [])
    assert found is not None
    assert dict(found.with_) == {"meant": "19876", "slip": "point", "at": "5"}


def test_what_is_not_known_to_the_printed_digit_was_not_meant(misfit: Misfit) -> None:
    """Between 1234.449 and 1234.451 it rounds to 1234.4 or 1234.5; cut off it is 1234.4."""
    exact = Interval(Fraction("1234.449"), Fraction("1234.451"))
    case = replace(misfit, exact=exact, printed=printed("1235.4"))
    found = misprint(case, [])
    assert found is not None
    assert dict(found.with_) == {"meant": "1234.4", "slip": "replaced", "at": "4"}


def test_a_printing_elsewhere_is_preferred_and_may_be_short(misfit: Misfit) -> None:
    """129 printed for the 123 of another table is one digit mistyped, whichever; the place is said."""
    case = replace(misfit, exact=Fraction(123), printed=printed("129"))
    for where, said in (("Tabel 2", {"where": "Tabel 2"}), (None, {})):
        cause = misprint(case, [Print(printed("123"), where)])
        assert cause is not None
        assert dict(cause.with_) == {"meant": "123", "slip": "replaced", "at": "3"} | said
        place = f" ({where})" if where else ""
        assert cause.message == (
            f"satu angka salah ketik; di tempat lain tercetak 123{place}",
            f"one digit mistyped; printed elsewhere as 123{place}",
        )


def test_a_guess_is_said_to_be_one(misfit: Misfit) -> None:
    """A slip from the recomputed digits is a possibility only, and has no place."""
    cause = misprint(replace(misfit, exact=Fraction(1234), printed=printed("1235")), [])
    assert cause is not None
    assert cause.message == (
        "mungkin satu angka salah ketik; hitungannya 1.234",
        "perhaps one digit mistyped; the calculation gives 1234",
    )


def test_the_right_printing_elsewhere_is_named(tmp_path: Path) -> None:
    """Beside a right printing of the same figure the slip is measured against that one, with its place."""
    entries = ["figure: rasio, value: 107.15, where: Tabel 1", "figure: rasio, value: 17.15, where: Bab 2"]
    right, wrong = audited(tmp_path, {"satu/a": entries}).findings
    assert right.cause is None
    assert wrong.cause is not None
    assert wrong.cause.code == "misprint"
    assert dict(wrong.cause.with_) == {"meant": "107.15", "slip": "left_out", "at": "2", "where": "Tabel 1"}
    assert wrong.cause.message == (
        "satu angka tertinggal; di tempat lain tercetak 107,15 (Tabel 1)",
        "one digit left out; printed elsewhere as 107.15 (Tabel 1)",
    )


def test_an_explained_printing_is_what_another_was_meant_to_be(tmp_path: Path) -> None:
    """42.90 is 42.857… rounded to one place and filled up; 42.80 is that with one digit mistyped."""
    entries = ["figure: nilai, value: 42.90, where: T", "figure: nilai, value: 42.80, where: U"]
    padded, slipped = audited(tmp_path, {"satu/a": entries}).findings
    assert padded.cause is not None
    assert padded.cause.code == "padded"
    assert slipped.cause is not None
    assert dict(slipped.cause.with_) == {"meant": "42.90", "slip": "replaced", "at": "4", "where": "T"}


def test_two_unexplained_printings_do_not_explain_each_other(tmp_path: Path) -> None:
    """555.55 and 555.56 differ by one digit; neither is right, so neither explains the other."""
    entries = ["figure: rasio, value: 555.55", "figure: rasio, value: 555.56"]
    assert [one.cause for one in audited(tmp_path, {"satu/a": entries}).findings] == [None, None]


def test_a_number_that_others_follow_from_is_no_chance(tmp_path: Path) -> None:
    """107.95 is no likely slip for 107.15; but (107.95 + 75)/2 = 91.475 was computed from it."""
    wrong = {"satu/a": ["figure: rasio, value: 107.95"]}
    (alone,) = audited(tmp_path, wrong).findings
    assert alone.cause is None
    mean, used = audited(tmp_path, wrong | {"satu": ["figure: rasio, value: 91.48"]}).findings
    assert mean.verdict == "follows"
    assert used.cause is not None
    assert dict(used.cause.with_) == {"meant": "107.15", "slip": "replaced", "at": "5"}
