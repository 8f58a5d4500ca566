"""How often a wrong number is explained by chance: measured, so that a looser hypothesis is noticed.

Wrong numbers are drawn around the right ones of the Lumajang report, with as many decimals as are printed.
The further off they are, the less a cause is worth: a slip of one digit is always a neighbour.
"""

import random
from fractions import Fraction
from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.audit.book import LOOKS, Book, Key
from sakip_rules.audit.calculation import Recomputations
from sakip_rules.audit.digits import PrintedNumber, ending, mode_of
from sakip_rules.audit.hypotheses import FOLLOWING, HYPOTHESES
from sakip_rules.audit.hypotheses.misfit import Misfit, first_cause
from sakip_rules.audit.hypotheses.misprints import misprint
from sakip_rules.audit.hypotheses.sources import another_source
from sakip_rules.evaluator import evaluate_report
from sakip_rules.numbers import round_to

LUMAJANG = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"
TRIES = 600


@pytest.fixture(scope="module")
def book(bundled: Catalogue) -> Book:
    """The Lumajang report, computed."""
    report = bundled.read_report(LUMAJANG)
    return Book(report, evaluate_report(report))


def wrong_case(again: Recomputations, key: Key, off: Fraction) -> Misfit | None:
    """A figure printed with an error, as if nothing else were wrong; `None` where the error does not show."""
    book = again.book
    book.looks = LOOKS
    again.made.clear()
    figure = book.figure(key)
    assert figure is not None
    exact = figure.fraction
    assert exact is not None
    places = book.prints[key][0].number.places
    printed = PrintedNumber(round_to(exact + max(abs(exact), Fraction(1)) * off, places, "half_up"), places)
    if ending(exact, printed, mode_of(figure.rounding)) is not None:
        return None
    return Misfit(again.book, key, figure, exact, printed, None, again)


def is_explained(misfit: Misfit) -> bool:
    """Whether any hypothesis explains the figure, which is printed nowhere else."""
    found = first_cause(misfit, FOLLOWING + HYPOTHESES) or misprint(misfit, []) or another_source(misfit)
    return found is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spread", "per_thousand"),
    [
        (Fraction(1, 2), 10),  # up to 50 % off: measured 7
        (Fraction(1, 10), 20),  # up to 10 % off: measured 13
        (Fraction(1, 100), 85),  # up to 1 % off, where one digit is most of what can differ: measured 80
    ],
)
def test_random_wrong_numbers_are_rarely_explained(book: Book, spread: Fraction, per_thousand: int) -> None:
    """Of 600 wrong figures, drawn evenly within the spread, at most the stated share gets a cause."""
    draw = random.Random(1)  # noqa: S311 - repeatable numbers, no secrets
    again = Recomputations(book)
    keys = [key for key in book.prints if _is_computed(book, key)]
    tried = explained = 0
    while tried < TRIES:
        off = spread * Fraction(draw.randint(-(10**6), 10**6), 10**6)
        misfit = wrong_case(again, draw.choice(keys), off)
        if misfit is not None:
            tried += 1
            explained += is_explained(misfit)
    assert explained * 1000 <= per_thousand * TRIES


def _is_computed(book: Book, key: Key) -> bool:
    figure = book.figure(key)
    return figure is not None and figure.origin in ("computed", "rule") and figure.fraction is not None
