"""Which causes are tried, in which order, and on how short a number: as the page about audits says."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited

from sakip_rules import Catalogue
from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.calculation import Recomputations
from sakip_rules.audit.digits import PrintedNumber
from sakip_rules.audit.hypotheses import FOLLOWING, HYPOTHESES, POLICIES
from sakip_rules.audit.hypotheses.misfit import Candidate, Hypothesis, Misfit, first_cause, rounded_cause
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


@pytest.fixture
def misfit(tmp_path: Path) -> Misfit:
    """The ratio 107.15 of the invented report, of which 7 is printed."""
    audited(tmp_path, {})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    book, key = Book(report, evaluate_report(report)), Key("satu/a", "rasio", 2020)
    figure = book.figure(key)
    assert figure is not None
    assert figure.fraction is not None
    again = Recomputations(book)
    return Misfit(book, key, figure, figure.fraction, PrintedNumber(Fraction(7), 0), None, again)


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
