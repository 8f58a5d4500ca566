"""The right number, written otherwise: fewer decimals, another rounding, a factor forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.hypotheses.misfit import Candidate, Misfit
from sakip_rules.languages import Pair
from sakip_rules.numbers import multiply, round_number
from sakip_rules.vocabulary import Mode
from sakip_rules.wording.terms import MODE_WORDS
from sakip_rules.wording.values import number_pair

MODES: Final[tuple[Mode, ...]] = ("half_up", "half_even", "up")

HUNDREDS: Final[dict[Fraction, Pair]] = {
    Fraction(1, 100): ("perkalian 100 terlewat", "the factor 100 was forgotten"),
    Fraction(100): ("dikalikan 100 dua kali", "multiplied by 100 twice"),
}
HUNDRED_OF_DATA: Final[dict[Fraction, Pair]] = {
    Fraction(1, 100): ("dikalikan 100 dua kali", "was multiplied by 100 twice"),
    Fraction(100): ("belum dikalikan 100", "was not multiplied by 100"),
}
THOUSANDS: Final[dict[Fraction, Pair]] = {
    Fraction(1, 1000): ("ditulis dalam ribuan", "written in thousands"),
    Fraction(1, 1_000_000): ("ditulis dalam jutaan", "written in millions"),
}


def padded(misfit: Misfit) -> Iterator[Candidate]:
    """Rounded to fewer places, then written with zeros: `49.20` for 49.23."""
    for places in reversed(range(misfit.printed.places)):
        value = round_number(misfit.exact, places, misfit.mode)
        if value is not None:
            message = (
                f"dibulatkan menjadi {places} desimal, lalu ditulis dengan nol di belakangnya",
                f"rounded to {places} places, then written with zeros behind",
            )
            yield Candidate(value, message, {"places": str(places)})


def another_mode(misfit: Misfit) -> Iterator[Candidate]:
    """Rounded half up, half to even or away from zero, where the rule says otherwise."""
    for mode in MODES:
        value = round_number(misfit.exact, misfit.printed.places, mode)
        if value is not None:
            indonesian, english = MODE_WORDS[mode]
            message = (f"dibulatkan {indonesian}", f"rounded {english}")
            yield Candidate(value, message, {"mode": mode, "places": str(misfit.printed.places)})


def factor(misfit: Misfit) -> Iterator[Candidate]:
    """The factor 100 forgotten or applied twice; rupiah also in thousands and millions."""
    if misfit.printed.number == 0:
        return
    factors = HUNDREDS | (THOUSANDS if misfit.figure.unit == "rupiah" else {})
    for number, words in factors.items():
        is_datum = misfit.figure.origin in ("given", "default") and number in HUNDRED_OF_DATA
        message = _of_datum(misfit, HUNDRED_OF_DATA[number]) if is_datum else words
        yield Candidate(multiply(misfit.exact, number), message, {"factor": exact_text(number)})


def _of_datum(misfit: Misfit, words: Pair) -> Pair:
    """Says of a datum of the report that it is the wrong one, whatever was printed."""
    assert isinstance(misfit.exact, Fraction)  # noqa: S101 - as all data are
    said = number_pair(exact_text(misfit.exact))
    return (f"data laporan ini, {said[0]}, {words[0]}", f"the datum of this report, {said[1]}, {words[1]}")
