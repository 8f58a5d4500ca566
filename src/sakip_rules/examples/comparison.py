"""What came out beside what an example expects: compared exactly, every difference noted."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sakip_rules.checker.expected import NoConstantError, constant
from sakip_rules.diagnostics import Path, diagnose, quoted
from sakip_rules.examples.outcome import ExampleOutcome
from sakip_rules.languages import Pair
from sakip_rules.loader import Document
from sakip_rules.models import Rounding
from sakip_rules.numbers import (
    Interval,
    NumberTextError,
    display_text,
    fraction_text,
    read_printed_number,
    round_number,
    shortest_text,
)
from sakip_rules.results import Figure
from sakip_rules.values import Absent, Category, Value


class Comparison:
    """Compares for one example, which stands at `path` of a document."""

    def __init__(self, document: Document, path: Path, outcome: ExampleOutcome) -> None:
        self.document = document
        self.path = path
        self.outcome = outcome

    def report(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Notes a mistake of the example at a path below it."""
        place = self.document.place_of(key, (*self.path, *at))
        self.outcome.diagnostics.append(diagnose(key, place, **texts))

    def differs(self, at: Path, what: str, expected: str, found: str) -> None:
        """Notes a difference."""
        texts = {"what": quoted(what), "expected": quoted(expected), "found": quoted(found)}
        self.report("example-differs", at, **texts)

    def number(self, at: Path, expected: str, found: Value, unit: str | None) -> None:
        """Compares exactly; the expected value is a number of the unit, or a formula of constants."""
        what, wanted = str(at[-1]), self.constant(expected, at, unit)
        if wanted is None or (found == wanted and not isinstance(found, bool)):  # True is 1 in Python
            return
        places = _places_of(expected, unit) if at == ("result",) else None
        if (
            places is not None
            and isinstance(found, Fraction)
            and round_number(found, places, "half_up") == wanted
        ):
            texts = {"what": quoted(what), "expected": quoted(expected), "places": str(places)}
            self.report("example-differs.rounded", at, found=quoted(value_words(found)), **texts)
        else:
            self.differs(at, what, expected, value_words(found))

    def constant(self, text: str, at: Path, unit: str | None) -> Fraction | None:
        """Gives a number as data write it, or that of a formula of constants."""
        try:
            return constant(text, str(at[-1]), unit)
        except NoConstantError as error:
            self.report(error.key, at, **error.texts)
            return None

    def category(self, at: Path, what: str, expected: str | None, found: Category | None) -> None:
        """Compares labels; `None` expects that there is no category."""
        label = found.label if found is not None else None
        if label != expected:
            self.differs(at, what, expected or "null", label or "null")

    def absent(self, at: Path, status: str, reason: str | None, found: Value) -> None:
        """Compares the word, and the reason if one is expected."""
        if not isinstance(found, Absent) or found.word != status:
            self.differs((*at, "status"), "status", status, value_words(found))
        elif reason is not None and reason not in {found.reason, found.json_reason}:
            self.differs((*at, "reason"), "reason", reason, found.json_reason or "–")


def compared(figure: Figure, rounding: Rounding | None = None) -> Value:
    """Gives what an example compares: rounded as the example or the rule says, else exact."""
    chosen = rounding or figure.rounding
    if isinstance(figure.value, Absent):
        return figure.value
    if chosen is None or not isinstance(figure.exact, Fraction | Interval):
        return figure.exact
    settled = round_number(figure.exact, chosen.places, chosen.mode)
    return figure.exact if settled is None else settled


def _places_of(expected: str, unit: str | None) -> int | None:
    """How many decimals an expected number is written with; of a formula nothing is known."""
    try:
        return read_printed_number(expected, unit)[0].places
    except NumberTextError:
        return None


SHOWN_PLACES: Final = 6
"""Decimals of a value whose own have no end: enough to see where it leaves the one expected."""


def value_words(value: Value) -> str:
    """Gives a value for a message."""
    if isinstance(value, Fraction):
        return shortest_text(value) or f"{fraction_text(value)} ≈ {display_text(value, SHOWN_PLACES)}"
    if isinstance(value, Interval):
        return f"{shortest_text(value.low)} … {shortest_text(value.high)}"
    if isinstance(value, Absent):
        return value.word if value.reason is None else f"{value.word}: {value.reason}"
    if isinstance(value, Category):
        return value.label
    return str(value)
