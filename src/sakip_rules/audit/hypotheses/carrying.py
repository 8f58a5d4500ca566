"""Operands other than the carried ones: as they are printed, not rounded, or rounded otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from sakip_rules.audit.book import Key, Print, exact_number
from sakip_rules.audit.calculation import Calculation, figure_in
from sakip_rules.audit.digits import exact_text
from sakip_rules.audit.findings import Cause
from sakip_rules.audit.hypotheses.misfit import Candidate, Misfit, named_places, told
from sakip_rules.languages import Pair
from sakip_rules.models import Rounding
from sakip_rules.numbers import round_to
from sakip_rules.results import ReportTree

Operands = dict[Key, Fraction]

SHOWN = 2
PLACES = (2, 1, 0)


def as_printed(misfit: Misfit) -> Iterator[Candidate]:
    """Operands as one table or paragraph prints them, as they are printed anywhere, one by one.

    At most one candidate for each place and each printed operand: no combinations are searched.
    """
    seen: set[frozenset[tuple[Key, Fraction]]] = set()
    for place, prints in _as_printed(misfit):
        operands = {key: printed.number.number for key, printed in prints.items()}
        mark = frozenset(operands.items())
        if mark in seen:
            continue
        seen.add(mark)
        value = misfit.value(operands)
        if value is not None:
            with_ = {misfit.name(key): printed.number.text for key, printed in prints.items()}
            yield Candidate(value, _message(with_, place), with_)


def _message(with_: dict[str, str], place: str | None) -> Pair:
    words = told(with_)
    at = ("", "") if place is None else (f" di {place}", f" in {place}")
    return (
        f"dihitung dari angka yang tercetak{at[0]}: {words[0]}",
        f"computed from figures as they are printed{at[1]}: {words[1]}",
    )


def _as_printed(misfit: Misfit) -> Iterator[tuple[str | None, dict[Key, Print]]]:
    """Gives sets of printed operands that are not the carried ones; those at the figure's own place first."""
    places: dict[str | None, dict[Key, Print]] = {place: {} for place in named_places(misfit.where)}
    anywhere: dict[Key, Print] = {}
    single: list[tuple[str | None, dict[Key, Print]]] = []
    for key in misfit.operands:
        carried = misfit.book.number(key)
        prints = misfit.book.prints.get(key, [])
        if not misfit.book.look(1 + len(prints)):
            return
        for printed in prints:
            if printed.number.number == carried:
                continue
            single.append((printed.where, {key: printed}))
            anywhere.setdefault(key, printed)
            for place in named_places(printed.where):
                places.setdefault(place, {}).setdefault(key, printed)
    yield from ((place, printings) for place, printings in places.items() if printings)
    if anywhere:
        yield None, anywhere
    yield from single


def in_worlds(misfit: Misfit, worlds: list[ReportTree]) -> Cause | None:
    """Gives the figure as it follows from all that is printed before it, over any number of steps."""
    for world in worlds:
        exact = exact_number(figure_in(world, misfit.key).computed)
        if exact is None or misfit.ending(exact) is None:
            continue
        values = {key: figure_in(world, key).value for key in misfit.operands}
        with_ = {
            misfit.name(key): exact_text(value)
            for key, value in values.items()
            if isinstance(value, Fraction) and value != misfit.book.carried(key)
        }
        return Cause("printed-operand", _message(with_, None), with_)
    return None


def not_rounded(misfit: Misfit) -> Iterator[Candidate]:
    """Operands before their rounding; then everything computed without rounding on the way."""
    changes = _changes(misfit, None)
    value = misfit.value(changes)
    if value is not None:
        words = misfit.told(changes)
        message = (
            f"dihitung dari angka yang belum dibulatkan: {words[0]}",
            f"computed from figures before rounding: {words[1]}",
        )
        yield Candidate(value, message, misfit.changed(changes))
    framework = misfit.book.report.framework.rounding
    if framework is not None:
        message = (
            "semua langkah dihitung tanpa pembulatan antara",
            "every step computed without rounding on the way",
        )
        yield from _variant(misfit, framework.changed(carry="exact"), message)


def rounded_operands(misfit: Misfit) -> Iterator[Candidate]:
    """Operands rounded to two, one or no places; then every step rounded, or cut, to two."""
    calculation = misfit.calculation
    if calculation is None:
        return
    for places in PLACES:
        changes = _changes(misfit, places)
        value = misfit.value(changes)
        if value is not None:
            words = misfit.told(changes)
            message = (
                f"dihitung dari angka yang dibulatkan {places} desimal: {words[0]}",
                f"computed from figures rounded to {places} places: {words[1]}",
            )
            yield Candidate(value, message, misfit.changed(changes))
    message = ("setiap langkah dibulatkan 2 desimal", "every step rounded to 2 places")
    yield from _variant(misfit, Rounding(places=SHOWN, carry="rounded"), message)
    message = ("setiap langkah dipotong 2 desimal", "every step cut off after 2 places")
    yield from _variant(misfit, Rounding(places=SHOWN, mode="down", carry="rounded"), message)
    yield from _inside(calculation)


def _inside(calculation: Calculation) -> Iterator[Candidate]:
    """The steps of the rule that gives the figure, each rounded before the next one uses it."""
    rule = calculation.rule
    if rule is None or not rule.record.steps:
        return
    reference = rule.source.reference
    for places in PLACES:
        rounding = Rounding(places=places, carry="rounded")
        steps = tuple(replace(step, rounding=rounding) for step in rule.record.steps)
        value = calculation.by(replace(rule, record=replace(rule.record, steps=steps)))
        if value is None:
            return
        message = (
            f"langkah-langkah dalam {reference} dibulatkan {places} desimal",
            f"the steps in {reference} rounded to {places} places",
        )
        yield Candidate(value, message, {"carry": "rounded", "carry_places": str(places), "rule": reference})


def _changes(misfit: Misfit, places: int | None) -> Operands:
    """The operands that are other numbers when they are not rounded, or rounded to some places."""
    changes: Operands = {}
    for key in misfit.operands:
        figure = misfit.book.figure(key)
        if figure is None or figure.fraction is None:
            continue
        number = figure.fraction if places is None else round_to(figure.fraction, places, "half_up")
        if number != figure.value:
            changes[key] = number
    return changes


def _variant(misfit: Misfit, rounding: Rounding, message: Pair) -> Iterator[Candidate]:
    if rounding == misfit.book.report.framework.rounding:
        return
    figure = misfit.again.with_rounding(misfit.key, rounding)
    if figure.fraction is not None:
        with_: dict[str, str] = {"carry": rounding.carry}
        if rounding.carry == "rounded":
            with_ |= {"carry_places": str(rounding.places), "carry_mode": rounding.mode}
        yield Candidate(figure.fraction, message, with_)
