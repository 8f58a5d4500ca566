"""What a hypothesis is given, a printed figure that differs, and what it gives: candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.calculation import Bound, Calculation, Changes, Recomputations
from sakip_rules.audit.digits import Ending, PrintedNumber, ending, exact_text, mode_of
from sakip_rules.audit.findings import Cause
from sakip_rules.languages import Pair
from sakip_rules.numbers import Number
from sakip_rules.results import Figure
from sakip_rules.vocabulary import Mode
from sakip_rules.wording.values import near_words, number_pair

NAMED = 4
"""How many operands a message names; `with` has them all."""

ANY, FEW, MANY = 1, 2, 3
"""How many digits a printed number has at least, for a cause to be sought."""


class Candidate(NamedTuple):
    """One recomputation: its value, what was changed in words, and the change itself."""

    value: Number
    message: Pair
    with_: Mapping[str, str]


@dataclass(slots=True)
class Misfit:
    """A printed figure whose digits are not the recomputed ones.

    `exact` is the recomputed value before its rounding.
    """

    book: Book
    key: Key
    figure: Figure
    exact: Number
    printed: PrintedNumber
    where: str | None
    again: Recomputations

    @property
    def calculation(self) -> Calculation | None:
        """How the figure is computed; `None` if it is given, or cannot be computed again alone."""
        return self.again.of(self.key)

    @property
    def operands(self) -> tuple[Key, ...]:
        """The figures that it is computed from."""
        return () if self.calculation is None else self.calculation.operands

    def value(self, changes: Changes, bound: Bound | None = None) -> Fraction | None:
        """Gives the figure with some operands changed; `None` if none is, or there is no exact number."""
        if self.calculation is None or not (changes or bound):
            return None
        return self.calculation.value(changes, bound)

    @property
    def mode(self) -> Mode:
        """The mode in which the figure is rounded."""
        return mode_of(self.figure.rounding)

    def name(self, key: Key) -> str:
        """Gives the name by which a cause mentions a figure."""
        return key.seen_from(self.key)

    def ending(self, value: Number) -> Ending | None:
        """Says how a value gives the printed digits."""
        return ending(value, self.printed, self.mode)

    def changed(self, changes: Mapping[Key, Fraction]) -> dict[str, str]:
        """Gives changed operands as `with` holds them."""
        return {self.name(key): exact_text(value) for key, value in changes.items()}

    def told(self, changes: Mapping[Key, Fraction]) -> Pair:
        """Gives changed operands in words."""
        return told(self.changed(changes))


def told(operands: Mapping[str, str]) -> Pair:
    """Gives operands and their values in words, the first few of them."""
    texts = [(name, _read(text)) for name, text in list(operands.items())[:NAMED]]
    more = ", …" if len(operands) > NAMED else ""
    return (
        ", ".join(f"{name} = {text[0]}" for name, text in texts) + more,
        ", ".join(f"{name} = {text[1]}" for name, text in texts) + more,
    )


def _read(text: str) -> Pair:
    """A value as people read it: of a number without an end its first digits, not `p/q`."""
    if "/" not in text:
        return number_pair(text)
    return near_words(Fraction(text), "id"), near_words(Fraction(text), "en")


class Hypothesis(NamedTuple):
    """One way in which reports go wrong: the code of the cause, and its candidates.

    A printed number with fewer than `digits` digits is too easily met by chance.
    """

    code: str
    candidates: Callable[[Misfit], Iterator[Candidate]]
    digits: int = FEW


def first_cause(misfit: Misfit, hypotheses: tuple[Hypothesis, ...]) -> Cause | None:
    """Gives the first candidate that has the printed digits, as a cause; `None` if none has."""
    return next((cause for _, cause in _causes(misfit, hypotheses)), None)


def policy_of(cause: Cause) -> tuple[str, str]:
    """Gives what is the same in two causes of one policy: the code, and the cap, formula, rule or mode."""
    named = (
        cause.with_[key]
        for key in ("cap", "floor", "formula", "rule", "mode", "factor")
        if key in cause.with_
    )
    return cause.code, next(named, "")


def rounded_cause(misfit: Misfit, hypotheses: tuple[Hypothesis, ...]) -> Cause | None:
    """Gives the first candidate that has the printed digits by rounding alone; `None` if none has."""
    return next((cause for how, cause in _causes(misfit, hypotheses) if how == "rounded"), None)


def _causes(misfit: Misfit, hypotheses: tuple[Hypothesis, ...]) -> Iterator[tuple[Ending, Cause]]:
    """Gives every candidate that has the printed digits, and how; the likeliest first."""
    for hypothesis in hypotheses:
        # Few digits are met by chance, and every candidate is one more chance.
        if misfit.printed.digits < hypothesis.digits or not misfit.book.look(1):
            continue
        for candidate in hypothesis.candidates(misfit):
            how = misfit.ending(candidate.value)
            if how is not None:
                yield how, _cause(hypothesis.code, candidate, how, misfit.printed)


def _cause(code: str, candidate: Candidate, how: Ending, printed: PrintedNumber) -> Cause:
    if how == "rounded":
        return Cause(code, candidate.message, dict(candidate.with_))
    indonesian, english = candidate.message
    finish = {"mode": "down", "places": str(printed.places)}
    message = (f"{indonesian}, lalu dipotong", f"{english}, then cut off")
    return Cause(code, message, {**candidate.with_, **finish})


def named_places(where: str | None) -> tuple[str | None, ...]:
    """Gives the places that a `where` belongs to: itself, and without what stands in brackets behind.

    Figures whose place is not given belong together.
    """
    if where is None:
        return (None,)
    whole = where.partition(" (")[0]
    return (where,) if whole == where else (where, whole)
