"""What hypotheses are given and give."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.calculation import Recomputations
from sakip_rules.audit.digits import PrintedNumber
from sakip_rules.audit.findings import Cause
from sakip_rules.audit.hypotheses.misfit import (
    Candidate,
    Hypothesis,
    Misfit,
    first_cause,
    named_places,
    policy_of,
    rounded_cause,
    told,
)
from sakip_rules.evaluator import evaluate_report


@pytest.mark.parametrize(
    ("where", "places"),
    [
        (None, (None,)),
        ("Tabel 3", ("Tabel 3",)),
        ("Tabel 3 (rata-rata)", ("Tabel 3 (rata-rata)", "Tabel 3")),
    ],
)
def test_places(where: str | None, places: tuple[str | None, ...]) -> None:
    """A place belongs to itself and to the table that it is a part of; no place is a place too."""
    assert named_places(where) == places


def test_a_number_without_an_end_is_told_by_its_first_digits() -> None:
    """393800/1471 is 267.709041…: nobody who reads a finding divides."""
    assert told({"capaian": "393800/1471"}) == ("capaian = 267,709041…", "capaian = 267.709041…")


def test_operands_in_words() -> None:
    """At most four operands are named, in the notation of each language."""
    assert told({"nilai": "1234.5"}) == ("nilai = 1.234,5", "nilai = 1234.5")
    assert told({"a": "1.5", "b": "2"}) == ("a = 1,5, b = 2", "a = 1.5, b = 2")
    five = told(dict.fromkeys("abcde", "1"))
    assert five[0] == "a = 1, b = 1, c = 1, d = 1, …"
    assert five[1] == "a = 1, b = 1, c = 1, d = 1, …"


@pytest.mark.parametrize("key", ["cap", "floor", "formula", "rule", "mode", "factor"])
def test_one_policy_is_one_way_of_computing(key: str) -> None:
    """Two causes are of one policy where cap, formula, rule, mode or factor are the same."""
    one = Cause("code", ("a", "a"), {key: "1", "target": "5"})
    same = Cause("code", ("b", "b"), {key: "1", "target": "6"})
    other = Cause("code", ("a", "a"), {key: "2", "target": "5"})
    assert policy_of(one) == policy_of(same) == ("code", "1")
    assert policy_of(one) != policy_of(other)
    assert policy_of(Cause("code", ("a", "a"), {"target": "5"})) == ("code", "")


@pytest.fixture
def misfit(tmp_path: Path) -> Misfit:
    """The ratio of a, 107.15, of which 7 is printed."""
    audited(tmp_path, {})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    book, key = Book(report, evaluate_report(report)), Key("satu/a", "rasio", 2020)
    figure = book.figure(key)
    assert figure is not None
    printed = PrintedNumber(Fraction(7), 0)
    return Misfit(book, key, figure, Fraction("107.15"), printed, None, Recomputations(book))


def test_without_a_change_nothing_is_computed_again(misfit: Misfit) -> None:
    """42.86 / 50 × 100 of another patokan; the same again would only cost looks."""
    assert misfit.value({Key("satu/a", "patokan", 2020): Fraction(50)}) == Fraction("85.72")
    assert misfit.value({}, {"polarity": "lower_is_better"}) == Fraction("92.85")
    left = misfit.book.looks
    assert misfit.value({}) is None
    assert misfit.value({}, {}) is None
    assert misfit.book.looks == left


def test_a_datum_has_no_operands(misfit: Misfit) -> None:
    """Patokan is given: it follows from nothing."""
    given = replace(misfit, key=Key("satu/a", "patokan", 2020))
    assert given.operands == ()
    assert given.value({Key("satu/a", "nilai", 2020): Fraction(1)}) is None
    assert misfit.operands == tuple(Key("satu/a", name, 2020) for name in ("nilai", "patokan", "arah"))


def hypothesis(code: str, *values: Fraction, digits: int = 1) -> Hypothesis:
    """A way in which reports go wrong, with some candidates."""
    return Hypothesis(code, lambda _: (Candidate(value, ("a", "b"), {}) for value in values), digits)


def test_a_longer_number_is_asked_of_one_hypothesis_only(misfit: Misfit) -> None:
    """What asks for two digits is passed over; what comes behind it is still tried, in order."""
    tried = (
        hypothesis("long", Fraction(7), digits=2),
        hypothesis("other", Fraction(8)),
        hypothesis("cut", Fraction("7.9")),
        hypothesis("rounded", Fraction("7.2")),
    )
    cut, rounded = first_cause(misfit, tried), rounded_cause(misfit, tried)
    assert cut == Cause("cut", ("a, lalu dipotong", "b, then cut off"), {"mode": "down", "places": "0"})
    assert rounded == Cause("rounded", ("a", "b"), {})
    assert first_cause(misfit, tried[:2]) is None
    assert rounded_cause(misfit, tried[:3]) is None
    misfit.book.looks = 0
    assert first_cause(misfit, tried) is None
