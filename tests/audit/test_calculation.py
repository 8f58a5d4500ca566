"""Computing one figure again with other operands."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.calculation import Calculation, Recomputations
from sakip_rules.evaluator import evaluate_report
from sakip_rules.values import NOT_APPLICABLE

LUMAJANG = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The invented report."""
    audited(tmp_path, {})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    return Book(report, evaluate_report(report))


def calculation(book: Book, path: str, figure: str) -> Calculation:
    """The calculation of a figure that has one."""
    found = Recomputations(book).of(Key(path, figure, 2020))
    assert found is not None
    return found


def test_one_operand_changed(book: Book) -> None:
    """42.86 / 50 × 100, with 50 in place of 40; the report itself stays as it was."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({Key("satu/a", "patokan", 2020): Fraction(50)}) == Fraction("85.72")
    assert rasio.value({}) == Fraction("107.15")


def test_an_operand_of_an_indicator_rule(book: Book) -> None:
    """The data of the record's rule are operands of the figure that it gives."""
    nilai = calculation(book, "satu/a", "nilai")
    assert nilai.value({Key("satu/a", "semua", 2020): Fraction(60)}) == 50


def test_an_operand_two_levels_below(book: Book) -> None:
    """(100 + 75 + 76.63 + 0 + 80) / 5; and without c: (107.15 + 75 + 0 + 80) / 4."""
    rasio = calculation(book, ".", "rasio_semua")
    assert rasio.value({Key("satu/a", "rasio", 2020): Fraction(100)}) == Fraction("66.326")
    assert rasio.value({Key("dua/c", "rasio", 2020): NOT_APPLICABLE}) == Fraction("65.5375")


def test_another_polarity_bound(book: Book) -> None:
    """(2 × 40 − 42.86) / 40 × 100."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({}, {"polarity": "lower_is_better"}) == Fraction("92.85")


def test_what_cannot_be_computed_gives_nothing(book: Book) -> None:
    """A division by zero is no value."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({Key("satu/a", "patokan", 2020): Fraction(0)}) is None


def test_given_figures_have_no_calculation(book: Book) -> None:
    """What the data give is not computed, and neither is what they lack."""
    given = (("satu/a", "patokan"), ("satu/b", "nilai"), ("dua/d", "nilai"), ("satu", "tidak_ada"))
    for path, figure in given:
        assert Recomputations(book).of(Key(path, figure, 2020)) is None


def test_looks_are_limited(book: Book) -> None:
    """When the looks are used up, nothing is computed any more."""
    rasio = calculation(book, "satu/a", "rasio")
    rasio.looks = 7  # one computation looks at three operands and the figure
    assert rasio.value({}) is not None
    assert rasio.value({}) is None


def test_the_views_reproduce_a_whole_report() -> None:
    """Every figure of a real report, of every year, is computed again through the views to the same value."""
    report = Catalogue.bundled().read_report(LUMAJANG)
    book = Book(report, evaluate_report(report))
    keys = [
        Key(node.path, figure.name, year)
        for node in book.nodes.values()
        for year in book.years(node.path)
        for figure in (node.of_year(year) or node.now).record.figures.values()
        if figure.origin in ("computed", "rule") and figure.absent is None
    ]
    again = Recomputations(book)
    assert len(keys) > 150
    assert [key for key in keys if again.of(key) is None] == []
