"""Looking things up in a computed report."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited
from tests.written import report as written
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key
from sakip_rules.evaluator import evaluate_report
from sakip_rules.models import Rounding
from sakip_rules.results import PrintedFigure
from sakip_rules.vocabulary import Mode


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The invented report, with two printed figures."""
    entries = ["figure: rasio, value: 107.15", "figure: rasio, value: '107,1', where: Bab 2"]
    audited(tmp_path, {"satu/a": entries})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    return Book(report, evaluate_report(report))


def test_figures_by_path_name_and_year(book: Book) -> None:
    """A key finds a figure of any record and year, or nothing."""
    assert book.number(Key("satu/a", "rasio", 2020)) == Fraction("107.15")
    assert book.number(Key("satu/a", "rasio", 2019)) == Fraction("108.68")
    assert book.number(Key("satu/a", "rasio", 2018)) is None
    assert book.number(Key("dua/d", "rasio", 2020)) is None
    assert book.figure(Key("tidak-ada", "rasio", 2020)) is None


def test_printed_numbers_by_figure(book: Book) -> None:
    """All printings of a figure are kept in order, with their places."""
    found = book.prints[Key("satu/a", "rasio", 2020)]
    assert [(one.number.text, one.where) for one in found] == [("107.15", None), ("107.1", "Bab 2")]


def test_records_and_their_surroundings(book: Book) -> None:
    """Years, parents, records below and declarations are found by path."""
    assert book.years("satu/a") == [2019, 2020]
    assert book.parents["satu/a"] == "satu"
    assert [node.path for node in book.below("satu")] == ["satu/a", "satu/b"]
    declared = book.declared("satu", "biaya")
    assert declared is not None
    assert declared.unit == "rupiah"
    assert book.declared("satu", "tidak_ada") is None


def test_looks_are_counted(book: Book) -> None:
    """Every figure that is looked up is one look; when none are left, `look` says so."""
    book.looks = 3
    book.figure(Key("satu/a", "rasio", 2020))
    assert book.look(2)
    assert not book.look(1)


def test_how_a_cause_mentions_a_figure() -> None:
    """The path is left out within the record, the year within the year."""
    own = Key("satu/a", "rasio", 2020)
    assert own._replace(figure="nilai").seen_from(own) == "nilai"
    assert own._replace(year=2019).seen_from(own) == "rasio@2019"
    assert Key("satu/b", "nilai", 2019).seen_from(own) == "satu/b:nilai@2019"


def test_words_are_no_printed_number(tmp_path: Path) -> None:
    """A printed choice is kept with none of the numbers."""
    entries = ["figure: arah, value: lower_is_better", "figure: rasio, category: Unggul"]
    audited(tmp_path, {"satu/b": entries})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    assert Book(report, evaluate_report(report)).prints == {}


@pytest.mark.parametrize(
    ("mode", "expected"), [("ceiling", ("1250", 0)), ("half_up", ("1.250", 3)), (None, ("1.250", 3))]
)
def test_of_two_readings_the_one_that_the_rounding_gives_is_meant(
    book: Book, mode: Mode | None, expected: tuple[str, int]
) -> None:
    """1249.2 is 1,250 rounded up, and neither 1250 nor 1.25 in another mode."""
    figure = book.figure(Key("satu/a", "selisih", 2020))
    assert figure is not None
    rounding = None if mode is None else Rounding(places=0, mode=mode)
    figure = figure._replace(exact=Fraction("1249.2"), rounding=rounding)
    printed = PrintedFigure(book.nodes["satu/a"].printed[0].printed, 2020, None)
    printed = replace(printed, printed=printed.printed.changed(value="1.250"))
    found = book.read(printed, figure)
    assert found is not None
    assert (found.text, found.places) == expected
    alone = book.read(printed, None)
    assert alone is not None
    assert alone.text == "1.250"


def test_years_are_in_order_however_they_are_written(tmp_path: Path) -> None:
    """The oldest first."""
    level = "{result: y, inputs: {x: {}}, steps: {y: x * 2}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    read = catalogue.read_report(
        written(tmp_path, "x: 1\nhistory: {2018: {x: 2}, 2016: {x: 3}, 2019: {x: 4}}")
    )
    assert Book(read, evaluate_report(read)).years(".") == [2016, 2018, 2019, 2020]
