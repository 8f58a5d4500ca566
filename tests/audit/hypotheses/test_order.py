"""Which causes are tried, in which order, and on how short a number: as the page about audits says."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited

from sakip_rules import Catalogue
from sakip_rules.audit.book import LOOKS, Book, Key
from sakip_rules.audit.calculation import LOOKS_AN_OPERAND, Recomputations
from sakip_rules.audit.digits import PrintedNumber
from sakip_rules.audit.hypotheses import FOLLOWING, HYPOTHESES, POLICIES
from sakip_rules.audit.hypotheses.adding import mean_of_means, other_means, sum_of_parts
from sakip_rules.audit.hypotheses.carrying import as_printed
from sakip_rules.audit.hypotheses.misfit import Candidate, Hypothesis, Misfit, first_cause, rounded_cause
from sakip_rules.audit.hypotheses.sources import another_source
from sakip_rules.evaluator import evaluate_report

DOCS = Path(__file__).parents[3] / "docs"
PAGES = [DOCS / "periksa" / "index.md", DOCS / "en" / "periksa" / "index.md"]
ALL = FOLLOWING + HYPOTHESES


@pytest.mark.parametrize("page", PAGES, ids=["id", "en"])
def test_causes_are_tried_in_the_order_of_the_page(page: Path) -> None:
    """The page's table of causes is the order; the last four are sought apart."""
    codes = re.findall(r"^\| `([a-z-]+)` \|", page.read_text("utf-8"), re.MULTILINE)
    causes = codes[codes.index("printed-operand") :]
    apart = ["misprint", "another-source", "category-of-printed", "category"]
    assert causes == [hypothesis.code for hypothesis in ALL] + apart
    assert HYPOTHESES[: len(POLICIES)] == POLICIES
    assert (POLICIES[0].code, POLICIES[-1].code) == ("unrounded-operand", "growth")


def test_the_looks_of_a_report_are_as_many_as_the_page_says() -> None:
    """300,000 figures are looked at, in the notation of each language."""
    for page, number in zip(PAGES, (f"{LOOKS:,}".replace(",", "."), f"{LOOKS:,}"), strict=True):
        assert f"({number} " in page.read_text("utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The invented report, with a wrong datum and a ratio that was computed with it."""
    wrong = ["figure: patokan, value: 48, where: T", "figure: rasio, value: 89.29, where: T"]
    audited(tmp_path, {"satu/a": wrong})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    return Book(report, evaluate_report(report))


def misfit_of(book: Book, path: str, name: str, number: int = 7, where: str | None = None) -> Misfit:
    """A figure of the report of which a number is printed."""
    key = Key(path, name, 2020)
    figure = book.figure(key)
    assert figure is not None
    assert figure.fraction is not None
    printed = PrintedNumber(Fraction(number), 0)
    return Misfit(book, key, figure, figure.fraction, printed, where, Recomputations(book))


@pytest.fixture
def misfit(book: Book) -> Misfit:
    """The ratio 107.15, of which 7 is printed."""
    return misfit_of(book, "satu/a", "rasio")


@pytest.mark.parametrize(
    ("path", "figure", "hypothesis"),
    [
        ("satu/a", "rasio", as_printed),
        (".", "rasio_semua", mean_of_means),
        (".", "rasio", other_means),
        ("satu", "pegawai", sum_of_parts),
    ],
)
def test_a_hypothesis_ends_where_no_looks_are_left(
    book: Book, path: str, figure: str, hypothesis: Callable[[Misfit], Iterator[Candidate]]
) -> None:
    """What would look at many figures does not begin."""
    case = misfit_of(book, path, figure)
    assert len(list(hypothesis(case))) > 0
    book.looks = 0
    assert list(hypothesis(case)) == []


def test_another_source_is_not_sought_where_no_looks_are_left(book: Book) -> None:
    """48 for the patokan 40, with which the ratio beside it was computed."""
    case = misfit_of(book, "satu/a", "patokan", 48, "T")
    assert another_source(case) is not None
    book.looks = 0
    assert another_source(case) is None


def test_a_calculation_is_not_made_where_no_looks_are_left(book: Book) -> None:
    """Each figure may look at more, the more operands it has; with none left none is made."""
    first, all_below = (
        Recomputations(book).of(Key(path, name, 2020))
        for path, name in (("satu/a", "rasio"), (".", "rasio_semua"))
    )
    assert first is not None
    assert all_below is not None
    assert (len(first.operands), len(all_below.operands)) == (3, 6)
    assert all_below.looks == first.looks + 3 * LOOKS_AN_OPERAND
    book.looks = 0
    assert Recomputations(book).of(Key("satu/a", "rasio", 2020)) is None


SHORT = {"printed-operand", "unrounded-operand", "rounded-operand", "padded", "another-rounding", "factor"}
LEAST = {**dict.fromkeys(SHORT | {"polarity"}, 1), "another-mean": 3, "part-left-out": 3}


@pytest.mark.parametrize("hypothesis", ALL, ids=[hypothesis.code for hypothesis in ALL])
def test_a_short_number_is_not_explained_by_chance(misfit: Misfit, hypothesis: Hypothesis) -> None:
    """However well a cause fits, it is said only of a number with as many digits as the page asks for."""
    sure = hypothesis._replace(candidates=lambda its: iter([Candidate(its.printed.number, ("a", "a"), {})]))
    for digits, number in ((1, 7), (2, 75), (3, 755)):
        misfit.printed = PrintedNumber(Fraction(number), 0)
        for sought in (first_cause, rounded_cause):
            cause = sought(misfit, (sure,))
            assert (cause is not None) == (digits >= LEAST.get(hypothesis.code, 2))
            assert cause is None or cause.code == hypothesis.code
