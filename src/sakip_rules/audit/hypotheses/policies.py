"""Another policy than the rule's: a cap, the other usual formula, another version of the rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from sakip_rules.audit.book import Key
from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.hypotheses.misfit import Candidate, Misfit
from sakip_rules.numbers import ends

CAPS: Final = (100, 110, 120)
CAPPED_UNITS: Final = ("persen", "indeks", "nilai", None)
HUNDRED: Final = Fraction(100)
REALISED: Final = "realisasi"
TARGET: Final = "target"
_Number = tuple[Key, Fraction]


def capped(misfit: Misfit) -> Iterator[Candidate]:
    """Held to at most 100, 110 or 120, or to at least 0; for a mean, each of its parts held so."""
    low, high = ends(misfit.exact)
    if misfit.figure.unit in CAPPED_UNITS:
        for cap in CAPS:
            if low > cap:
                message = (f"dibatasi paling tinggi {cap}", f"limited to at most {cap}")
                yield Candidate(Fraction(cap), message, {"cap": str(cap)})
        if high < 0:
            yield Candidate(
                Fraction(0), ("dibatasi paling rendah 0", "limited to at least 0"), {"floor": "0"}
            )
    yield from _capped_parts(misfit)


def _capped_parts(misfit: Misfit) -> Iterator[Candidate]:
    """The figures of records below, each held to a cap before they are added up."""
    below = [key for key in misfit.operands if key.path != misfit.key.path]
    numbers = {key: number for key in below if (number := misfit.book.number(key)) is not None}
    for cap in CAPS:
        changes = {key: Fraction(cap) for key, number in numbers.items() if number > cap}
        value = misfit.value(changes)
        if value is not None:
            message = (
                f"dihitung dari bagian yang masing-masing dibatasi paling tinggi {cap}",
                f"computed from parts that are each limited to at most {cap}",
            )
            yield Candidate(value, message, {"cap": str(cap), **misfit.changed(changes)})


def other_formula(misfit: Misfit) -> Iterator[Candidate]:
    """Lower is better: target / realised for (2 × target - realised) / target, and back."""
    realised, target = _bound_numbers(misfit)
    if not realised or not target:
        return
    formulas = {
        "target / realisasi * 100": target / realised * HUNDRED,
        "(2 * target - realisasi) / target * 100": (2 * target - realised) / target * HUNDRED,
    }
    if misfit.exact not in formulas.values():
        return
    for name, value in formulas.items():  # the figure's own one does not give the printed digits
        message = (f"dihitung dengan rumus {name}", f"computed by the formula {name}")
        operands = {REALISED: exact_text(realised), TARGET: exact_text(target)}
        yield Candidate(value, message, {"formula": name, **operands})


def _bound_numbers(misfit: Misfit) -> tuple[Fraction | None, Fraction | None]:
    """What the achievement rule that the figure calls was given as realised figure and target."""
    trace = misfit.figure.trace
    figures = trace.called.figures if trace is not None and trace.called is not None else {}
    values = [figures[name].value if name in figures else None for name in (REALISED, TARGET)]
    first, second = (value if isinstance(value, Fraction) else None for value in values)
    return first, second


def another_version(misfit: Misfit) -> Iterator[Candidate]:
    """By another version of the rule that gives it: the one of that year, or the one before a correction."""
    calculation = misfit.calculation
    if calculation is None or calculation.rule is None:
        return
    for plan in misfit.book.versions(calculation.rule.source.id):
        if plan.source.version == calculation.rule.source.version:
            continue
        value = calculation.by(plan)
        if value is not None:
            reference = plan.source.reference
            message = (f"dihitung dengan {reference}", f"computed by {reference}")
            yield Candidate(value, message, {"rule": reference})


def growth(misfit: Misfit) -> Iterator[Candidate]:
    """Growth in percent printed for a difference of two numbers, or the difference for the growth."""
    numbers = {key: number for key in misfit.operands if (number := misfit.book.number(key)) is not None}
    if len(numbers) != 2:  # noqa: PLR2004 - a difference has two sides
        return
    for (minuend, new), (subtrahend, old) in _orders(numbers):
        if not old:
            continue
        grown = (new - old) / old * HUNDRED
        operands = misfit.changed({minuend: new, subtrahend: old})
        if misfit.exact == new - old:
            words = ("pertumbuhan dalam persen, bukan selisih", "growth in percent instead of the difference")
            yield Candidate(grown, words, {"formula": "growth", **operands})
        elif misfit.exact == grown:
            words = ("selisih, bukan pertumbuhan dalam persen", "the difference instead of growth in percent")
            yield Candidate(new - old, words, {"formula": "difference", **operands})


def _orders(numbers: Mapping[Key, Fraction]) -> Iterator[tuple[_Number, _Number]]:
    first, second = numbers.items()
    yield first, second
    yield second, first
